/** Health: `live` says that the process answers, `ready` that the database does too. */
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Newsgraph } from '../newsgraph';
import { describeError } from './error-log';

/** A database that is slower than this to say that it is there is no use to a request either. */
const READY_LIMIT_MS = 1500;

/** Serves `/health/live` and `/health/ready`; why the database does not answer goes to the log alone. */
export function serveHealth(app: FastifyInstance, newsgraph: Pick<Newsgraph, 'ping'>): void {
  const isReady = readiness(newsgraph, app.log);
  app.get('/health/live', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'live' };
  });
  app.get('/health/ready', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    if (await isReady()) return { status: 'ready' };
    return reply.code(503).send({ status: 'unavailable', reason: 'The database does not answer.' });
  });
}

/**
 * Probes that come while one is under way share its answer, so that an outage is not made worse by asking. The shared
 * answer is the limited one: a ping that is never answered must not be waited for once the database is back.
 */
function readiness(newsgraph: Pick<Newsgraph, 'ping'>, log: Pick<FastifyBaseLogger, 'warn'>): () => Promise<boolean> {
  let underWay: Promise<boolean> | null = null;
  const isReady = (): Promise<boolean> =>
    answerInTime(async (signal) => newsgraph.ping(signal)).then(
      () => true,
      (error: unknown) => {
        log.warn({ error: describeError(error) }, 'not ready');
        return false;
      },
    );
  return () => {
    underWay ??= isReady().finally(() => (underWay = null));
    return underWay;
  };
}

/** @throws why the ping has no answer. */
async function answerInTime(ping: (signal: AbortSignal) => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  // A ping that is given up is to give back its connection as well.
  const patience = new AbortController();
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const tooSlow = new Error('The database was too slow to answer.');
      reject(tooSlow);
      patience.abort(tooSlow);
    }, READY_LIMIT_MS);
  });
  try {
    await Promise.race([ping(patience.signal), limit]);
  } finally {
    clearTimeout(timer);
  }
}
