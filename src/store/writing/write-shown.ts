/**
 * Lets questions and topics show the best of what their stories say: the text of the highest completeness, then of
 * the newest story, then of the story with the highest id. A node keeps the rank of what it shows, so that a story's
 * words are weighed against that alone; only a node that loses what it shows looks through all its ties.
 */
import type { Transaction } from '../database/database';
import { sideBySide } from '../database/side-by-side';
import type { TallyChange } from './tally-change';

/** A tie as far as it ranks among the ties of its node. */
export interface RankedTie {
  readonly storyKey: number;
  readonly position: number;
  readonly completeness: number;
  readonly orderedAt: string;
  readonly storyId: string;
}

/** What may change in the words that the nodes of one noun show. */
export interface SpokenChange {
  /** What the written stories say of their nodes, at its best, by the nodes' keys. */
  readonly best: ReadonlyMap<number, RankedTie>;
  /** Nodes that written or removed stories had. */
  readonly released: ReadonlySet<number>;
  /** Nodes that ties were moved to or from. */
  readonly moved: ReadonlySet<number>;
  /** Nodes that are about to go: they show nothing any more. */
  readonly leaving: ReadonlySet<number>;
}

/** All ties must be written. `storyIds` are the stories that the released ties belonged to. */
export async function writeShown(
  tx: Transaction,
  tallies: TallyChange,
  storyIds: readonly string[],
  { questions, topics }: { readonly questions: SpokenChange; readonly topics: SpokenChange },
): Promise<void> {
  await sideBySide(
    writeNodes(tx, QUESTION, tallies.questions, storyIds, questions),
    writeNodes(tx, TOPIC, tallies.topics, storyIds, topics),
  );
}

/** The best tie of each node. */
export function bestTies<Tie extends RankedTie>(ties: readonly Tie[], nodeKeyOf: (tie: Tie) => number): Map<number, Tie> {
  const best = new Map<number, Tie>();
  for (const tie of ties) {
    const key = nodeKeyOf(tie);
    const other = best.get(key);
    if (other === undefined || compareRanks(tie, other) > 0) best.set(key, tie);
  }
  return best;
}

/** Of one story's ties the first is the best of those that are as complete. */
function compareRanks(a: RankedTie, b: RankedTie): number {
  if (a.completeness !== b.completeness) return a.completeness - b.completeness;
  if (a.orderedAt !== b.orderedAt) return a.orderedAt < b.orderedAt ? -1 : 1;
  if (a.storyId !== b.storyId) return a.storyId < b.storyId ? -1 : 1;
  return b.position - a.position;
}

interface SpokenNoun {
  readonly table: string;
  readonly tieTable: string;
  readonly nodeKey: string;
  /** What the node shows of the tie. */
  readonly columns: readonly string[];
}

const QUESTION: SpokenNoun = { table: 'question', tieTable: 'storyQuestion', nodeKey: 'questionKey', columns: ['intro', 'answer', 'isTruncated'] };
const TOPIC: SpokenNoun = { table: 'topic', tieTable: 'storyTopic', nodeKey: 'topicKey', columns: ['description', 'isTruncated'] };

/** The columns of a node that rank what it shows, by the tie's columns that they come from. */
const RANK = { completeness: 'shownCompleteness', orderedAt: 'shownOrderedAt', storyId: 'shownStoryId' } as const;

interface ShownRank {
  readonly key: number;
  readonly completeness: number;
  readonly orderedAt: string;
  readonly storyId: string;
}

async function writeNodes(
  tx: Transaction,
  noun: SpokenNoun,
  counts: ReadonlyMap<number, number>,
  storyIds: readonly string[],
  { best, released, moved, leaving }: SpokenChange,
): Promise<void> {
  const lost = await findShowing(tx, noun, [...released].filter((key) => !leaving.has(key)), new Set(storyIds));
  const outdone = lost.filter(({ key, ...rank }) => {
    const tie = best.get(key);
    return tie === undefined || compareRanks(tie, { ...rank, storyKey: tie.storyKey, position: tie.position }) < 0;
  });
  const anew = new Set([...moved, ...outdone.map(({ key }) => key)].filter((key) => !leaving.has(key)));
  await count(tx, noun, [...counts].map(([key, change]) => ({ key, change })).filter(({ change }) => change !== 0));
  await showBetter(tx, noun, [...best].filter(([key]) => !anew.has(key)).map(([key, { storyKey, position }]) => ({ key, storyKey, position })));
  await showAnew(tx, noun, [...anew]);
}

/** Those of the nodes that show what one of the stories said. */
async function findShowing(
  tx: Transaction,
  { table }: SpokenNoun,
  keys: readonly number[],
  storyIds: ReadonlySet<string>,
): Promise<ShownRank[]> {
  if (keys.length === 0) return [];
  const columns = Object.entries(RANK).map(([name, column]) => `"${column}" AS "${name}"`);
  const rows = await tx.run<ShownRank>(
    `SELECT "key", ${columns.join(', ')} FROM "${table}" WHERE "key" IN ${tx.dialect.keys(tx.dialect.parameter(1))}`,
    [JSON.stringify(keys)],
  );
  return rows.filter(({ storyId }) => storyIds.has(storyId));
}

async function count(tx: Transaction, { table }: SpokenNoun, rows: readonly { readonly key: number; readonly change: number }[]): Promise<void> {
  if (rows.length === 0) return;
  const given = tx.dialect.bulk({ key: 'integer', change: 'integer' }, rows, 'given');
  await tx.run(
    `UPDATE "${table}" AS node SET "storyCount" = node."storyCount" + given."change"
     FROM ${given.table} WHERE node."key" = given."key"`,
    given.parameters,
  );
}

/** Nodes show these ties, unless what they show ranks higher. A tie of the rank that is shown is the story's new one. */
async function showBetter(
  tx: Transaction,
  { table, tieTable, columns }: SpokenNoun,
  rows: readonly { readonly key: number; readonly storyKey: number; readonly position: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = tx.dialect.bulk({ key: 'integer', storyKey: 'integer', position: 'integer' }, rows, 'given');
  const changes = [...columns.map((name) => [name, name] as const), ...Object.entries(RANK)];
  const rank = Object.entries(RANK);
  await tx.run(
    `UPDATE "${table}" AS node SET ${changes.map(([from, to]) => `"${to}" = tie."${from}"`).join(', ')}
     FROM ${given.table} JOIN "${tieTable}" AS tie ON tie."storyKey" = given."storyKey" AND tie."position" = given."position"
     WHERE node."key" = given."key" AND
       (${rank.map(([from]) => `tie."${from}"`).join(', ')}) >= (${rank.map(([, to]) => `node."${to}"`).join(', ')})`,
    given.parameters,
  );
}

/** Nodes show the best of all their ties. The first step reads an index alone, because a node may have many. */
async function showAnew(tx: Transaction, { table, tieTable, nodeKey, columns }: SpokenNoun, keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return;
  const targets = [...columns, ...Object.values(RANK)].map((name) => `"${name}"`);
  const sources = [...columns, ...Object.keys(RANK)].map((name) => `tie."${name}"`);
  const first = (column: string): string =>
    `(SELECT other."${column}" FROM "${tieTable}" AS other WHERE other."${nodeKey}" = node."key"
      ORDER BY other."completeness" DESC, other."orderedAt" DESC, other."storyId" DESC, other."position" LIMIT 1)`;
  await tx.run(
    `UPDATE "${table}" AS node SET (${targets.join(', ')}) = (
       SELECT ${sources.join(', ')} FROM "${tieTable}" AS tie
       WHERE (tie."storyKey", tie."position") = (${first('storyKey')}, ${first('position')}))
     WHERE node."key" IN ${tx.dialect.keys(tx.dialect.parameter(1))}`,
    [JSON.stringify(keys)],
  );
}
