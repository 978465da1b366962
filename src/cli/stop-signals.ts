/** SIGTERM and SIGINT: the first asks for a clean end, the second for an end. */
import { EXIT_FAILED } from './failure';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Who sends SIGTERM sends SIGKILL after a while; 10 s is the shortest that is usual. */
const DEADLINE_MS = 9500;

/**
 * Resolves at the first signal. From then on a second one, or the deadline, calls `force` with the reason:
 * the clean end has that long.
 */
export function firstStopSignal(force: (reason: string) => void): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let isStopping = false;
    const onSignal = (signal: NodeJS.Signals): void => {
      if (isStopping) return force(`stopped at once by a second signal (${signal})`);
      isStopping = true;
      setTimeout(() => force('did not stop in time; what was still in flight was cut'), DEADLINE_MS).unref();
      resolve(signal);
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}

/** Ends the process with what it has said so far; what the store was writing is kept whole or not at all. */
export function endNow(reason: string): never {
  process.stderr.write(`newsgraph: ${reason}\n`);
  process.exit(EXIT_FAILED);
}
