/** SIGTERM and SIGINT: the first asks for a clean end, the second for an end. */

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
