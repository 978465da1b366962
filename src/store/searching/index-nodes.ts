/** Brings the index in line with the nodes' rows, in the transaction that changed them. */
import { digest } from '../../domain/identity';
import type { SqlValue, Transaction } from '../database/database';
import { indexedNouns, textsOf, type IndexedNoun, type TextRow } from './node-texts';
import { searchDocument, type SearchTexts } from './search-document';
import { writeDocuments } from './search-index';

/** Indexes stories and their perspectives, whose rows are written. */
export async function indexStories(tx: Transaction, storyKeys: readonly number[]): Promise<void> {
  if (storyKeys.length === 0) return;
  const keys = tx.dialect.keys(tx.dialect.parameter(1));
  const parameters = [JSON.stringify(storyKeys)];
  await indexWhere(tx, indexedNouns.Story, `"key" IN ${keys}`, parameters);
  await indexWhere(tx, indexedNouns.Perspective, `"storyKey" IN ${keys}`, parameters);
}

/** Indexes those of these shared nodes whose texts are not what the index holds of them. */
export async function indexShared(
  tx: Transaction,
  noun: 'Outlet' | 'Question' | 'Topic',
  keys: readonly number[],
  slugs: readonly string[],
): Promise<void> {
  if (keys.length === 0 && slugs.length === 0) return;
  const { dialect } = tx;
  const condition = `"key" IN ${dialect.keys(dialect.parameter(1))} OR "slug" IN ${dialect.texts(dialect.parameter(2))}`;
  await indexWhere(tx, indexedNouns[noun], condition, [JSON.stringify(keys), JSON.stringify(slugs)]);
}

/** Indexes the nodes that meet the condition; gives how many rows were looked at. */
export async function indexWhere(
  tx: Transaction,
  indexed: IndexedNoun,
  condition: string,
  parameters: readonly SqlValue[],
  isForced = false,
): Promise<number> {
  const columns = ['key', ...indexed.columns, ...(indexed.isShared ? ['searchDigest'] : [])].map((name) => `"${name}"`);
  const rows = await tx.run<TextRow>(`SELECT ${columns.join(', ')} FROM "${indexed.table}" WHERE ${condition} ORDER BY "key"`, parameters);
  const nodes = rows.map((row) => ({ row, texts: textsOf(indexed.noun, row) }));
  const fresh = indexed.isShared ? await digested(tx, indexed, nodes, isForced) : nodes;
  await writeDocuments(tx, indexed.noun, fresh.map(({ row, texts }) => ({ key: row.key, document: searchDocument(texts) })));
  return rows.length;
}

interface Node {
  readonly row: TextRow;
  readonly texts: SearchTexts;
}

/** Those whose texts have changed; their new fingerprints are kept. */
async function digested(tx: Transaction, { table }: IndexedNoun, nodes: readonly Node[], isForced: boolean): Promise<Node[]> {
  const changed = nodes
    .map((node) => ({ ...node, fingerprint: digest(JSON.stringify(node.texts)) }))
    .filter(({ row, fingerprint }) => isForced || row.searchDigest !== fingerprint);
  if (changed.length === 0) return [];
  const rows = changed.map(({ row: { key }, fingerprint }) => ({ key, fingerprint }));
  const given = tx.dialect.bulk({ key: 'integer', fingerprint: 'text' }, rows, 'given');
  await tx.run(
    `UPDATE "${table}" AS node SET "searchDigest" = given."fingerprint" FROM ${given.table} WHERE node."key" = given."key"`,
    given.parameters,
  );
  return changed;
}
