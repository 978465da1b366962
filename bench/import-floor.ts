/** What the machine's SQLite can do: the rows of a store, written once more with the same indexes and nothing else. */
import { rmSync } from 'node:fs';
import sqlite3 from 'sqlite3';
import { copyOfTallies, NODES, TIES } from './import-floor-tables';

/** As the store's own writer has them; see src/store/database/sqlite.ts. */
const PRAGMAS = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000;
  PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;`;

/** Stories a second, when the store in this file is copied to another in transactions of this size; with the index of words and without. */
export async function floorOf(file: string, batchSize: number): Promise<{ readonly withIndex: number; readonly withoutIndex: number }> {
  return { withIndex: await copyAll(file, batchSize, true), withoutIndex: await copyAll(file, batchSize, false) };
}

async function copyAll(file: string, batchSize: number, hasIndex: boolean): Promise<number> {
  const copy = `${file}.floor`;
  const database = new sqlite3.Database(copy);
  const run = (sql: string): Promise<void> =>
    new Promise((resolve, reject) => database.exec(sql, (error) => (error === null ? resolve() : reject(error))));
  const all = <Row>(sql: string): Promise<Row[]> =>
    new Promise((resolve, reject) => database.all<Row>(sql, (error, rows) => (error === null ? resolve(rows) : reject(error))));
  await run(`${PRAGMAS} ATTACH '${file.replaceAll("'", "''")}' AS src; PRAGMA src.cache_size = -1000000`);
  // An index of words brings tables of its own along.
  const objects = await all<{ sql: string }>(`SELECT "sql" FROM src.sqlite_master WHERE "sql" IS NOT NULL AND "name" NOT LIKE 'sqlite_%'
    AND "name" NOT LIKE '%Search\\__%' ESCAPE '\\' AND "name" NOT LIKE '%Heading\\__%' ESCAPE '\\'`);
  for (const { sql } of objects) await run(sql);
  for (const table of NODES) await run(`INSERT INTO main."${table}" SELECT * FROM src."${table}"`);
  const [{ count } = { count: 0 }] = await all<{ count: number }>('SELECT count(*) AS "count" FROM src."story"');
  let spentMs = 0;
  for (let first = 1; first <= count; first += batchSize) spentMs += await copyBatch(run, first, first + batchSize - 1, hasIndex);
  await new Promise<void>((resolve) => database.close(() => resolve()));
  for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
  return (count / spentMs) * 1_000;
}

/** The words of stories and perspectives, taken from their columns as they stand there. */
const WORDS = (batch: string): string => `
  INSERT INTO main."storySearch" (rowid, heading, lead, body) SELECT "key", "title", "summary", concat("analysis", ' ', "coverage", ' ', "background") FROM src."story" WHERE "key" ${batch};
  INSERT INTO main."storyHeading" (rowid, heading) SELECT "key", "title" FROM src."story" WHERE "key" ${batch};
  INSERT INTO main."perspectiveSearch" (rowid, heading, lead, body) SELECT "key", "headline", "text", '' FROM src."perspective" WHERE "storyKey" ${batch};
  INSERT INTO main."perspectiveHeading" (rowid, heading) SELECT "key", "headline" FROM src."perspective" WHERE "storyKey" ${batch};`;

/** Gives the milliseconds of the writing; what is written is read and counted beforehand. */
async function copyBatch(run: (sql: string) => Promise<void>, first: number, last: number, hasIndex: boolean): Promise<number> {
  const batch = `BETWEEN ${first} AND ${last}`;
  const tallies = copyOfTallies('src.', batch);
  for (const { table, selection } of tallies) await run(`CREATE TEMP TABLE "of_${table}" AS ${selection}`);
  const perspectives = `(SELECT "key" FROM src."perspective" WHERE "storyKey" ${batch})`;
  const before = performance.now();
  await run(`BEGIN IMMEDIATE;
    INSERT INTO main."story" SELECT * FROM src."story" WHERE "key" ${batch};
    INSERT INTO main."perspective" SELECT * FROM src."perspective" WHERE "storyKey" ${batch};
    INSERT INTO main."perspectiveOutlet" SELECT * FROM src."perspectiveOutlet" WHERE "perspectiveKey" IN ${perspectives};
    ${TIES.map((table) => `INSERT INTO main."${table}" SELECT * FROM src."${table}" WHERE "storyKey" ${batch};`).join('\n')}
    ${hasIndex ? WORDS(batch) : ''}
    ${tallies.map(({ table, keys, addition }) => `INSERT INTO main."${table}" AS t (${keys}, "storyCount") SELECT "x", "y", "n" FROM temp."of_${table}" ${addition};`).join('\n')}
    COMMIT`);
  const spentMs = performance.now() - before;
  for (const { table } of tallies) await run(`DROP TABLE temp."of_${table}"`);
  return spentMs;
}
