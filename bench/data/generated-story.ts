/**
 * The stories that benchmarks run on, as story documents. Story `n` is the same in every run and in stores of every
 * size: six perspectives of 60 outlets, six topics of 2,000 (the hottest on two stories in five), three questions,
 * texts as long as those of real briefs. Most words are in every story; a few of each title and summary are rare, and
 * as frequent as words of a language are. All of it is made up.
 */
import { paragraphs, prose, rareWords } from './prose';
import { below, distinct, randomFrom, zipf, type Random } from './random';

export const OUTLETS = 60;
export const TOPICS = 2_000;
/** With six draws a story, the first of 2,000 ranks falls to 41 % of the stories. */
export const TOPIC_EXPONENT = 0.9;

const PERSPECTIVES_A_STORY = 6;
const TOPICS_A_STORY = 6;
const QUESTIONS_A_STORY = 3;
/** Neighbouring stories ask the same: of each eight, four on average ask the same of six questions. */
const STORIES_A_DOSSIER = 8;
const QUESTIONS_A_DOSSIER = 6;

const FIRST_INSTANT = Date.UTC(2019, 0, 1);
const MINUTES_BETWEEN_STORIES = 30;

const drawTopic = zipf(TOPICS, TOPIC_EXPONENT);

/** The slug of story number `number`, counted from 0; a higher number is a newer story. */
export function storySlug(number: number): string {
  return `brief-${number}`;
}

export function topicSlug(rank: number): string {
  return `subject-${rank}`;
}

export function outletSlug(number: number): string {
  return `paper-${number}`;
}

/** A `newsgraph-story/1` document. */
export function generatedStory(number: number): object {
  const random = randomFrom(number + 1);
  // A stream of its own, so that how rare words are drawn changes nothing else.
  const rare = randomFrom(1_000_000_000 + number);
  const publishedAt = FIRST_INSTANT + number * MINUTES_BETWEEN_STORIES * 60_000;
  return {
    format: 'newsgraph-story/1',
    slug: storySlug(number),
    title: `${prose(random, 60)} ${rareWords(rare, 1)}`,
    language: 'en',
    url: `https://briefs.example/${number}`,
    publishedAt: instant(publishedAt),
    summary: `${paragraphs(random, 339)} ${rareWords(rare, 8)}`,
    analysis: paragraphs(random, 1_500),
    coverage: paragraphs(random, 300),
    background: paragraphs(random, 500),
    perspectives: Array.from({ length: PERSPECTIVES_A_STORY }, (_, place) => perspective(number, place, publishedAt, random)),
    questions: distinct(QUESTIONS_A_STORY, () => below(QUESTIONS_A_DOSSIER, random)).map((place) => question(number, place, random)),
    topics: distinct(TOPICS_A_STORY, () => drawTopic(random)).map((rank) => topic(rank, random)),
  };
}

/** The first `count` stories, oldest first. */
export function* generatedStories(count: number): Generator<object> {
  for (let number = 0; number < count; number += 1) yield generatedStory(number);
}

function perspective(story: number, place: number, publishedAt: number, random: Random): object {
  const outlets = distinct(random() < 0.25 ? 2 : 1, () => below(OUTLETS, random));
  const basis = outlets.length > 1 && random() < 0.3 ? 'COLLECTIVE' : 'EXPLICIT';
  return {
    outlets: outlets.map((outlet) => ({
      name: `Paper ${outlet}`,
      slug: outletSlug(outlet),
      country: 'NZ',
      homepage: `https://paper-${outlet}.example/`,
    })),
    headline: prose(random, 60),
    statements: [{ text: prose(random, 300), basis }],
    url: `https://paper-${outlets[0] ?? 0}.example/${story}/${place}`,
    // Some pieces have no date of their own.
    publishedAt: random() < 0.2 ? null : instant(publishedAt - below(600, random) * 60_000),
  };
}

function question(story: number, place: number, random: Random): object {
  const dossier = Math.floor(story / STORIES_A_DOSSIER);
  return {
    title: `What becomes of matter ${dossier}, point ${place}?`,
    intro: random() < 0.5 ? prose(random, 100) : null,
    answer: paragraphs(random, 400),
  };
}

function topic(rank: number, random: Random): object {
  return { name: `Subject ${rank}`, slug: topicSlug(rank), kind: 'SUBJECT', description: prose(random, 150) };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
