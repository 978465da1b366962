/** Whether rows are written, be it with what they hold already. */
import type { DataSource } from 'typeorm';
import { withRawDatabase } from './raw-database';

/** Does the work, and tells whether any row of the database was written by it. */
export function writesRows(url: string, work: () => Promise<unknown>): Promise<boolean> {
  return withRawDatabase(url, async (raw) => {
    const versionOf = raw.options.type === 'sqlite' ? sqliteVersion : postgresVersion;
    const before = await versionOf(raw);
    await work();
    return (await versionOf(raw)) !== before;
  });
}

/** It changes when another connection has committed what changes a page. https://www.sqlite.org/pragma.html#pragma_data_version */
async function sqliteVersion(raw: DataSource): Promise<string> {
  return JSON.stringify(await raw.query<object[]>('PRAGMA data_version'));
}

/** Where each row stands and which transaction wrote it: a row that is written again is another one. */
async function postgresVersion(raw: DataSource): Promise<string> {
  const tables = await raw.query<{ name: string }[]>(`SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const versions: object[] = [];
  for (const { name } of tables) versions.push(await raw.query<object[]>(`SELECT ctid::text, xmin::text FROM "${name}" ORDER BY ctid`));
  return JSON.stringify(versions);
}
