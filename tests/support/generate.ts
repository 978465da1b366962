/**
 * Arbitraries of drafts for property-based tests. Their words come from small pools, so that stories share slugs, names,
 * aliases and Wikidata ids all the time, in every clumsy way. All of it is made up.
 */
import fc from 'fast-check';
import type { OutletDraft, PerspectiveDraft, QuestionDraft, StoryDraft, TopicDraft } from '../../src/domain/story-draft';
import { section } from './cast';

const TOPIC_NAMES = ['Mercury', 'mercury', 'Mércury', 'Mercury Q308', 'Venus', 'Venus (planet)', 'venus planet', '水星', '金星', 'C', 'C++', '!!!'];
const TOPIC_SLUGS = ['mercury', 'mercury-q308', 'venus', 'venus-planet', 'element'];
const WIKIDATA_IDS = ['Q308', 'Q925', 'Q313'];
const QUESTION_TITLES = ['Why now?', 'Why now', 'WHY NOW?!', 'What next?', 'なぜ?'];
const QUESTION_SLUGS = ['why-now', 'what-next', 'other'];
const OUTLET_NAMES = ['The Globe', 'Globe', 'Daily Globe', 'Courier', 'The Courier', 'Wire', 'Újság'];
const OUTLET_SLUGS = ['globe', 'the-globe', 'wire', 'daily'];
const TITLES = ['Live updates', 'Live updates!', 'What we know', 'Живая лента', '🎉'];
const STORY_SLUGS = ['live-updates', 'what-we-know', 'special'];
const INSTANTS = ['2025-01-01T00:00:00.000Z', '2025-01-02T00:00:00.000Z', '2025-01-03T12:00:00.000Z'];

const rarely = <Value>(pool: readonly Value[]): fc.Arbitrary<Value | null> =>
  fc.option(fc.constantFrom(...pool), { freq: 3, nil: null });
const text = (prefix: string): fc.Arbitrary<string> => fc.nat(3).map((number) => `${prefix} ${number}`);
const aliases = (pool: readonly string[]): fc.Arbitrary<string[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray([...pool], { maxLength: 2 }) });

const outlet: fc.Arbitrary<OutletDraft> = fc.record({
  name: fc.constantFrom(...OUTLET_NAMES),
  slug: rarely(OUTLET_SLUGS),
  country: rarely(['GB', 'FR']),
  homepage: rarely(['https://globe.example/', 'https://wire.example/']),
  aliases: aliases(OUTLET_NAMES),
});

const perspective: fc.Arbitrary<PerspectiveDraft> = fc.record({
  outlets: fc.array(outlet, { minLength: 1, maxLength: 3 }),
  headline: fc.option(text('Headline')),
  text: text('They say'),
  statements: fc.array(
    fc.record({ text: text('They say'), basis: fc.constantFrom('EXPLICIT' as const, 'ANAPHORA' as const, 'COLLECTIVE' as const) }),
    { maxLength: 2 },
  ),
  url: rarely(['https://wire.example/a', 'https://wire.example/b']),
  publishedAt: rarely(INSTANTS),
  isTruncated: fc.boolean(),
});

const question: fc.Arbitrary<QuestionDraft> = fc.record({
  title: fc.constantFrom(...QUESTION_TITLES),
  slug: rarely(QUESTION_SLUGS),
  intro: fc.option(text('Intro')),
  answer: fc.option(
    fc.record({ blocks: text('Answer').map((answer) => [{ kind: 'PARAGRAPH' as const, text: answer }]), isTruncated: fc.boolean() }),
  ),
  isTruncated: fc.boolean(),
});

const topic: fc.Arbitrary<TopicDraft> = fc.record({
  name: fc.constantFrom(...TOPIC_NAMES),
  nameIsDerived: fc.boolean(),
  slug: rarely(TOPIC_SLUGS),
  kind: rarely(['PERSON' as const, 'PRODUCT' as const]),
  aliases: aliases(TOPIC_NAMES),
  description: fc.option(text('Description')),
  isTruncated: fc.boolean(),
  wikidataId: rarely(WIKIDATA_IDS),
});

/** A summary, and now and then more: a section that all readers know, one with a heading of its own. */
const sections = fc
  .tuple(text('Summary'), fc.option(text('Wider'), { freq: 1 }), fc.option(fc.tuple(text('Aside'), fc.array(text('Wider'), { minLength: 1, maxLength: 2 })), { freq: 1 }))
  .map(([summary, analysis, aside]) => [
    section('SUMMARY', "What's happened", summary),
    ...(analysis === null ? [] : [section('ANALYSIS', "What's behind the headline?", analysis)]),
    ...(aside === null ? [] : [{ ...section('OTHER', aside[0], ''), blocks: aside[1].map((each) => ({ kind: 'PARAGRAPH' as const, text: each })) }]),
  ]);

/** What a document can say of itself beyond its identity. */
const content = fc.record({
  title: fc.constantFrom(...TITLES),
  language: rarely(['en', 'fr', 'mi']),
  publishedAt: rarely(INSTANTS),
  sections,
  perspectives: fc.array(perspective, { maxLength: 3 }),
  questions: fc.array(question, { maxLength: 3 }),
  topics: fc.array(topic, { maxLength: 5 }),
});

/** The identity of a story: a given slug, or a URL. */
const identity = fc.oneof(
  { weight: 4, arbitrary: fc.nat(5).map((number) => ({ slug: null, url: `https://briefs.example/${number}` })) },
  { weight: 1, arbitrary: fc.constantFrom(...STORY_SLUGS).map((slug) => ({ slug, url: null })) },
);

/** Any draft. */
export const anyDraft: fc.Arbitrary<StoryDraft> = fc.tuple(identity, content).map(([who, rest]) => ({
  ...who,
  ...rest,
  titleIsDerived: false,
  sourceUpdatedAt: null,
  importedAt: null,
  updatedAt: null,
}));

/** What tells drafts of different stories apart. */
export const identityOf = ({ slug, url }: Pick<StoryDraft, 'slug' | 'url'>): string => slug ?? url ?? '';

/** Drafts of different stories. */
export const draftsOfDifferentStories: fc.Arbitrary<StoryDraft[]> = fc.uniqueArray(anyDraft, {
  selector: identityOf,
  minLength: 1,
  maxLength: 7,
});
