/** Brings the index in line with the nodes' rows, in the transaction that changed them. */
import { setImmediate } from 'node:timers/promises';
import { digest } from '../../domain/identity';
import type { NormalisedStory } from '../../domain/normalised-story';
import type { SqlValue, Transaction } from '../database/database';
import { sideBySide } from '../database/side-by-side';
import { indexRow, type IndexRow } from './index-row';
import { indexedNouns, textsOf, textsOfPerspective, textsOfStory, type IndexedNoun, type TextRow } from './node-texts';
import { searchDocument, type SearchTexts } from './search-document';
import { writeDocuments } from './search-index';

/** A story whose rows are written, or are about to be. */
export interface WrittenStory {
  readonly story: NormalisedStory;
  readonly key: number;
  /** The key of its first perspective; those of the others follow. */
  readonly perspectiveKey: number;
}

/** After so many stories the database's answers get their turn: it would wait for its next statement else. */
const STORIES_A_TURN = 16;

/** Indexes stories and their perspectives. */
export async function indexStories(tx: Transaction, written: readonly WrittenStory[]): Promise<void> {
  const stories: IndexRow[] = [];
  const perspectives: IndexRow[] = [];
  for (const [place, { story, key, perspectiveKey }] of written.entries()) {
    if (place % STORIES_A_TURN === 0) await setImmediate();
    stories.push(indexRow(tx.dialect, key, searchDocument(textsOfStory(story))));
    for (const [position, perspective] of story.perspectives.entries()) {
      perspectives.push(indexRow(tx.dialect, perspectiveKey + position, searchDocument(textsOfPerspective(perspective))));
    }
  }
  await sideBySide(writeDocuments(tx, 'Story', stories), writeDocuments(tx, 'Perspective', perspectives));
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
  await writeDocuments(tx, indexed.noun, fresh.map(({ row, texts }) => indexRow(tx.dialect, row.key, searchDocument(texts))));
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
