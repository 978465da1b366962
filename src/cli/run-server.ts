/** Serves until a signal: what `newsgraph serve` and `npm start` share. */
import type { Config } from '../config';
import type { Newsgraph } from '../newsgraph';
import { serve, TrustedDocumentsError, type RunningServer } from '../server';
import { collectEarly } from './collect-early';
import { UsageError } from './failure';
import { endNow, firstStopSignal } from './stop-signals';

/**
 * Listens, says where, and resolves after a clean stop.
 * @throws ListenError when the address cannot be listened on, UsageError for trusted documents that cannot be used
 */
export async function runServer(newsgraph: Newsgraph, config: Config): Promise<void> {
  collectEarly();
  const stopSignal = firstStopSignal(endNow);
  const server = await serve(newsgraph, config).catch(refuseTrustedDocuments);
  process.stdout.write(welcome(server));
  await stopSignal;
  await server.stop();
}

function refuseTrustedDocuments(error: unknown): never {
  throw error instanceof TrustedDocumentsError ? new UsageError(`NEWSGRAPH_TRUSTED_DOCUMENTS: ${error.message}`) : error;
}

function welcome({ addresses: { explorer, graphql, ready, metrics } }: RunningServer): string {
  const lines = [
    'newsgraph is ready; Ctrl-C stops it.',
    ...(explorer === null ? [] : [`  explore  ${explorer}`]),
    `  query    ${graphql}`,
    `  health   ${ready}`,
    ...(metrics === null ? [] : [`  metrics  ${metrics}`]),
  ];
  return `${lines.join('\n')}\n`;
}
