/** The CPU time of a database that runs outside the servers: PostgreSQL, on this machine. */
import { Client } from 'pg';
import { cpuTimeOfChildren, parentOf } from './cpu-time';

export interface DatabaseClock {
  /** CPU milliseconds so far. */
  read(): number;
  close(): Promise<void>;
}

/**
 * SQLite runs in its server's threads, and so costs nothing outside. Of PostgreSQL all processes of the cluster count:
 * backends come and go with the servers' pools. So nobody else should use it meanwhile.
 */
export async function databaseClock(databaseUrl: string): Promise<DatabaseClock> {
  if (databaseUrl.startsWith('sqlite:')) return { read: () => 0, close: () => Promise.resolve() };
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const [backend] = rows;
  if (backend === undefined) throw new Error('PostgreSQL gave no process id.');
  const cluster = parentOf(backend.pid);
  return { read: () => cpuTimeOfChildren(cluster), close: () => client.end() };
}
