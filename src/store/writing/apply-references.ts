/** Carries out a `ReferencePlan`: nodes and references come, change and move. Ties of moved references follow them. */
import { nodeId } from '../../domain/identity';
import type { Transaction } from '../database/database';
import { deleteDocuments } from '../searching';
import { insertReturning, names } from './insert-rows';
import type { ReferenceRow, SharedNoun } from './nouns';
import { present } from './present';
import type { ReferencePlan } from './reference-plan';

/** Where a reference of the written stories stands now. */
export interface SettledReference {
  readonly key: number;
  readonly nodeKey: number;
}

/** Gives the settled references by their digests: those of the written stories, and those that moved. */
export async function applyReferences<Row extends ReferenceRow>(
  tx: Transaction,
  plan: ReferencePlan<Row>,
): Promise<Map<string, SettledReference>> {
  const { noun, known, fresh, moved } = plan;
  const nodeKeys = await saveNodes(tx, plan);
  const nodeKeyOf = (digest: string): number => present(nodeKeys.get(present(plan.slugs.get(digest))));
  const settled = new Map(
    [...known, ...moved].map(({ digest, key, nodeKey }) => [
      digest,
      { key, nodeKey: plan.slugs.has(digest) ? nodeKeyOf(digest) : nodeKey },
    ]),
  );
  const inserted = await insertReturning<{ key: number; digest: string }>(
    tx,
    noun.referenceTable,
    { ...noun.referenceColumns, [noun.nodeKey]: 'integer', tieCount: 'integer' },
    fresh.map(({ row, ties }) => ({ ...row, [noun.nodeKey]: nodeKeyOf(row.digest), tieCount: ties })),
    ['key', 'digest'],
  );
  for (const { key, digest } of inserted) settled.set(digest, { key, nodeKey: nodeKeyOf(digest) });
  await move(tx, noun, moved.map(({ key, digest, nodeKey }) => ({ key, from: nodeKey, to: nodeKeyOf(digest) })));
  await deleteByKey(tx, noun.referenceTable, plan.vanished);
  await countTies(tx, noun, plan.tieChanges);
  return settled;
}

/** Makes the nodes that are missing and lets all show what their references say. Gives their keys by slug. */
async function saveNodes<Row extends ReferenceRow>(
  tx: Transaction,
  { noun, shown }: ReferencePlan<Row>,
): Promise<Map<string, number>> {
  if (shown.size === 0) return new Map();
  const { dialect } = tx;
  const { nodeTable, shownColumns } = noun;
  const rows = [...shown].map(([slug, values]) => ({ slug, ...values, id: nodeId(noun.noun, slug) }));
  const stored = await tx.run<{ key: number; slug: string }>(
    `SELECT "key", "slug" FROM "${nodeTable}" WHERE "slug" IN ${dialect.texts(dialect.parameter(1))}`,
    [JSON.stringify([...shown.keys()])],
  );
  const keys = new Map(stored.map(({ slug, key }) => [slug, key]));
  await updateShown(tx, noun, rows.filter(({ slug }) => keys.has(slug)));
  const created = await insertReturning<{ key: number; slug: string }>(
    tx,
    nodeTable,
    { id: 'text', slug: 'text', ...shownColumns },
    rows.filter(({ slug }) => !keys.has(slug)),
    ['key', 'slug'],
  );
  for (const { slug, key } of created) keys.set(slug, key);
  return keys;
}

async function updateShown<Row extends ReferenceRow>(
  tx: Transaction,
  { nodeTable, shownColumns }: SharedNoun<Row>,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = tx.dialect.bulk({ slug: 'text', ...shownColumns }, rows, 'given');
  const columns = Object.keys(shownColumns);
  const changes = columns.map((name) => `${names([name])} = given.${names([name])}`);
  const differences = columns.map((name) => `node.${names([name])} IS DISTINCT FROM given.${names([name])}`);
  await tx.run(
    `UPDATE "${nodeTable}" AS node SET ${changes.join(', ')}
     FROM ${given.table} WHERE node."slug" = given."slug" AND (${differences.join(' OR ')})`,
    given.parameters,
  );
}

/** The rows of references, and the ties that have them, point to other nodes. */
async function move<Row extends ReferenceRow>(
  tx: Transaction,
  { referenceTable, tieTable, nodeKey }: SharedNoun<Row>,
  moves: readonly { readonly key: number; readonly from: number; readonly to: number }[],
): Promise<void> {
  if (moves.length === 0) return;
  const given = tx.dialect.bulk({ key: 'integer', from: 'integer', to: 'integer' }, moves, 'given');
  for (const [table, column] of [[referenceTable, 'key'], [tieTable, 'referenceKey']] as const) {
    // Ties are found by their node: an index on their references alone would cost every write.
    await tx.run(
      `UPDATE "${table}" AS target SET "${nodeKey}" = given."to" FROM ${given.table}
       WHERE target."${nodeKey}" = given."from" AND target."${column}" = given."key"`,
      given.parameters,
    );
  }
}

async function countTies<Row extends ReferenceRow>(
  tx: Transaction,
  { referenceTable }: SharedNoun<Row>,
  changes: ReadonlyMap<number, number>,
): Promise<void> {
  const rows = [...changes].map(([key, change]) => ({ key, change })).filter(({ change }) => change !== 0);
  if (rows.length === 0) return;
  const given = tx.dialect.bulk({ key: 'integer', change: 'integer' }, rows, 'given');
  await tx.run(
    `UPDATE "${referenceTable}" AS reference SET "tieCount" = reference."tieCount" + given."change"
     FROM ${given.table} WHERE reference."key" = given."key"`,
    given.parameters,
  );
}

/** Deletes nodes that have no reference left; see `ReferencePlan.abandoned`. Their tallies must be settled. */
export async function deleteAbandoned<Row extends ReferenceRow>(
  tx: Transaction,
  { noun, abandoned }: Pick<ReferencePlan<Row>, 'noun' | 'abandoned'>,
): Promise<void> {
  if (abandoned.length > 0) await deleteDocuments(tx, noun.noun, tx.dialect.keys(tx.dialect.parameter(1)), [JSON.stringify(abandoned)]);
  await deleteByKey(tx, noun.nodeTable, abandoned);
}

async function deleteByKey(tx: Transaction, table: string, keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.run(`DELETE FROM "${table}" WHERE "key" IN ${tx.dialect.keys(tx.dialect.parameter(1))}`, [JSON.stringify(keys)]);
}
