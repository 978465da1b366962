/**
 * Holds the importer of briefs against truths: `npm run score [folder …]`.
 * Without folders: the truths of this repository, and those of ../shared/data where that folder is.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MEASURES, precisionOf, recallOf, scoreOf, sumOf, type Count, type Measure } from './brief-score/score';
import { truthsIn } from './brief-score/truth';
import { variantTable } from './brief-score/variants';

const REPOSITORY = resolve(__dirname, '..');
const OWN = join(REPOSITORY, 'tests', 'fixtures', 'briefs', 'expected');
const SHARED = join(REPOSITORY, '..', 'shared', 'data');

function main(folders: readonly string[]): void {
  const defaults = [OWN, join(SHARED, 'expected')].filter((folder) => existsSync(folder));
  for (const folder of folders.length > 0 ? folders.map((each) => resolve(each)) : defaults) printScore(folder);
  if (folders.length > 0) return;
  if (existsSync(SHARED)) print(['', 'Variants of the seed', '', ...variantTable(join(SHARED, 'briefs'))]);
  else print(['', `skipped: the variants of the seed (there is no folder ${SHARED})`]);
}

function printScore(folder: string): void {
  const cases = truthsIn(folder);
  const scores = cases.map((each) => ({ name: each.name, score: scoreOf(each) }));
  const total = sumOf(scores.map(({ score }) => score));
  print([
    '',
    `${cases.length} briefs with truths in ${folder}`,
    '',
    ...MEASURES.map((measure) => row(measure, total[measure])),
  ]);
  for (const { name, score } of scores) for (const fault of score.faults) print([`  ${name}: ${fault}`]);
}

function row(measure: Measure, count: Count): string {
  const figures = [
    `precision ${percent(precisionOf(count))}`,
    `recall ${percent(recallOf(count))}`,
    `${count.right} right of ${count.expected} expected, ${count.found} found`,
  ];
  return [measure.padEnd(11), ...figures].join('  ');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(7);
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

main(process.argv.slice(2));
