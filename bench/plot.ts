/**
 * A plot of cost against store size, from the figures of several runs:
 * `npx tsx bench/plot.ts docs/performance.svg figures-2000.json figures-100000.json …`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { QUERIES } from './queries';
import { linePlots, type Line, type Panel } from './line-plots';
import type { Figures } from './report';

/** What `--json` writes, as far as it is shown. */
interface Run {
  readonly size: number;
  readonly figures: readonly Pick<Figures, 'query' | 'server' | 'cpu'>[];
}

const COLOURS: Readonly<Record<string, string>> = { newsgraph: '#0b6e4f', limit: '#8a8a8a', apollo: '#b5483a', yoga: '#c98a1b', mercurius: '#5b4a9e' };

function main([target, ...files]: readonly string[]): void {
  if (target === undefined || files.length === 0) throw new Error('give the file to write and some files of figures');
  const runs = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Run).sort((one, other) => one.size - other.size);
  const panels = QUERIES.filter(({ name }) => name !== 'Q5').map(({ name, title }): Panel => ({ title: `${name} ${title}`, lines: linesOf(name, runs) }));
  writeFileSync(target, linePlots(panels, { x: 'stories in the store', y: 'CPU ms a request' }));
}

function linesOf(query: string, runs: readonly Run[]): Line[] {
  return Object.entries(COLOURS).map(([name, colour]) => ({
    name,
    colour,
    points: runs.flatMap(({ size, figures }) => {
      const figure = figures.find((each) => each.query === query && each.server === name);
      return figure === undefined ? [] : [{ x: size, y: figure.cpu }];
    }),
  }));
}

main(process.argv.slice(2));
