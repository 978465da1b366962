import { Command } from 'commander';
import type { ExportFilter, Newsgraph } from '../../newsgraph';
import { FILTER_KEYS, readExportFilter } from '../export-filter';
import { examples } from '../help';
import { Output } from '../output';
import { placeOf, writeWhole } from '../output-file';
import { withNewsgraph } from '../with-newsgraph';

interface ExportOptions {
  filter?: string[];
  output?: string;
}

const KEYS = Object.entries(FILTER_KEYS)
  .map(([key, description]) => `  ${key.padEnd(15)} ${description}`)
  .join('\n');

/** `newsgraph export` */
export function exportCommand(): Command {
  return new Command('export')
    .description('write stories as story documents, one a line, ordered by slug')
    .option('--filter <key=value...>', 'only stories for which all filters hold')
    .option('--output <file>', 'write to a file instead of standard output; it takes the place of another once it is whole')
    .addHelpText('after', `\nFilters:\n${KEYS}`)
    .addHelpText(
      'after',
      examples([
        ['newsgraph export > all.stories.jsonl', 'everything; import reads it again'],
        ['newsgraph export --filter topic=tiktok published-from=2026-01-01', "a topic's stories of this year"],
        ['newsgraph export --output backup.stories.jsonl', 'to a file'],
      ]),
    )
    .action(async ({ filter = [], output }: ExportOptions) => {
      const wanted = readExportFilter(filter);
      if (output !== undefined) await placeOf(output);
      await withNewsgraph((newsgraph) => exportStories(newsgraph, wanted, output));
    });
}

async function exportStories(newsgraph: Newsgraph, filter: ExportFilter, file: string | undefined): Promise<void> {
  const writeStories = async (output: Output): Promise<void> => {
    for await (const story of newsgraph.exportDocuments(filter)) {
      if (output.isClosed) break;
      await output.write(`${JSON.stringify(story)}\n`);
    }
  };
  await (file === undefined ? writeStories(new Output(process.stdout)) : writeWhole(file, writeStories));
}
