/** A story document that the schema lets through → a draft. */
import {
  type Instant,
  type OutletDraft,
  type PerspectiveDraft,
  type QuestionDraft,
  type Section,
  type StoryDraft,
  type TopicDraft,
  sectionOf,
  textOf,
} from '../../../domain/story-draft';
import { canonicalLanguage, firstCharacters, isVisible, isWebUrl, parseInstant } from '../../values';
import { deriveTitle } from '../brief/title';
import type { JsonPath } from './json-path';
import { describeValue, ProblemError } from './problem';
import { passageOf, sectionsOf } from './sections-of';
import type { OutletObject, PerspectiveDocument, QuestionDocument, StoryDocument, TopicObject } from './story-document';

type Given = string | null | undefined;

const MAX_TITLE_CHARACTERS = 80;

/**
 * What a story document says. Throws `ProblemError` for a value that the schema cannot judge:
 * a day that no month has, a URL or language that only looks like one, two sections in one place, a blank summary.
 */
export function draftOf(document: StoryDocument): StoryDraft {
  const sections = sectionsOf(document);
  const summary = sectionOf({ sections }, 'SUMMARY');
  if (summary === null || !isVisible(textOf(summary))) {
    throw new ProblemError({ path: ['summary'], message: 'expected a summary that is not blank', code: 'SUMMARY_EMPTY' });
  }
  return {
    slug: document.slug ?? null,
    title: document.title ?? titleOf(summary),
    titleIsDerived: document.title == null || document.titleIsDerived === true,
    language: languageOf(document.language, ['language']),
    url: urlOf(document.url, ['url']),
    publishedAt: instantOf(document.publishedAt, ['publishedAt']),
    sourceUpdatedAt: instantOf(document.sourceUpdatedAt, ['sourceUpdatedAt']),
    importedAt: instantOf(document.importedAt, ['importedAt']),
    updatedAt: instantOf(document.updatedAt, ['updatedAt']),
    sections,
    perspectives: (document.perspectives ?? []).map((perspective, i) => perspectiveOf(perspective, ['perspectives', i])),
    questions: (document.questions ?? []).map(questionOf),
    topics: (document.topics ?? []).map((topic) => topicOf(typeof topic === 'string' ? { name: topic } : topic)),
  };
}

/** Words from the summary; where those hold neither letter nor digit, the summary's own beginning. */
function titleOf(summary: Section): string {
  const paragraph = summary.blocks.find(({ kind, text }) => kind === 'PARAGRAPH' && isVisible(text))?.text ?? textOf(summary);
  const title = deriveTitle(paragraph.trim(), !summary.isTruncated);
  return isVisible(title) ? title : firstCharacters(paragraph.trim(), MAX_TITLE_CHARACTERS);
}

function perspectiveOf(document: PerspectiveDocument, path: JsonPath): PerspectiveDraft {
  const { text, statements } = wordsOf(document, path);
  return {
    outlets: document.outlets.map((outlet, i) =>
      outletOf(typeof outlet === 'string' ? { name: outlet } : outlet, [...path, 'outlets', i]),
    ),
    headline: textOrNull(document.headline),
    text,
    statements,
    url: urlOf(document.url, [...path, 'url']),
    publishedAt: instantOf(document.publishedAt, [...path, 'publishedAt']),
    isTruncated: document.isTruncated === true,
  };
}

/** Of text and statements, each is made from the other where only one is given. */
function wordsOf(document: PerspectiveDocument, path: JsonPath): Pick<PerspectiveDraft, 'text' | 'statements'> {
  const statements = document.statements?.map(({ text, basis }) => ({ text, basis })) ?? null;
  const text = document.text ?? (statements ?? []).map((statement) => statement.text).join(' ');
  if (!isVisible(text)) {
    throw new ProblemError({ path, message: 'expected "text" that is not blank or at least one of "statements", found neither' });
  }
  return { text, statements: statements ?? [{ text, basis: 'EXPLICIT' }] };
}

function outletOf(document: OutletObject, path: JsonPath): OutletDraft {
  return {
    name: document.name,
    slug: document.slug ?? null,
    country: document.country ?? null,
    homepage: urlOf(document.homepage, [...path, 'homepage']),
    aliases: [...(document.aliases ?? [])],
  };
}

function questionOf(document: QuestionDocument): QuestionDraft {
  return {
    title: document.title,
    slug: document.slug ?? null,
    intro: textOrNull(document.intro),
    answer: passageOf(document.answer),
    isTruncated: document.isTruncated === true,
  };
}

function topicOf(document: TopicObject): TopicDraft {
  return {
    name: document.name,
    nameIsDerived: document.nameIsDerived === true,
    slug: document.slug ?? null,
    kind: document.kind ?? null,
    aliases: [...(document.aliases ?? [])],
    description: textOrNull(document.description),
    isTruncated: document.isTruncated === true,
    wikidataId: document.wikidataId ?? null,
  };
}

/** An empty text says nothing, as null does. */
function textOrNull(given: Given): string | null {
  return given == null || given === '' ? null : given;
}

function instantOf(given: Given, path: JsonPath): Instant | null {
  return read(given, path, parseInstant, 'a moment that exists');
}

function languageOf(given: Given, path: JsonPath): string | null {
  return read(given, path, canonicalLanguage, 'a BCP 47 language tag such as "en" or "pt-BR"');
}

function urlOf(given: Given, path: JsonPath): string | null {
  return read(given, path, (url) => (isWebUrl(url) ? url : null), 'an absolute URL that starts with http:// or https://');
}

function read(given: Given, path: JsonPath, reader: (text: string) => string | null, expected: string): string | null {
  if (given == null) return null;
  const value = reader(given);
  if (value === null) throw new ProblemError({ path, message: `expected ${expected}, found ${describeValue(given)}` });
  return value;
}
