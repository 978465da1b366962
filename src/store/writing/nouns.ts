/**
 * Outlets, questions and topics, as far as they are alike: nodes that documents call by references, tied to stories.
 * Each description says which tables hold them, and what a node shows of its references.
 */
import type { OutletMention, QuestionMention, TopicMention } from '../../domain/normalised-story';
import type { Reference } from '../../domain/reference';
import { titleWords } from '../../domain/title-words';
import type { Columns } from '../database/dialect';
import { outletSortNameOf, sortNameOf } from './sort-name';

/** What every table of references has. */
export interface ReferenceRow {
  readonly digest: string;
  readonly givenSlug: string | null;
  readonly nameSlug: string;
}

export interface OutletReferenceRow extends ReferenceRow {
  readonly name: string;
  /** JSON, like `aliasSlugs`. */
  readonly aliases: string;
  readonly aliasSlugs: string;
  readonly country: string | null;
  readonly homepage: string | null;
}

export interface QuestionReferenceRow extends ReferenceRow {
  readonly title: string;
}

export interface TopicReferenceRow extends ReferenceRow {
  readonly wikidataId: string | null;
  readonly name: string;
  /** SQLite gives 0 and 1. */
  readonly nameIsDerived: boolean | number;
  /** JSON. */
  readonly aliases: string;
  readonly kind: string | null;
}

/** One of the three, with the form that its references' rows have. */
export interface SharedNoun<Row extends ReferenceRow> {
  readonly noun: 'Outlet' | 'Question' | 'Topic';
  readonly nodeTable: string;
  readonly referenceTable: string;
  readonly tieTable: string;
  /** The column that points to the node, in references and in ties. */
  readonly nodeKey: string;
  /** The reference's columns beside `key` and the node's. */
  readonly referenceColumns: Columns;
  /** The node's columns that its references decide. */
  readonly shownColumns: Columns;
  /** Outlets stay when no story has them any more; questions and topics go. */
  readonly outlivesItsTies: boolean;
  readonly toReference: (row: Row) => Reference;
  /** What the node shows: a function of the set, whatever its order. At least one row. */
  readonly shown: (rows: readonly Row[]) => Readonly<Record<string, string | boolean | null>>;
}

const identity = { digest: 'text', givenSlug: 'text', nameSlug: 'text' } as const;

export const outletNoun: SharedNoun<OutletReferenceRow> = {
  noun: 'Outlet',
  nodeTable: 'outlet',
  referenceTable: 'outletReference',
  tieTable: 'perspectiveOutlet',
  nodeKey: 'outletKey',
  referenceColumns: { ...identity, name: 'text', aliases: 'text', aliasSlugs: 'text', country: 'text', homepage: 'text' },
  shownColumns: { name: 'text', sortName: 'text', aliases: 'text', country: 'text', homepage: 'text' },
  outlivesItsTies: true,
  toReference: ({ digest, givenSlug, nameSlug, aliasSlugs }) => ({
    id: digest,
    givenSlug,
    wikidataId: null,
    nameSlug,
    aliasSlugs: parseTexts(aliasSlugs),
  }),
  shown: (rows) => {
    const best = ranked(rows, ({ givenSlug, name }) => [givenSlug === null ? '1' : '0', name]);
    const name = best[0]?.name ?? '';
    return {
      name,
      sortName: outletSortNameOf(name),
      aliases: allAliases(rows, name),
      country: firstPresent(best.map(({ country }) => country)),
      homepage: firstPresent(best.map(({ homepage }) => homepage)),
    };
  },
};

export const questionNoun: SharedNoun<QuestionReferenceRow> = {
  noun: 'Question',
  nodeTable: 'question',
  referenceTable: 'questionReference',
  tieTable: 'storyQuestion',
  nodeKey: 'questionKey',
  referenceColumns: { ...identity, title: 'text' },
  shownColumns: { title: 'text', sortTitle: 'text', titleWords: 'text' },
  outlivesItsTies: false,
  toReference: ({ digest, givenSlug, nameSlug }) => ({ id: digest, givenSlug, wikidataId: null, nameSlug, aliasSlugs: [] }),
  shown: (rows) => {
    const title = ranked(rows, (row) => [row.givenSlug === null ? '1' : '0', row.title])[0]?.title ?? '';
    return { title, sortTitle: sortNameOf(title), titleWords: JSON.stringify(titleWords(title)) };
  },
};

export const topicNoun: SharedNoun<TopicReferenceRow> = {
  noun: 'Topic',
  nodeTable: 'topic',
  referenceTable: 'topicReference',
  tieTable: 'storyTopic',
  nodeKey: 'topicKey',
  referenceColumns: { ...identity, wikidataId: 'text', name: 'text', nameIsDerived: 'boolean', aliases: 'text', kind: 'text' },
  shownColumns: { name: 'text', sortName: 'text', nameIsDerived: 'boolean', aliases: 'text', kind: 'text', wikidataId: 'text' },
  outlivesItsTies: false,
  toReference: ({ digest, givenSlug, wikidataId, nameSlug }) => ({
    id: digest,
    givenSlug,
    wikidataId,
    nameSlug,
    // An alias never merges topics.
    aliasSlugs: [],
  }),
  shown: (rows) => {
    const best = ranked(rows, ({ nameIsDerived, name }) => [nameIsDerived ? '1' : '0', name]);
    const name = best[0]?.name ?? '';
    return {
      name,
      sortName: sortNameOf(name),
      nameIsDerived: Boolean(best[0]?.nameIsDerived),
      aliases: allAliases(rows, name),
      kind: firstPresent(best.map(({ kind }) => kind)),
      wikidataId: firstPresent(best.map(({ wikidataId }) => wikidataId)),
    };
  },
};

/** A mention as its row. */
export function outletRow(mention: OutletMention): OutletReferenceRow {
  const { digest, givenSlug, nameSlug, name, aliases, aliasSlugs, country, homepage } = mention;
  return {
    digest,
    givenSlug,
    nameSlug,
    name,
    aliases: JSON.stringify(aliases),
    aliasSlugs: JSON.stringify(aliasSlugs),
    country,
    homepage,
  };
}

/** A mention as its row. */
export function questionRow({ digest, givenSlug, nameSlug, title }: QuestionMention): QuestionReferenceRow {
  return { digest, givenSlug, nameSlug, title };
}

/** A mention as its row. */
export function topicRow({ aliases, ...rest }: TopicMention): TopicReferenceRow {
  return { ...rest, aliases: JSON.stringify(aliases) };
}

/** The best first: by the parts of the rank, then by the fingerprint, so that the order is total. */
function ranked<Row extends ReferenceRow>(rows: readonly Row[], rankOf: (row: Row) => readonly string[]): Row[] {
  const ranks = rows.map((row) => ({ row, rank: [...rankOf(row), row.digest].join('\0') }));
  return ranks.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ row }) => row);
}

function firstPresent(values: readonly (string | null)[]): string | null {
  return values.find((value) => value !== null) ?? null;
}

function allAliases(rows: readonly { readonly aliases: string }[], name: string): string {
  const all = new Set(rows.flatMap(({ aliases }) => parseTexts(aliases)));
  all.delete(name);
  return JSON.stringify([...all].sort());
}

function parseTexts(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}
