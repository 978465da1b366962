/** Reads of PostgreSQL that can be stopped: by the server, which is asked for it over a connection of its own. */
import { Client, type Pool, type PoolClient } from 'pg';
import { translatePostgresError } from './postgres-errors';

/** How long the server may take to stop. One that has hung, or is cut off, never does. */
const STOPPING_MS = 2000;

/**
 * Runs `query` on a connection of the pool until the signal is aborted.
 * @throws the signal's reason once it is aborted and the server works on the query no more, or does not say so in time
 * and is left to itself; else what `query` throws.
 */
export async function queryUntil<Result>(pool: Pool, signal: AbortSignal, query: (client: PoolClient) => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  const client = await pool.connect().catch((error: unknown) => {
    throw translatePostgresError(error);
  });
  // A connection that breaks tells its query, and then everybody: without a listener that would end the process.
  client.on('error', ignore);
  let isReleased = false;
  const release = (isSound: boolean): void => {
    if (isReleased) return;
    isReleased = true;
    client.release(!isSound);
    client.off('error', ignore);
  };
  let cancellation: Promise<void> | undefined;
  let running: Promise<Result> | undefined;
  const cancel = (): void => {
    // To give back a connection as broken fails the query that still runs on it.
    cancellation = endsSoon(pool, client, running).then((isOver) => (isOver ? undefined : release(false)));
  };
  try {
    signal.throwIfAborted();
    signal.addEventListener('abort', cancel, { once: true });
    running = query(client);
    return await running;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
    // A cancellation that is still under way would hit whose query the connection runs next.
    await cancellation;
    release(true);
  }
}

const ignore = (): void => undefined;

/** Has the query cancelled, and resolves to whether it is then over in time. */
async function endsSoon(pool: Pool, client: PoolClient, query: Promise<unknown> | undefined): Promise<boolean> {
  if (!(await cancelQuery(pool, client))) return false;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), STOPPING_MS);
  });
  const over = Promise.resolve(query).then(
    () => true,
    () => true,
  );
  return Promise.race([over, tooLate]).finally(() => clearTimeout(timer));
}

/** Resolves when the server has been told, or to false when it could not be: then the connection is of no use either. */
async function cancelQuery(pool: Pool, client: PoolClient): Promise<boolean> {
  const messenger = new Client({ ...pool.options, connectionTimeoutMillis: STOPPING_MS, query_timeout: STOPPING_MS });
  messenger.on('error', ignore);
  try {
    await messenger.connect();
    await messenger.query('SELECT pg_cancel_backend($1)', [processIdOf(client)]);
    return true;
  } catch {
    return false;
  } finally {
    await messenger.end().catch(() => undefined);
  }
}

/** The server's process that the connection talks to; pg's types leave it out. */
function processIdOf(client: PoolClient): number {
  if ('processID' in client && typeof client.processID === 'number') return client.processID;
  throw new Error('The connection has no process on the server.');
}
