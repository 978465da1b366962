/** The texts by which each noun is found, and the columns that they stand in. */
import { NOUNS, type Noun } from '../../domain/identity';
import type { Block } from '../../domain/story-draft';
import type { StoredSection } from '../entities/story.entity';
import type { SearchTexts } from './search-document';

/** A node's row with its text columns, JSON as text. */
export interface TextRow {
  readonly key: number;
  /** Of shared nodes: the fingerprint of the texts that the index holds of it. */
  readonly searchDigest?: string | null;
  readonly [column: string]: unknown;
}

export interface IndexedNoun {
  readonly noun: Noun;
  readonly table: string;
  readonly columns: readonly string[];
  /** Shared by stories: a write touches many, and changes the texts of few. */
  readonly isShared: boolean;
  readonly textsOf: (row: TextRow) => SearchTexts;
}

const story: IndexedNoun = {
  noun: 'Story',
  table: 'story',
  columns: ['title', 'summary', 'analysis', 'coverage', 'background', 'otherSections'],
  isShared: false,
  textsOf: ({ title, summary, analysis, coverage, background, otherSections }) => {
    const others = [...[analysis, coverage, background].map(parsed<StoredSection>), ...(parsed<StoredSection[]>(otherSections) ?? [])];
    const sections = others.filter((section) => section !== null).sort((a, b) => a.position - b.position);
    return {
      heading: texts(title),
      lead: textsOfBlocks(parsed<StoredSection>(summary)?.blocks),
      // The headings of the four known sections are on every story, and say nothing of any.
      body: sections.flatMap(({ kind, heading, blocks }) => [...(kind === 'OTHER' ? [heading] : []), ...textsOfBlocks(blocks)]),
    };
  },
};

const perspective: IndexedNoun = {
  noun: 'Perspective',
  table: 'perspective',
  columns: ['headline', 'text'],
  isShared: false,
  textsOf: ({ headline, text }) => ({ heading: texts(headline), lead: texts(text), body: [] }),
};

const outlet: IndexedNoun = {
  noun: 'Outlet',
  table: 'outlet',
  columns: ['name', 'aliases'],
  isShared: true,
  textsOf: ({ name, aliases }) => ({ heading: [...texts(name), ...(parsed<string[]>(aliases) ?? [])], lead: [], body: [] }),
};

const question: IndexedNoun = {
  noun: 'Question',
  table: 'question',
  columns: ['title', 'intro', 'answer'],
  isShared: true,
  textsOf: ({ title, intro, answer }) => ({
    heading: texts(title),
    lead: texts(intro),
    body: textsOfBlocks(parsed<{ blocks: Block[] }>(answer)?.blocks),
  }),
};

const topic: IndexedNoun = {
  noun: 'Topic',
  table: 'topic',
  columns: ['name', 'aliases', 'description'],
  isShared: true,
  textsOf: ({ name, aliases, description }) => ({
    heading: [...texts(name), ...(parsed<string[]>(aliases) ?? [])],
    lead: texts(description),
    body: [],
  }),
};

export const indexedNouns: Readonly<Record<Noun, IndexedNoun>> = {
  Story: story,
  Perspective: perspective,
  Outlet: outlet,
  Question: question,
  Topic: topic,
};

/** All nouns, in the order in which they are indexed. */
export const allIndexed: readonly IndexedNoun[] = NOUNS.map((noun) => indexedNouns[noun]);

function texts(value: unknown): string[] {
  return typeof value === 'string' ? [value] : [];
}

function textsOfBlocks(blocks: readonly Block[] | undefined): string[] {
  return (blocks ?? []).map(({ text }) => text);
}

/** What this store wrote itself into a column of JSON. */
function parsed<Value>(column: unknown): Value | null {
  return typeof column === 'string' ? (JSON.parse(column) as Value) : null;
}
