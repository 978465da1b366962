/** A store of generated stories that the soak may change, gone when it is over. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { postgresStore, sqliteStore, type ToldProgress } from '../data/benchmark-store';

export interface StoreCopy {
  readonly url: string;
  remove(): Promise<void>;
}

/** @param serverUrl of PostgreSQL; null for SQLite. */
export async function copiedStore(serverUrl: string | null, size: number, tell: ToldProgress): Promise<StoreCopy> {
  return serverUrl === null ? sqliteCopy(size, tell) : postgresCopy(serverUrl, size, tell);
}

async function sqliteCopy(size: number, tell: ToldProgress): Promise<StoreCopy> {
  const original = await sqliteStore(size, tell);
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-soak-'));
  const file = join(folder, 'soak.db');
  copyFileSync(original.slice('sqlite:'.length), file);
  return { url: `sqlite:${file}`, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function postgresCopy(serverUrl: string, size: number, tell: ToldProgress): Promise<StoreCopy> {
  const original = new URL(await postgresStore(serverUrl, size, tell));
  const name = `newsgraph_soak_${process.pid}`;
  const run = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE "${name}" TEMPLATE "${original.pathname.slice(1)}"`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => run(`DROP DATABASE "${name}" WITH (FORCE)`) };
}
