/** The gateway as its own command serves it in production, in a process that tells how busy its event loop is. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { collectEarly } from '../../src/cli/collect-early';
import { createNewsgraph } from '../../src/newsgraph';
import { serve } from '../../src/server';
import type { Condition, WatchedReady } from '../soak/protocol';

const RESOLUTION_MS = 10;
const NANOSECONDS_A_MS = 1e6;

async function main(databaseUrl: string): Promise<void> {
  collectEarly();
  const newsgraph = await createNewsgraph({ databaseUrl });
  const server = await serve(newsgraph, { host: '127.0.0.1', port: 0, logLevel: 'error' });
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  process.on('message', () => {
    // What Node measures is from one of its timers to the next.
    const milliseconds = (value: number): number => Math.max(0, value / NANOSECONDS_A_MS - RESOLUTION_MS);
    process.send?.({
      delay: { mean: milliseconds(delay.mean), p99: milliseconds(delay.percentile(99)), max: milliseconds(delay.max) },
      heap: process.memoryUsage().heapUsed / 2 ** 20,
    } satisfies Condition);
  });
  process.once('disconnect', () => {
    void server
      .stop()
      .then(() => newsgraph.close())
      .then(() => process.exit(0));
  });
  process.send?.({ port: Number(new URL(server.addresses.graphql).port) } satisfies WatchedReady);
}

void main(process.argv[2] ?? '');
