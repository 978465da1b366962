/**
 * Deterministic stories for benchmarks: story `n` is the same on every machine and in every run. Six perspectives of 60
 * outlets, six topics of 2,000 (Zipf: the hottest is on 40 % of the stories), three questions; texts as long as those of
 * real briefs. All of it is made up.
 */
import type { Passage, PerspectiveDraft, QuestionDraft, Section, SectionKind, StoryDraft, TopicDraft } from '../src/domain/story-draft';

const OUTLETS = 60;
const TOPICS = 2_000;
const QUESTIONS = 5_000;
const PERSPECTIVES_A_STORY = 6;
const TOPICS_A_STORY = 6;
const QUESTIONS_A_STORY = 3;
const HOTTEST_SHARE = 0.4;

const WORDS = (
  'the harbour council said on Monday that talks over the new ferry line had ended without a deal while residents ' +
  'asked for a vote and the union warned of delays in spring because costs keep rising across the northern islands and ' +
  'ministers expect an answer before winter when storms close most of the smaller ports for weeks at a time'
).split(' ');

/** A small, fast generator (mulberry32); good enough for choosing words. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Story number `number`, counted from 0. */
export function generatedStory(number: number): StoryDraft {
  const random = randomOf(number + 1);
  const publishedAt = new Date(Date.UTC(2015, 0, 1) + number * 1_800_000).toISOString();
  return {
    slug: null,
    title: capitalised(prose(random, 60)),
    titleIsDerived: false,
    language: 'en',
    url: `https://briefs.example/${number}`,
    publishedAt,
    sourceUpdatedAt: null,
    importedAt: null,
    updatedAt: null,
    sections: [
      section(random, 'SUMMARY', "What's happened", 400),
      section(random, 'ANALYSIS', "What's behind the headline?", 1_500),
      section(random, 'BACKGROUND', 'How we got here', 500),
    ],
    perspectives: Array.from({ length: PERSPECTIVES_A_STORY }, () => perspective(random)),
    questions: distinct(QUESTIONS_A_STORY, () => Math.floor(random() * QUESTIONS)).map((question) => questionDraft(question, random)),
    topics: distinct(TOPICS_A_STORY, () => topicOf(random)).map((topic) => topicDraft(topic, random)),
  };
}

function perspective(random: () => number): PerspectiveDraft {
  const text = capitalised(prose(random, 300));
  const outlets = distinct(random() < 0.25 ? 2 : 1, () => Math.floor(random() * OUTLETS));
  return {
    outlets: outlets.map((outlet) => ({
      name: `Paper ${outlet}`,
      slug: null,
      country: 'NZ',
      homepage: `https://paper-${outlet}.example/`,
      aliases: [],
    })),
    headline: capitalised(prose(random, 50)),
    text,
    statements: [{ text, basis: outlets.length > 1 && random() < 0.3 ? 'COLLECTIVE' : 'EXPLICIT' }],
    url: null,
    publishedAt: null,
    isTruncated: false,
  };
}

function questionDraft(question: number, random: () => number): QuestionDraft {
  return { title: `What about matter ${question}?`, slug: null, intro: null, answer: passage(random, 400), isTruncated: false };
}

function topicDraft(topic: number, random: () => number): TopicDraft {
  return {
    name: `Subject ${topic}`,
    nameIsDerived: false,
    slug: null,
    kind: 'SUBJECT',
    aliases: [],
    description: capitalised(prose(random, 200)),
    isTruncated: false,
    wikidataId: null,
  };
}

/** Zipf's law over the others, after the hottest has had its share. */
function topicOf(random: () => number): number {
  if (random() < HOTTEST_SHARE / TOPICS_A_STORY) return 0;
  return Math.min(TOPICS - 1, Math.floor(TOPICS ** random()));
}

function section(random: () => number, kind: SectionKind, heading: string, length: number): Section {
  return { kind, heading, ...passage(random, length) };
}

function passage(random: () => number, length: number): Passage {
  const paragraphs = Math.max(1, Math.round(length / 400));
  const blocks = Array.from({ length: paragraphs }, () => ({
    kind: 'PARAGRAPH' as const,
    text: capitalised(prose(random, length / paragraphs)),
  }));
  return { blocks, isTruncated: false };
}

function prose(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += `${WORDS[Math.floor(random() * WORDS.length)] ?? ''} `;
  return `${text.trimEnd()}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function distinct(count: number, draw: () => number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(draw());
  return [...drawn];
}
