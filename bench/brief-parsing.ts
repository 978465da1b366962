/**
 * How many briefs are parsed in a second of one core: `npx tsx bench/brief-parsing.ts [folder of .txt …]`.
 * Processor time is measured, not the clock, so that what else the machine does counts less.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseBrief } from '../src/ingest/formats/brief';

const REPOSITORY = resolve(__dirname, '..');
const FOLDERS = [join(REPOSITORY, 'tests', 'fixtures'), join(REPOSITORY, 'tests', 'fixtures', 'briefs')];
const WARM_UP_MS = 1_000;
const RUN_MS = 3_000;

function main(folders: readonly string[]): void {
  const briefs = folders.flatMap((folder) => briefsIn(folder));
  const bytes = briefs.reduce((sum, brief) => sum + brief.length, 0);
  repeat(briefs, WARM_UP_MS);
  const { count, milliseconds } = repeat(briefs, RUN_MS);
  const perSecond = (1_000 * count) / milliseconds;
  process.stdout.write(
    `${briefs.length} briefs, ${Math.round(bytes / briefs.length)} bytes on average: ${Math.round(perSecond)} briefs a second, ${(1_000 / perSecond).toFixed(2)} ms a brief\n`,
  );
}

function briefsIn(folder: string): Buffer[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  return files.map((file) => readFileSync(join(folder, file)));
}

function repeat(briefs: readonly Buffer[], atLeast: number): { count: number; milliseconds: number } {
  const start = process.cpuUsage();
  let count = 0;
  let milliseconds = 0;
  while (milliseconds < atLeast) {
    for (const brief of briefs) parseBrief(brief);
    count += briefs.length;
    milliseconds = process.cpuUsage(start).user / 1_000;
  }
  return { count, milliseconds };
}

main(process.argv.length > 2 ? process.argv.slice(2) : FOLDERS);
