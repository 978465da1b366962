/** What the machine's PostgreSQL can do: the rows of a store, written once more with the same indexes and nothing else. */
import { Client } from 'pg';
import { copyOfTallies, NODES, TIES } from './import-floor-tables';

/** Where the copy goes: a schema beside the store's own, in the same database. */
const COPY = 'floor';
const STORE = 'public';

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Stories a second, when the store in this database is copied beside itself in transactions of this size: with the index
 * of words and foreign keys, without the index, and without both.
 */
export async function postgresFloorOf(
  url: string,
  batchSize: number,
): Promise<{ readonly whole: number; readonly withoutIndex: number; readonly withoutKeys: number }> {
  return {
    whole: await copyAll(url, batchSize, { hasIndex: true, hasForeignKeys: true }),
    withoutIndex: await copyAll(url, batchSize, { hasIndex: false, hasForeignKeys: true }),
    withoutKeys: await copyAll(url, batchSize, { hasIndex: false, hasForeignKeys: false }),
  };
}

interface CopyOptions {
  readonly hasIndex: boolean;
  readonly hasForeignKeys: boolean;
}

async function copyAll(url: string, batchSize: number, { hasIndex, hasForeignKeys }: CopyOptions): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DROP SCHEMA IF EXISTS ${COPY} CASCADE; CREATE SCHEMA ${COPY}`);
    await copyTables(client, hasForeignKeys);
    for (const table of NODES) await client.query(`INSERT INTO ${COPY}."${table}" SELECT * FROM ${STORE}."${table}"`);
    const { rows } = await client.query<{ first: number; last: number }>(`SELECT min("key") AS "first", max("key") AS "last" FROM ${STORE}."story"`);
    const { first = 1, last = 0 } = rows[0] ?? {};
    let spentMs = 0;
    for (let start = first; start <= last; start += batchSize) spentMs += await copyBatch(client, start, start + batchSize - 1, hasIndex);
    return ((last - first + 1) / spentMs) * 1_000;
  } finally {
    await client.query(`DROP SCHEMA IF EXISTS ${COPY} CASCADE`);
    await client.end();
  }
}

async function copyTables(client: Client, hasForeignKeys: boolean): Promise<void> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT tablename AS "name" FROM pg_tables WHERE schemaname = $1 AND tablename <> 'newsgraphMigration'`,
    [STORE],
  );
  for (const { name } of tables) await client.query(`CREATE TABLE ${COPY}."${name}" (LIKE ${STORE}."${name}" INCLUDING ALL)`);
  if (!hasForeignKeys) return;
  const { rows: constraints } = await client.query<Constraint>(
    `SELECT owner.relname AS "table", conname AS "name", pg_get_constraintdef(c.oid) AS "definition"
     FROM pg_constraint c JOIN pg_class owner ON owner.oid = c.conrelid
     WHERE c.contype = 'f' AND owner.relnamespace = $1::regnamespace`,
    [STORE],
  );
  // A definition names the other table as the search path finds it.
  await client.query(`SET search_path = ${COPY}`);
  for (const { table, name, definition } of constraints) await client.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${definition}`);
  await client.query('RESET search_path');
}

/** Gives the milliseconds of the writing; what is written is counted beforehand. */
async function copyBatch(client: Client, first: number, last: number, hasIndex: boolean): Promise<number> {
  const batch = `BETWEEN ${first} AND ${last}`;
  const perspectives = `(SELECT "key" FROM ${STORE}."perspective" WHERE "storyKey" ${batch})`;
  const tallies = copyOfTallies(`${STORE}.`, batch);
  for (const { table, selection } of tallies) await client.query(`CREATE TEMP TABLE "of_${table}" AS ${selection}`);
  const before = performance.now();
  await client.query(`BEGIN;
    INSERT INTO ${COPY}."story" SELECT * FROM ${STORE}."story" WHERE "key" ${batch};
    INSERT INTO ${COPY}."perspective" SELECT * FROM ${STORE}."perspective" WHERE "storyKey" ${batch};
    INSERT INTO ${COPY}."perspectiveOutlet" SELECT * FROM ${STORE}."perspectiveOutlet" WHERE "perspectiveKey" IN ${perspectives};
    ${TIES.map((table) => `INSERT INTO ${COPY}."${table}" SELECT * FROM ${STORE}."${table}" WHERE "storyKey" ${batch};`).join('\n')}
    ${hasIndex ? wordsOf(batch, perspectives) : ''}
    ${tallies.map(({ table, keys, addition }) => `INSERT INTO ${COPY}."${table}" AS t (${keys}, "storyCount") SELECT "x", "y", "n" FROM "of_${table}" ${addition};`).join('\n')}
    COMMIT`);
  const spentMs = performance.now() - before;
  for (const { table } of tallies) await client.query(`DROP TABLE "of_${table}"`);
  return spentMs;
}

/** The words of stories and perspectives; sorted in at the end, as the store does it. */
function wordsOf(batch: string, perspectives: string): string {
  return `
    INSERT INTO ${COPY}."storySearch" SELECT * FROM ${STORE}."storySearch" WHERE "key" ${batch};
    INSERT INTO ${COPY}."perspectiveSearch" SELECT * FROM ${STORE}."perspectiveSearch" WHERE "key" IN ${perspectives};
    SELECT gin_clean_pending_list(indexrelid::regclass) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      JOIN pg_am ON pg_am.oid = relam AND amname = 'gin' WHERE relnamespace = '${COPY}'::regnamespace;`;
}
