/** The CPU time of a database that runs outside the servers: PostgreSQL's backends, on this machine. */
import { Client } from 'pg';
import { cpuTime } from './cpu-time';

export interface DatabaseClock {
  /** CPU milliseconds so far of all backends that serve this database, without the clock's own. */
  read(): Promise<number>;
  close(): Promise<void>;
}

/** SQLite runs in its server's threads, and so costs nothing outside. */
export async function databaseClock(databaseUrl: string): Promise<DatabaseClock> {
  if (databaseUrl.startsWith('sqlite:')) return { read: () => Promise.resolve(0), close: () => Promise.resolve() };
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  return {
    read: async () => {
      const { rows } = await client.query<{ pid: number }>(
        'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      return rows.reduce((sum, { pid }) => sum + cpuTime(pid), 0);
    },
    close: () => client.end(),
  };
}
