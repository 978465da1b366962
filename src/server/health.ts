/** Health: `live` says that the process answers, `ready` that the database does too. */
import type { FastifyInstance } from 'fastify';
import type { Newsgraph } from '../newsgraph';

/** A database that is slower than this to say that it is there is no use to a request either. */
const READY_LIMIT_MS = 1500;

/** Serves `/health/live` and `/health/ready`. */
export function serveHealth(app: FastifyInstance, newsgraph: Pick<Newsgraph, 'ping'>): void {
  const isReady = readiness(newsgraph);
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
function readiness(newsgraph: Pick<Newsgraph, 'ping'>): () => Promise<boolean> {
  let underWay: Promise<boolean> | null = null;
  return () => {
    underWay ??= answersInTime(async (signal) => newsgraph.ping(signal)).finally(() => (underWay = null));
    return underWay;
  };
}

async function answersInTime(ping: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  // A ping that is given up is to give back its connection as well.
  const patience = new AbortController();
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
      patience.abort(new Error('The database was too slow to answer.'));
    }, READY_LIMIT_MS);
  });
  const answer = ping(patience.signal).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}
