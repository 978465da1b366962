/** The server as a process of its own. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { outcomeOf, type CliFolder, type CliOptions, type CliResult } from './cli';

/** A server that runs as users run it. */
export interface Running {
  child: ChildProcessWithoutNullStreams;
  graphql: string;
  port: number;
  ended: Promise<CliResult>;
}

/** Starts a server on a free port and waits until it says where it is. */
export async function serving(folder: CliFolder, options: CliOptions = {}): Promise<Running> {
  const args = options.program === 'start' ? [] : ['serve'];
  const env = { PORT: '0', NEWSGRAPH_EXPLORER: 'false', ...options.env };
  const child = folder.spawn(args, { ...options, env });
  const ended = outcomeOf(child);
  let output = '';
  for await (const [text] of on(child)) {
    output += text;
    if (output.includes('/health/ready\n')) break;
  }
  const graphql = /http:\S+\/graphql/.exec(output)?.[0];
  if (graphql === undefined) throw new Error(`did not start: ${JSON.stringify(await ended)}`);
  return { child, graphql, port: Number(new URL(graphql).port), ended };
}

async function* on(child: ChildProcessWithoutNullStreams): AsyncGenerator<[string]> {
  const closed = once(child, 'close').then(() => null);
  for (;;) {
    const data = await Promise.race([once(child.stdout, 'data'), closed]);
    if (data === null) return;
    yield [String(data[0])];
  }
}
