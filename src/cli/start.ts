/** `npm start`: the quickest way to a graph that has something in it. */
import './compile-cache';
import { join } from 'node:path';
import type { Config } from '../config';
import type { Newsgraph } from '../newsgraph';
import { UsageError } from './failure';
import { failureLine } from './import-report';
import { run } from './run';
import { runServer } from './run-server';
import { warnOfVariables } from './warn-of-variables';
import { withNewsgraph } from './with-newsgraph';

const EXAMPLES_FOLDER = join(__dirname, '../../examples/stories');

void run(async () => {
  refuseArguments(process.argv.slice(2));
  warnOfVariables();
  await withNewsgraph(async (newsgraph, config) => {
    await importExamples(newsgraph, config);
    await runServer(newsgraph, config);
  });
});

/** `npm start -- --port 80` would else serve on another port than was asked for. */
function refuseArguments([first]: readonly string[]): void {
  if (first !== undefined) throw new UsageError(`npm start takes no arguments, such as ${JSON.stringify(first)}; variables set it up: docs/configuration.md`);
}

/** Into an empty store only: who has stories of their own wants no others. */
async function importExamples(newsgraph: Newsgraph, { examples }: Config): Promise<void> {
  if (!examples || (await newsgraph.stats()).stories > 0) return;
  let imported = 0;
  for await (const result of newsgraph.importFiles([EXAMPLES_FOLDER])) {
    if (result.error === null) imported += 1;
    else process.stderr.write(`newsgraph: ${failureLine(result.origin, result.error)}\n`);
  }
  process.stdout.write(`Imported ${imported} example stories (NEWSGRAPH_EXAMPLES=false leaves them out).\n`);
}
