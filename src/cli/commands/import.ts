import { Command } from 'commander';
import { DocumentError, SeveralDocumentsError, type DocumentOptions, type ImportResult, type Newsgraph } from '../../newsgraph';
import { AlreadyTold, UsageError } from '../failure';
import { examples } from '../help';
import { ImportReport } from '../import-report';
import { Output } from '../output';
import { ProgressBar } from '../progress-bar';
import { checkDocumentOptions, flagsOf } from '../single-document';
import { endNow, firstStopSignal } from '../stop-signals';
import { withNewsgraph } from '../with-newsgraph';

interface ImportCommandOptions extends DocumentOptions {
  outlets?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** `newsgraph import` */
export function importCommand(): Command {
  return new Command('import')
    .description('read documents into the store: briefs and story documents, told apart by their content')
    .argument('<source...>', 'files, folders (.txt, .story.json and .stories.jsonl in them), or - for standard input')
    .option('--title <text>', 'title of the one document')
    .option('--slug <slug>', 'slug of the one document; importing it again under this slug updates the story')
    .option('--url <url>', 'address of the one document')
    .option('--language <tag>', 'language of the one document, as a BCP 47 tag')
    .option('--published-at <instant>', 'when the one document was published, as 2026-01-31T09:30:00Z or a date')
    .option('--outlets <file>', 'JSON file with outlets of yours, known beside the shipped ones')
    .option('--dry-run', 'tell what would become of the documents, and keep none; makes or migrates the store as every command does')
    .option('--json', 'one JSON object a document, and one with the sums at the end')
    .addHelpText(
      'after',
      examples([
        ['newsgraph import brief.txt --published-at 2026-01-31', 'a brief, which has no date of its own'],
        ['newsgraph import examples/stories --dry-run', 'what a folder would give'],
        ['newsgraph import all.stories.jsonl', 'an export'],
        ['curl https://news.example/brief.txt | newsgraph import - --slug port-strike', 'from another program'],
      ]),
    )
    .action(async (paths: string[], { outlets, dryRun = false, json = false, ...documentOptions }: ImportCommandOptions) => {
      checkDocumentOptions(documentOptions);
      await withNewsgraph(
        (newsgraph) => importSources(newsgraph, paths, { ...documentOptions, dryRun }, json),
        { outletsFile: outlets },
      ).catch(refuseOutlets);
    });
}

/** What is wrong with a document comes in its result: thrown is what is wrong with the file of outlets. */
function refuseOutlets(error: unknown): never {
  throw error instanceof DocumentError ? new UsageError(`--outlets ${error.message}`) : error;
}

async function importSources(
  newsgraph: Newsgraph,
  paths: readonly string[],
  { dryRun, ...documentOptions }: DocumentOptions & { dryRun: boolean },
  json: boolean,
): Promise<void> {
  const flags = flagsOf(documentOptions);
  const bar = process.stderr.isTTY ? new ProgressBar(process.stderr) : null;
  const results = newsgraph.importFiles(paths, {
    ...documentOptions,
    dryRun,
    onlyOne: flags.length > 0,
    signal: stopSignal(),
    onProgress: (progress) => bar?.read(progress),
  });
  const report = new ImportReport();
  const output = new Output(process.stdout);
  const conclude = async (isWhole: boolean): Promise<void> => {
    bar?.clear();
    await output.write(
      json ? `${JSON.stringify({ summary: { ...report.summary, dryRun } })}\n` : lines(report.conclusion({ isDryRun: dryRun, isWhole })),
    );
  };
  try {
    await tell(results, report, { bar, json: json ? output : null });
  } catch (error) {
    if (error instanceof SeveralDocumentsError) throw severalDocuments(flags, bar);
    // The import was stopped or the store has gone away: what was kept until then is kept.
    await conclude(false);
    throw error;
  }
  await conclude(true);
  if (report.summary.failed > 0) throw new AlreadyTold();
}

/** Nothing was done, so that there is nothing to conclude. */
function severalDocuments(flags: readonly string[], bar: ProgressBar | null): UsageError {
  bar?.clear();
  return new UsageError(`${flags.join(', ')}: for one document only, and more than one came`);
}

/** Aborted at the first SIGINT or SIGTERM; a second one ends the process. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  void firstStopSignal(endNow).then((signal) => {
    controller.abort(new Error(`stopped by ${signal}; what is counted above is kept, and the same command goes on from there`));
    // Who waits for input would wait on.
    process.stdin.destroy();
  });
  return controller.signal;
}

/** Takes the results in as they come. What fails is told on standard error, for machines on standard output too. */
async function tell(
  results: AsyncIterable<ImportResult>,
  report: ImportReport,
  { bar, json }: { bar: ProgressBar | null; json: Output | null },
): Promise<void> {
  for await (const result of results) {
    const told = report.add(result);
    bar?.done();
    if (json !== null) await json.write(`${JSON.stringify(result)}\n`);
    if (bar !== null) bar.print(told);
    else process.stderr.write(lines(told));
  }
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
