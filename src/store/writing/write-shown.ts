/** Lets questions and topics show the best of what their stories say, and in how many stories they are. */
import type { Transaction } from '../database/database';
import { sideBySide } from './side-by-side';
import type { TallyChange } from './tally-change';

/** `leaving` are keys of nodes that are about to go: they show nothing any more. All ties must be written. */
export async function writeShown(
  tx: Transaction,
  change: TallyChange,
  leaving: { readonly questions: ReadonlySet<number>; readonly topics: ReadonlySet<number> },
): Promise<void> {
  await sideBySide(
    writeNodes(tx, 'question', ['intro', 'answer', 'isTruncated'], staying(change.questions, leaving.questions)),
    writeNodes(tx, 'topic', ['description', 'isTruncated'], staying(change.topics, leaving.topics)),
  );
}

function staying(counts: ReadonlyMap<number, number>, leaving: ReadonlySet<number>) {
  return [...counts].filter(([key]) => !leaving.has(key)).map(([key, change]) => ({ key, change }));
}

/** The text of the highest completeness, then of the newest story, then of the story with the highest id. */
async function writeNodes(
  tx: Transaction,
  table: 'question' | 'topic',
  columns: readonly string[],
  rows: readonly { readonly key: number; readonly change: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = tx.dialect.bulk({ key: 'integer', change: 'integer' }, rows, 'given');
  const [tieTable, nodeKey] = table === 'question' ? ['storyQuestion', 'questionKey'] : ['storyTopic', 'topicKey'];
  const list = columns.map((name) => `"${name}"`).join(', ');
  await tx.run(
    `UPDATE "${table}" AS node SET "storyCount" = node."storyCount" + given."change", (${list}) = (
       SELECT ${list} FROM "${tieTable}" AS tie WHERE tie."${nodeKey}" = node."key"
       ORDER BY tie."completeness" DESC, tie."orderedAt" DESC, tie."storyId" DESC, tie."position" LIMIT 1)
     FROM ${given.table} WHERE node."key" = given."key"`,
    given.parameters,
  );
}
