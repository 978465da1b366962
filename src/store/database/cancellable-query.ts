/** Reads of PostgreSQL that can be stopped: by the server, which is asked for it over a connection of its own. */
import { Client, type Pool, type PoolClient } from 'pg';
import { translatePostgresError } from './postgres-errors';

/**
 * Runs `query` on a connection of the pool until the signal is aborted.
 * @throws the signal's reason once it is aborted and the server works on the query no more; else what `query` throws.
 */
export async function queryUntil<Result>(pool: Pool, signal: AbortSignal, query: (client: PoolClient) => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  const client = await pool.connect().catch((error: unknown) => {
    throw translatePostgresError(error);
  });
  let cancelled: Promise<boolean> | undefined;
  const cancel = (): void => {
    cancelled = cancelQuery(pool, client);
  };
  try {
    signal.throwIfAborted();
    signal.addEventListener('abort', cancel, { once: true });
    return await query(client);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
    // A cancellation that is still under way would hit whose query the connection runs next.
    const isSound = (await cancelled) ?? true;
    client.release(!isSound);
  }
}

/** Resolves when the server has been told, or false when it could not be: then the connection is of no use either. */
async function cancelQuery(pool: Pool, client: PoolClient): Promise<boolean> {
  const messenger = new Client(pool.options);
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
