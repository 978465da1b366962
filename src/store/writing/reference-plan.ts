/**
 * Which node each reference means, after a write. New and vanished references can change what others mean, so all
 * that touch one another are resolved together; the rest of the store is left alone. This file only reads.
 */
import { resolveReferences } from '../../domain/reference';
import type { Transaction } from '../database/database';
import { names } from './insert-rows';
import type { ReferenceRow, SharedNoun } from './nouns';

/** A reference that the written stories use, and how often. */
export interface UsedReference<Row extends ReferenceRow> {
  readonly row: Row;
  ties: number;
}

/** Where a reference that the store has stands. */
export interface KnownReference {
  readonly key: number;
  readonly digest: string;
  readonly nodeKey: number;
  readonly tieCount: number;
}

/** A reference that the store has, with all that it says. */
export type StoredReference<Row extends ReferenceRow> = Row & KnownReference & { readonly nodeSlug: string };

/** What becomes of the references of one noun. */
export interface ReferencePlan<Row extends ReferenceRow> {
  readonly noun: SharedNoun<Row>;
  /** Those that the written stories use and the store has. */
  readonly known: readonly KnownReference[];
  readonly fresh: readonly UsedReference<Row>[];
  /** By how much the ties of stored references, by their keys, change. */
  readonly tieChanges: ReadonlyMap<number, number>;
  /** Keys of those that go. */
  readonly vanished: readonly number[];
  /** Known references that mean another node than before. */
  readonly moved: readonly StoredReference<Row>[];
  /** The slug of the node that a reference means, by the reference's digest; only for those that were resolved. */
  readonly slugs: ReadonlyMap<string, string>;
  /** What the resolved nodes show, by their slugs. */
  readonly shown: ReadonlyMap<string, Readonly<Record<string, string | boolean | null>>>;
  /** Keys of nodes that references were taken from, which may have none left. */
  readonly abandoned: readonly number[];
}

/**
 * Plans for one noun. `used` are the written stories' references by their digests; `released` counts, by the keys of
 * references, the ties that the same stories had before, which are already gone.
 */
export async function planReferences<Row extends ReferenceRow>(
  tx: Transaction,
  noun: SharedNoun<Row>,
  used: ReadonlyMap<string, UsedReference<Row>>,
  released: ReadonlyMap<number, number>,
): Promise<ReferencePlan<Row>> {
  const known = await findByDigest(tx, noun, [...used.keys()]);
  const knownDigests = new Set(known.map(({ digest }) => digest));
  const fresh = [...used.values()].filter(({ row }) => !knownDigests.has(row.digest));
  const isTiedElsewhere = ({ key, tieCount }: KnownReference): boolean => tieCount > (released.get(key) ?? 0);
  const inUse = new Set(known.map(({ key }) => key));
  const dropped = await findByKey(tx, noun, [...released.keys()].filter((key) => !inUse.has(key)));
  const untied = dropped.filter((row) => !isTiedElsewhere(row));
  const retied = noun.outlivesItsTies ? known.filter((reference) => !isTiedElsewhere(reference)) : [];
  const findings = { used, known, fresh, untied, isTiedElsewhere, tieChanges: tieChanges(used, known, released) };
  const seeds = [...fresh.map(({ row }) => row), ...untied, ...retied.flatMap(({ digest }) => used.get(digest)?.row ?? [])];
  if (seeds.length === 0) return emptyPlan(noun, findings);
  return resolve(noun, findings, await loadTouching(tx, noun, seeds));
}

interface Findings<Row extends ReferenceRow> extends Pick<ReferencePlan<Row>, 'known' | 'fresh' | 'tieChanges'> {
  readonly used: ReadonlyMap<string, UsedReference<Row>>;
  readonly untied: readonly StoredReference<Row>[];
  readonly isTiedElsewhere: (reference: KnownReference) => boolean;
}

function tieChanges<Row extends ReferenceRow>(
  used: ReadonlyMap<string, UsedReference<Row>>,
  known: readonly KnownReference[],
  released: ReadonlyMap<number, number>,
): Map<number, number> {
  const changes = new Map([...released].map(([key, count]) => [key, -count]));
  for (const { key, digest } of known) changes.set(key, (changes.get(key) ?? 0) + (used.get(digest)?.ties ?? 0));
  return changes;
}

function resolve<Row extends ReferenceRow>(
  noun: SharedNoun<Row>,
  { used, known, fresh, untied, isTiedElsewhere, tieChanges: changes }: Findings<Row>,
  stored: readonly StoredReference<Row>[],
): ReferencePlan<Row> {
  const isTied = (row: StoredReference<Row>): boolean => used.has(row.digest) || isTiedElsewhere(row);
  const tied: Row[] = [...fresh.map(({ row }) => row), ...stored.filter(isTied)];
  const kept = noun.outlivesItsTies ? stored.filter((row) => !isTied(row)) : [];
  // References that no story uses any more must not show in what the others mean: these are resolved among themselves.
  const inUse = resolveReferences(tied.map(noun.toReference));
  const slugs = kept.length === 0 ? inUse : new Map([...resolveReferences([...tied, ...kept].map(noun.toReference)), ...inUse]);
  const remaining = stored.filter(({ digest }) => slugs.has(digest));
  return {
    noun,
    known,
    fresh,
    tieChanges: changes,
    vanished: noun.outlivesItsTies ? [] : untied.map(({ key }) => key),
    moved: remaining.filter(({ digest, nodeSlug }) => slugs.get(digest) !== nodeSlug),
    slugs,
    shown: shownBySlug(noun, slugs, tied, kept),
    abandoned: abandonedNodes(stored, new Set(slugs.values())),
  };
}

function shownBySlug<Row extends ReferenceRow>(
  noun: SharedNoun<Row>,
  slugs: ReadonlyMap<string, string>,
  tied: readonly Row[],
  kept: readonly Row[],
): Map<string, Readonly<Record<string, string | boolean | null>>> {
  const bySlug = new Map<string, Row[]>();
  for (const row of tied) append(bySlug, slugs.get(row.digest), row);
  // A node that stories have shows what they say; one that none has any more, what was last said.
  const orphans = new Map<string, Row[]>();
  for (const row of kept) append(orphans, slugs.get(row.digest), row);
  for (const [slug, rows] of orphans) if (!bySlug.has(slug)) bySlug.set(slug, rows);
  return new Map([...bySlug].map(([slug, rows]) => [slug, noun.shown(rows)]));
}

function append<Value>(lists: Map<string, Value[]>, key: string | undefined, value: Value): void {
  if (key === undefined) return;
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function abandonedNodes<Row extends ReferenceRow>(
  stored: readonly StoredReference<Row>[],
  slugs: ReadonlySet<string>,
): number[] {
  return [...new Set(stored.filter(({ nodeSlug }) => !slugs.has(nodeSlug)).map(({ nodeKey }) => nodeKey))];
}

function emptyPlan<Row extends ReferenceRow>(noun: SharedNoun<Row>, { known, tieChanges: changes }: Findings<Row>): ReferencePlan<Row> {
  const nothing = { fresh: [], vanished: [], moved: [], slugs: new Map(), shown: new Map(), abandoned: [] };
  return { noun, known, tieChanges: changes, ...nothing };
}

/** All stored references that share a slug, name, alias or Wikidata id with the seeds, or with one that does. */
async function loadTouching<Row extends ReferenceRow>(
  tx: Transaction,
  noun: SharedNoun<Row>,
  seeds: readonly Row[],
): Promise<StoredReference<Row>[]> {
  // Aliases have no index, and outlets are few.
  if (noun.outlivesItsTies) return component(noun, seeds, await find(tx, noun, `true`, []));
  const slugs = new Set<string>();
  const wikidataIds = new Set<string>();
  let found: StoredReference<Row>[] = [];
  let newest: readonly Row[] = seeds;
  for (;;) {
    const before = slugs.size + wikidataIds.size;
    for (const row of newest) collectLinks(noun, row, slugs, wikidataIds);
    if (slugs.size + wikidataIds.size === before) return found;
    newest = found = await findLinked(tx, noun, slugs, wikidataIds);
  }
}

const WIKIDATA_SUFFIX = /-(q\d+)$/;

function collectLinks<Row extends ReferenceRow>(
  noun: SharedNoun<Row>,
  row: Row,
  slugs: Set<string>,
  wikidataIds: Set<string>,
): void {
  const { givenSlug, wikidataId, nameSlug } = noun.toReference(row);
  for (const slug of [nameSlug, ...(givenSlug === null ? [] : [givenSlug])]) {
    slugs.add(slug);
    // Topics of one name are told apart by their Wikidata ids, at the end of their slugs.
    const suffix = WIKIDATA_SUFFIX.exec(slug)?.[1];
    if (suffix !== undefined) wikidataIds.add(suffix.toUpperCase());
  }
  if (wikidataId === null) return;
  wikidataIds.add(wikidataId);
  slugs.add(`${nameSlug}-${wikidataId.toLowerCase()}`);
}

/** The rows that hang together with the seeds by any slug. */
function component<Row extends ReferenceRow>(
  noun: SharedNoun<Row>,
  seeds: readonly Row[],
  all: readonly StoredReference<Row>[],
): StoredReference<Row>[] {
  const linksOf = (row: Row): string[] => {
    const { givenSlug, nameSlug, aliasSlugs } = noun.toReference(row);
    return [nameSlug, ...aliasSlugs, ...(givenSlug === null ? [] : [givenSlug])];
  };
  const byLink = new Map<string, StoredReference<Row>[]>();
  for (const row of all) for (const link of linksOf(row)) append(byLink, link, row);
  const found = new Set<StoredReference<Row>>();
  const seen = new Set(seeds.flatMap(linksOf));
  // A set's iteration reaches what is added to it on the way.
  for (const link of seen) {
    for (const row of byLink.get(link) ?? []) {
      if (found.has(row)) continue;
      found.add(row);
      for (const next of linksOf(row)) seen.add(next);
    }
  }
  return [...found];
}

function findByDigest<Row extends ReferenceRow>(
  tx: Transaction,
  noun: SharedNoun<Row>,
  digests: readonly string[],
): Promise<KnownReference[]> {
  if (digests.length === 0) return Promise.resolve([]);
  return tx.run<KnownReference>(
    `SELECT "key", "digest", "${noun.nodeKey}" AS "nodeKey", "tieCount" FROM "${noun.referenceTable}"
     WHERE "digest" IN ${tx.dialect.texts(tx.dialect.parameter(1))}`,
    [JSON.stringify(digests)],
  );
}

function findByKey<Row extends ReferenceRow>(
  tx: Transaction,
  noun: SharedNoun<Row>,
  keys: readonly number[],
): Promise<StoredReference<Row>[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return find(tx, noun, `reference."key" IN ${tx.dialect.keys(tx.dialect.parameter(1))}`, [JSON.stringify(keys)]);
}

function findLinked<Row extends ReferenceRow>(
  tx: Transaction,
  noun: SharedNoun<Row>,
  slugs: ReadonlySet<string>,
  wikidataIds: ReadonlySet<string>,
): Promise<StoredReference<Row>[]> {
  const { dialect } = tx;
  const links = ['givenSlug', 'nameSlug'].map((column) => linked(noun, column, dialect.texts(dialect.parameter(1))));
  const parameters = [JSON.stringify([...slugs])];
  if ('wikidataId' in noun.referenceColumns) {
    links.push(linked(noun, 'wikidataId', dialect.texts(dialect.parameter(2))));
    parameters.push(JSON.stringify([...wikidataIds]));
  }
  return find(tx, noun, `reference."key" IN (${links.join(' UNION ')})`, parameters);
}

/** A branch a column, so that each uses its index. */
function linked<Row extends ReferenceRow>(noun: SharedNoun<Row>, column: string, texts: string): string {
  return `SELECT "key" FROM "${noun.referenceTable}" WHERE "${column}" IN ${texts}`;
}

function find<Row extends ReferenceRow>(
  tx: Transaction,
  { referenceTable, referenceColumns, nodeTable, nodeKey }: SharedNoun<Row>,
  condition: string,
  parameters: readonly string[],
): Promise<StoredReference<Row>[]> {
  const columns = Object.keys(referenceColumns).map((name) => `reference.${names([name])}`);
  return tx.run<StoredReference<Row>>(
    `SELECT reference."key", reference."${nodeKey}" AS "nodeKey", node."slug" AS "nodeSlug", reference."tieCount",
       ${columns.join(', ')}
     FROM "${referenceTable}" AS reference JOIN "${nodeTable}" AS node ON node."key" = reference."${nodeKey}"
     WHERE ${condition}`,
    parameters,
  );
}
