import { Command } from 'commander';
import type { StoreStats } from '../../newsgraph';
import { examples } from '../help';
import { Output } from '../output';
import { withNewsgraph } from '../with-newsgraph';

/** `newsgraph stats` */
export function statsCommand(): Command {
  return new Command('stats')
    .description('count what the store holds')
    .option('--json', 'as one JSON object')
    .addHelpText(
      'after',
      examples([
        ['newsgraph stats', 'for people'],
        ['newsgraph stats --json | jq .stories', 'for programs'],
      ]),
    )
    .action(({ json = false }: { json?: boolean }) =>
      withNewsgraph(async (newsgraph) => {
        const stats = await newsgraph.stats();
        await new Output(process.stdout).write(json ? `${JSON.stringify(stats)}\n` : statsText(stats));
      }),
    );
}

/** The counts as an aligned list. */
export function statsText(stats: StoreStats): string {
  const { newest, sizeInBytes } = stats;
  const rows: [string, string][] = [
    ['stories', count(stats.stories)],
    ['perspectives', count(stats.perspectives)],
    ['outlets', count(stats.outlets)],
    ['questions', count(stats.questions)],
    ['topics', count(stats.topics)],
    ['newest', newest === null ? 'none' : `${newest.slug} (${newest.orderedAt})`],
    ['database', stats.database],
    ['schema', `version ${stats.schemaVersion}`],
    ['size', sizeInBytes === null ? 'unknown' : `${(sizeInBytes / 1024 / 1024).toFixed(1)} MiB`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(13)} ${value}\n`).join('');
}

function count(value: number): string {
  return value.toLocaleString('en');
}
