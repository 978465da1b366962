/** The ties of stories as the store has them. */
import type { Transaction } from '../database/database';
import { deleteDocuments } from '../searching';
import type { NodeTie, OutletTie, StoryTies } from './story-ties';

interface MutableTies {
  outlets: OutletTie[];
  questions: NodeTie[];
  topics: NodeTie[];
}

/** Reads the ties of these stories, by story key. A story without ties is not in the answer. */
export async function readTies(tx: Transaction, storyKeys: readonly number[]): Promise<Map<number, StoryTies>> {
  const all = new Map<number, MutableTies>();
  if (storyKeys.length === 0) return all;
  const ofStory = (key: number): MutableTies => {
    let ties = all.get(key);
    if (ties === undefined) all.set(key, (ties = { outlets: [], questions: [], topics: [] }));
    return ties;
  };
  const { dialect } = tx;
  const parameters = [JSON.stringify(storyKeys)];
  const keys = dialect.keys(dialect.parameter(1));
  type OutletRow = { storyKey: number; perspective: number; isCollective: boolean | number; nodeKey: number; referenceKey: number };
  const outlets = await tx.run<OutletRow>(
    `SELECT perspective."storyKey", perspective."position" AS "perspective", tie."isCollective",
       tie."outletKey" AS "nodeKey", tie."referenceKey"
     FROM "perspective" AS perspective JOIN "perspectiveOutlet" AS tie ON tie."perspectiveKey" = perspective."key"
     WHERE perspective."storyKey" IN ${keys} ORDER BY perspective."storyKey", perspective."position", tie."position"`,
    parameters,
  );
  for (const { storyKey, isCollective, ...rest } of outlets) {
    ofStory(storyKey).outlets.push({ ...rest, isCollective: Boolean(isCollective) });
  }
  for (const [list, table, column] of [['questions', 'storyQuestion', 'questionKey'], ['topics', 'storyTopic', 'topicKey']] as const) {
    const ties = await tx.run<NodeTie & { storyKey: number }>(
      `SELECT "storyKey", "${column}" AS "nodeKey", "referenceKey" FROM "${table}"
       WHERE "storyKey" IN ${keys} ORDER BY "storyKey", "position"`,
      parameters,
    );
    for (const { storyKey, nodeKey, referenceKey } of ties) ofStory(storyKey)[list].push({ nodeKey, referenceKey });
  }
  return all;
}

/** Deletes what stories say: their perspectives and ties. The stories' own rows stay. */
export async function deleteTies(tx: Transaction, storyKeys: readonly number[]): Promise<void> {
  if (storyKeys.length === 0) return;
  const keys = tx.dialect.keys(tx.dialect.parameter(1));
  await deleteDocuments(tx, 'Perspective', `(SELECT "key" FROM "perspective" WHERE "storyKey" IN ${keys})`, [JSON.stringify(storyKeys)]);
  // The ties of perspectives go with them, by their foreign key.
  for (const table of ['perspective', 'storyOutlet', 'storyQuestion', 'storyTopic', 'storyTitleWord']) {
    await tx.run(`DELETE FROM "${table}" WHERE "storyKey" IN ${keys}`, [JSON.stringify(storyKeys)]);
  }
}
