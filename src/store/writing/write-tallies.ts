/** Puts a `TallyChange` into the store. */
import type { Transaction } from '../database/database';
import { sideBySide } from '../database/side-by-side';
import type { PairCount, TallyChange } from './tally-change';

const PAIR_TABLES = {
  topicOutlet: ['topicKey', 'outletKey'],
  topicTopic: ['topicKey', 'relatedKey'],
  questionTopic: ['questionKey', 'topicKey'],
  outletOutlet: ['outletKey', 'otherKey'],
} as const;

/** The tallies of outlets and of pairs; those of questions and topics come with what these show, in `writeShown`. */
export async function writeTallies(tx: Transaction, change: TallyChange): Promise<void> {
  const { topicTopic, topicOutlet, questionTopic, outletOutlet } = change.pairs();
  await sideBySide(
    writePairs(tx, 'topicTopic', topicTopic),
    writePairs(tx, 'topicOutlet', topicOutlet),
    writePairs(tx, 'questionTopic', questionTopic),
    writePairs(tx, 'outletOutlet', outletOutlet),
    writeOutlets(tx, change),
  );
}

async function writeOutlets(tx: Transaction, change: TallyChange): Promise<void> {
  const rows = [...change.outlets]
    .map(([key, counts]) => ({ key, ...counts }))
    .filter(({ stories, perspectives, collectives }) => stories !== 0 || perspectives !== 0 || collectives !== 0);
  if (rows.length === 0) return;
  const columns = { key: 'integer', stories: 'integer', perspectives: 'integer', collectives: 'integer' } as const;
  const given = tx.dialect.bulk(columns, rows, 'given');
  await tx.run(
    `UPDATE "outlet" AS node SET
       "storyCount" = node."storyCount" + given."stories",
       "perspectiveCount" = node."perspectiveCount" + given."perspectives",
       "collectiveCount" = node."collectiveCount" + given."collectives"
     FROM ${given.table} WHERE node."key" = given."key"`,
    given.parameters,
  );
}

async function writePairs(tx: Transaction, table: keyof typeof PAIR_TABLES, pairs: readonly PairCount[]): Promise<void> {
  if (pairs.length === 0) return;
  const [first, second] = PAIR_TABLES[table];
  const given = tx.dialect.bulk({ first: 'integer', second: 'integer', change: 'integer' }, pairs, 'given');
  await tx.run(
    `INSERT INTO "${table}" ("${first}", "${second}", "storyCount")
     SELECT "first", "second", "change" FROM ${given.table} WHERE true
     ON CONFLICT ("${first}", "${second}") DO UPDATE SET "storyCount" = "${table}"."storyCount" + excluded."storyCount"`,
    given.parameters,
  );
  await deleteZeros(tx, table, pairs.filter(({ change }) => change < 0));
}

async function deleteZeros(tx: Transaction, table: keyof typeof PAIR_TABLES, pairs: readonly PairCount[]): Promise<void> {
  if (pairs.length === 0) return;
  const [first, second] = PAIR_TABLES[table];
  const given = tx.dialect.bulk({ first: 'integer', second: 'integer' }, pairs, 'given');
  await tx.run(
    `DELETE FROM "${table}" WHERE "storyCount" = 0 AND ("${first}", "${second}") IN (SELECT "first", "second" FROM ${given.table})`,
    given.parameters,
  );
}
