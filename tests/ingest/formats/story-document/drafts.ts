/** Generated drafts for property tests: anything that a format may take in. */
import fc from 'fast-check';
import {
  ATTRIBUTION_BASES,
  BLOCK_KINDS,
  type Passage,
  type Section,
  type SectionKind,
  type StoryDraft,
  TOPIC_KINDS,
} from '../../../../src/domain/story-draft';
import { isVisible } from '../../../../src/ingest/values';

/** Any text without NUL and half characters: all scripts, odd white space, control characters. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replaceAll('\0', '')),
  fc.string({ unit: fc.constantFrom(' ', '\n', '\r', '\t', '\u00a0', '\u2028', '\u3000', '\u200b', '\ufeff', 'x', '"', '\\', '/'), maxLength: 12 }),
  fc.constantFrom('null', '__proto__', '港口罢工', 'إضراب الميناء', 'बंदरगाह हड़ताल', 'שביתה', '🚢⚓️', 'a\n\nb', '\\u0000'),
);
const text = anyText.filter((value) => value !== '');
const name = anyText.filter(isVisible);

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
const instant = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

function orNull<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(values, { nil: null });
}

function few<T>(values: fc.Arbitrary<T>, minLength = 0): fc.Arbitrary<T[]> {
  return fc.array(values, { minLength, maxLength: 3 });
}

const block = fc.record({ kind: fc.constantFrom(...BLOCK_KINDS), text: anyText });
const passage: fc.Arbitrary<Passage> = fc.record({ blocks: few(block), isTruncated: fc.boolean() });

function section(kind: SectionKind): fc.Arbitrary<Section> {
  return fc.record({ kind: fc.constant(kind), heading: anyText, blocks: few(block), isTruncated: fc.boolean() });
}

const summary: fc.Arbitrary<Section> = fc
  .tuple(section('SUMMARY'), name)
  .map(([empty, words]) => ({ ...empty, blocks: [{ kind: 'PARAGRAPH', text: words }, ...empty.blocks] }));

/** In any order. */
const sections: fc.Arbitrary<Section[]> = fc
  .tuple(
    summary,
    few(section('OTHER')),
    ...(['ANALYSIS', 'COVERAGE', 'BACKGROUND'] as const).map((kind) => orNull(section(kind))),
  )
  .map(([first, others, ...known]) => [first, ...known.filter((one) => one !== null), ...others])
  .chain((all) => fc.oneof(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

const outlet = fc.record({
  name,
  slug: orNull(slug),
  country: orNull(fc.constantFrom('GB', 'CN', 'SG')),
  homepage: orNull(url),
  aliases: few(name),
});

const perspective = fc.record({
  outlets: few(outlet, 1),
  headline: orNull(text),
  text: name,
  statements: few(fc.record({ text: name, basis: fc.constantFrom(...ATTRIBUTION_BASES) })),
  url: orNull(url),
  publishedAt: orNull(instant),
  isTruncated: fc.boolean(),
});

const question = fc.record({
  title: name,
  slug: orNull(slug),
  intro: orNull(text),
  answer: orNull(passage),
  isTruncated: fc.boolean(),
});

const topic = fc.record({
  name,
  nameIsDerived: fc.boolean(),
  slug: orNull(slug),
  kind: orNull(fc.constantFrom(...TOPIC_KINDS)),
  aliases: few(name),
  description: orNull(text),
  isTruncated: fc.boolean(),
  wikidataId: orNull(fc.integer({ min: 1, max: 999_999_999 }).map((number) => `Q${number}`)),
});

/** A whole story with every field in any state. */
export const anyDraft: fc.Arbitrary<StoryDraft> = fc.record({
  slug: orNull(slug),
  title: name,
  titleIsDerived: fc.boolean(),
  language: orNull(fc.constantFrom('en', 'en-GB', 'zh-Hans', 'ar', 'hi')),
  url: orNull(url),
  publishedAt: orNull(instant),
  sourceUpdatedAt: orNull(instant),
  importedAt: orNull(instant),
  updatedAt: orNull(instant),
  sections,
  perspectives: few(perspective),
  questions: few(question),
  topics: few(topic),
});
