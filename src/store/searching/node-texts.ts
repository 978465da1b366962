/** The texts by which each noun is found, and the columns that they stand in. */
import { NOUNS, type Noun } from '../../domain/identity';
import type { NormalisedPerspective, NormalisedStory } from '../../domain/normalised-story';
import type { Block, Section, SectionKind } from '../../domain/story-draft';
import type { StoredSection } from '../entities/story.entity';
import type { SearchTexts } from './search-document';

/** Where in a node a text stands. */
export const SEARCH_FIELDS = [
  'TITLE', 'NAME', 'ALIAS', 'HEADLINE', 'SUMMARY', 'ANALYSIS', 'COVERAGE', 'BACKGROUND', 'OTHER', 'TEXT', 'INTRO', 'ANSWER', 'DESCRIPTION',
] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

export interface FieldText {
  readonly field: SearchField;
  readonly part: keyof SearchTexts;
  readonly text: string;
}

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
  /** The column of what its nodes are called; null where they have no names. */
  readonly nameColumn: string | null;
  /** Shared by stories: a write touches many, and changes the texts of few. */
  readonly isShared: boolean;
  readonly fieldsOf: (row: TextRow) => FieldText[];
}

const story: IndexedNoun = {
  noun: 'Story',
  table: 'story',
  columns: ['title', 'summary', 'analysis', 'coverage', 'background', 'otherSections'],
  nameColumn: 'title',
  isShared: false,
  fieldsOf: ({ title, summary, analysis, coverage, background, otherSections }) => {
    const known = [summary, analysis, coverage, background].map((column) => sectionOf(column));
    const sections = [...known.filter((section) => section !== null), ...sectionsOf(otherSections)];
    return fieldsOfStory(title, sections.sort((a, b) => a.position - b.position));
  },
};

const perspective: IndexedNoun = {
  noun: 'Perspective',
  table: 'perspective',
  columns: ['headline', 'text'],
  nameColumn: null,
  isShared: false,
  fieldsOf: ({ headline, text }) => fieldsOfPerspective(headline, text),
};

const outlet: IndexedNoun = {
  noun: 'Outlet',
  table: 'outlet',
  columns: ['name', 'aliases'],
  nameColumn: 'name',
  isShared: true,
  fieldsOf: ({ name, aliases }) => [...fields('NAME', 'heading', name), ...fields('ALIAS', 'heading', ...aliasesOf(aliases))],
};

const question: IndexedNoun = {
  noun: 'Question',
  table: 'question',
  columns: ['title', 'intro', 'answer'],
  nameColumn: 'title',
  isShared: true,
  fieldsOf: ({ title, intro, answer }) => [
    ...fields('TITLE', 'heading', title),
    ...fields('INTRO', 'lead', intro),
    ...fields('ANSWER', 'body', ...textsOfBlocks(blocksOf(answer))),
  ],
};

const topic: IndexedNoun = {
  noun: 'Topic',
  table: 'topic',
  columns: ['name', 'aliases', 'description'],
  nameColumn: 'name',
  isShared: true,
  fieldsOf: ({ name, aliases, description }) => [
    ...fields('NAME', 'heading', name),
    ...fields('ALIAS', 'heading', ...aliasesOf(aliases)),
    ...fields('DESCRIPTION', 'lead', description),
  ],
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

/** A node's texts by the parts of its document. */
export function textsOf(noun: Noun, row: TextRow): SearchTexts {
  return byPart(indexedNouns[noun].fieldsOf(row));
}

/** The same of a story that is not read from the store; its sections in their order. */
export function textsOfStory({ title, sections }: Pick<NormalisedStory, 'title' | 'sections'>): SearchTexts {
  return byPart(fieldsOfStory(title, sections));
}

/** The same of a perspective that is not read from the store. */
export function textsOfPerspective({ headline, text }: Pick<NormalisedPerspective, 'headline' | 'text'>): SearchTexts {
  return byPart(fieldsOfPerspective(headline, text));
}

function byPart(all: readonly FieldText[]): SearchTexts {
  const texts: Record<keyof SearchTexts, string[]> = { heading: [], lead: [], body: [] };
  for (const { part, text } of all) texts[part].push(text);
  return texts;
}

function fieldsOfStory(title: unknown, sections: readonly Section[]): FieldText[] {
  return [...fields('TITLE', 'heading', title), ...sections.flatMap(fieldsOfSection)];
}

function fieldsOfPerspective(headline: unknown, text: unknown): FieldText[] {
  return [...fields('HEADLINE', 'heading', headline), ...fields('TEXT', 'lead', text)];
}

const FIELD_OF_SECTION: Readonly<Record<SectionKind, SearchField>> = {
  SUMMARY: 'SUMMARY',
  ANALYSIS: 'ANALYSIS',
  COVERAGE: 'COVERAGE',
  BACKGROUND: 'BACKGROUND',
  OTHER: 'OTHER',
};

function fieldsOfSection({ kind, heading, blocks }: Section): FieldText[] {
  // The headings of the four known sections are on every story, and say nothing of any.
  const texts = [...(kind === 'OTHER' ? [heading] : []), ...textsOfBlocks(blocks)];
  return fields(FIELD_OF_SECTION[kind], kind === 'SUMMARY' ? 'lead' : 'body', ...texts);
}

function fields(field: SearchField, part: keyof SearchTexts, ...texts: readonly unknown[]): FieldText[] {
  return texts.flatMap((text) => (typeof text === 'string' ? [{ field, part, text }] : []));
}

function textsOfBlocks(blocks: readonly Block[]): string[] {
  return blocks.map(({ text }) => text);
}

// What follows reads what this store wrote itself into columns of JSON.

function sectionOf(column: unknown): StoredSection | null {
  return typeof column === 'string' ? (JSON.parse(column) as StoredSection) : null;
}

function sectionsOf(column: unknown): StoredSection[] {
  return typeof column === 'string' ? (JSON.parse(column) as StoredSection[]) : [];
}

function blocksOf(column: unknown): Block[] {
  return typeof column === 'string' ? (JSON.parse(column) as { blocks: Block[] }).blocks : [];
}

function aliasesOf(column: unknown): string[] {
  return typeof column === 'string' ? (JSON.parse(column) as string[]) : [];
}
