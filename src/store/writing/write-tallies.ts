/** Puts a `TallyChange` into the store, and lets questions and topics show the best of what their stories say. */
import type { Transaction } from '../database/database';
import type { PairCount, TallyChange } from './tally-change';

const PAIR_TABLES = {
  topicOutlet: ['topicKey', 'outletKey'],
  topicTopic: ['topicKey', 'relatedKey'],
  questionTopic: ['questionKey', 'topicKey'],
} as const;

/** `leaving` are keys of questions and topics that are about to go: they show nothing any more. */
export async function writeTallies(
  tx: Transaction,
  change: TallyChange,
  leaving: { readonly questions: ReadonlySet<number>; readonly topics: ReadonlySet<number> },
): Promise<void> {
  await writeOutlets(tx, change);
  await writeShown(tx, 'question', 'questionKey', ['intro', 'answer', 'isTruncated'], staying(change.questions, leaving.questions));
  await writeShown(tx, 'topic', 'topicKey', ['description', 'isTruncated'], staying(change.topics, leaving.topics));
  const pairs = change.pairs();
  for (const table of ['topicOutlet', 'topicTopic', 'questionTopic'] as const) await writePairs(tx, table, pairs[table]);
}

function staying(counts: ReadonlyMap<number, number>, leaving: ReadonlySet<number>) {
  return [...counts].filter(([key]) => !leaving.has(key)).map(([key, change]) => ({ key, change }));
}

async function writeOutlets(tx: Transaction, change: TallyChange): Promise<void> {
  const { dialect } = tx;
  const rows = [...change.outlets]
    .map(([key, counts]) => ({ key, ...counts }))
    .filter(({ stories, perspectives, collectives }) => stories !== 0 || perspectives !== 0 || collectives !== 0);
  if (rows.length === 0) return;
  const columns = { key: 'integer', stories: 'integer', perspectives: 'integer', collectives: 'integer' } as const;
  await tx.run(
    `UPDATE "outlet" AS node SET
       "storyCount" = node."storyCount" + given."stories",
       "perspectiveCount" = node."perspectiveCount" + given."perspectives",
       "collectiveCount" = node."collectiveCount" + given."collectives"
     FROM ${dialect.rows(dialect.parameter(1), columns, 'given')} WHERE node."key" = given."key"`,
    [JSON.stringify(rows)],
  );
}

async function writeShown(
  tx: Transaction,
  table: 'question' | 'topic',
  nodeKey: string,
  columns: readonly string[],
  rows: readonly { readonly key: number; readonly change: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  const { dialect } = tx;
  const tieTable = table === 'question' ? 'storyQuestion' : 'storyTopic';
  const list = columns.map((name) => `"${name}"`).join(', ');
  await tx.run(
    `UPDATE "${table}" AS node SET "storyCount" = node."storyCount" + given."change", (${list}) = (
       SELECT ${list} FROM "${tieTable}" AS tie WHERE tie."${nodeKey}" = node."key"
       ORDER BY tie."completeness" DESC, tie."orderedAt" DESC, tie."storyId" DESC, tie."position" LIMIT 1)
     FROM ${dialect.rows(dialect.parameter(1), { key: 'integer', change: 'integer' }, 'given')}
     WHERE node."key" = given."key"`,
    [JSON.stringify(rows)],
  );
}

async function writePairs(tx: Transaction, table: keyof typeof PAIR_TABLES, pairs: readonly PairCount[]): Promise<void> {
  if (pairs.length === 0) return;
  const { dialect } = tx;
  const [first, second] = PAIR_TABLES[table];
  const given = dialect.rows(dialect.parameter(1), { first: 'integer', second: 'integer', change: 'integer' }, 'given');
  await tx.run(
    `INSERT INTO "${table}" ("${first}", "${second}", "storyCount")
     SELECT "first", "second", "change" FROM ${given} WHERE true
     ON CONFLICT ("${first}", "${second}") DO UPDATE SET "storyCount" = "${table}"."storyCount" + excluded."storyCount"`,
    [JSON.stringify(pairs.map(([firstKey, secondKey, change]) => ({ first: firstKey, second: secondKey, change })))],
  );
  await deleteZeros(tx, table, pairs.filter(([, , change]) => change < 0));
}

async function deleteZeros(tx: Transaction, table: keyof typeof PAIR_TABLES, pairs: readonly PairCount[]): Promise<void> {
  if (pairs.length === 0) return;
  const { dialect } = tx;
  const [first, second] = PAIR_TABLES[table];
  const given = dialect.rows(dialect.parameter(1), { first: 'integer', second: 'integer' }, 'given');
  await tx.run(
    `DELETE FROM "${table}" WHERE "storyCount" = 0 AND ("${first}", "${second}") IN (SELECT "first", "second" FROM ${given})`,
    [JSON.stringify(pairs.map(([firstKey, secondKey]) => ({ first: firstKey, second: secondKey })))],
  );
}
