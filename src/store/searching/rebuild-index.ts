/** Makes the index anew, a batch of nodes a transaction, while others read and write. */
import type { Database, Transaction } from '../database/database';
import { allIndexed, type IndexedNoun } from './node-texts';
import { indexWhere } from './index-nodes';
import { keyColumn, headingTable, searchTable } from './search-index';

const BATCH = 200;

/** How far a rebuilding has come. */
export interface RebuildProgress {
  readonly nodesDone: number;
  readonly totalNodes: number;
}

/** Runs each batch in a transaction of its own; gives how many nodes were indexed. */
export async function rebuildIndex(database: Database, onProgress: (progress: RebuildProgress) => void = () => undefined): Promise<number> {
  const totalNodes = await database.transaction(countNodes);
  let nodesDone = 0;
  for (const indexed of allIndexed) {
    for (let last: number | null = 0; last !== null; ) {
      const from: number = last;
      const batch = await database.transaction((tx) => rebuildBatch(tx, indexed, from));
      nodesDone += batch.count;
      last = batch.last;
      onProgress({ nodesDone, totalNodes });
    }
  }
  return nodesDone;
}

/** Fills the index within one transaction. */
export async function fillIndex(tx: Transaction): Promise<void> {
  for (const indexed of allIndexed) {
    for (let last: number | null = 0; last !== null; ) last = (await rebuildBatch(tx, indexed, last)).last;
  }
}

/** What the index holds of keys that no node has goes too. Gives null as the last key when all is done. */
async function rebuildBatch(tx: Transaction, indexed: IndexedNoun, after: number): Promise<{ count: number; last: number | null }> {
  const [first, second] = [tx.dialect.parameter(1), tx.dialect.parameter(2)];
  const [end] = await tx.run<{ key: number | null }>(
    `SELECT max("key") AS "key" FROM (SELECT "key" FROM "${indexed.table}" WHERE "key" > ${first} ORDER BY "key" LIMIT ${BATCH}) AS batch`,
    [after],
  );
  const last = end?.key ?? null;
  const range = last === null ? `> ${first}` : `BETWEEN ${first} + 1 AND ${second}`;
  const keys = last === null ? [after] : [after, last];
  const tables = tx.dialect.name === 'sqlite' ? [searchTable(indexed.noun), headingTable(indexed.noun)] : [searchTable(indexed.noun)];
  for (const table of tables) await tx.run(`DELETE FROM "${table}" WHERE ${keyColumn(tx.dialect)} ${range}`, keys);
  const count = last === null ? 0 : await indexWhere(tx, indexed, `"key" ${range}`, keys, true);
  return { count, last };
}

async function countNodes(tx: Transaction): Promise<number> {
  const counts = allIndexed.map(({ table }) => `(SELECT count(*) FROM "${table}")`);
  const [row] = await tx.run<{ total: number }>(`SELECT CAST(${counts.join(' + ')} AS integer) AS "total"`);
  return row?.total ?? 0;
}
