/** Which topics have more stories now than their own past would predict. */
import type { RisingTopic } from '../../store';
import type { RequestContext } from '../context';
import { checkSize, DEFAULT_PAGE_SIZE } from '../relay/page-arguments';
import type { TrendingArguments } from './trending-topic.type';

const DAY_MS = 86_400_000;
const WINDOW_MS = { DAY: DAY_MS, WEEK: 7 * DAY_MS, MONTH: 30 * DAY_MS } as const;
/** How many windows of the past tell what is usual. */
const PAST_WINDOWS = 8;
/** One story is no trend. */
const LEAST_STORIES = 2;

export interface Trend {
  readonly id: string;
  readonly slug: string;
  readonly storyCount: number;
  readonly expectedCount: number;
  readonly score: number;
}

/** The highest scores first; of equal ones those with more stories, then by slug. @throws BAD_USER_INPUT for a wrong `first`. */
export async function trendingTopics(given: TrendingArguments, { reads, now }: RequestContext): Promise<Trend[]> {
  checkSize('first', given.first);
  const length = WINDOW_MS[given.window ?? 'WEEK'];
  const end = given.asOf ?? now;
  const start = new Date(end.getTime() - length);
  const pastStart = new Date(start.getTime() - PAST_WINDOWS * length);
  const span = { start: instant(start), end: instant(end) };
  const { topics, oldest } = await reads.analyse('Query.trendingTopics', (analyses) => analyses.risingTopics(span, instant(pastStart)));
  const begin = Math.max(pastStart.getTime(), oldest === null ? Infinity : Date.parse(oldest));
  const windows = (start.getTime() - begin) / length;
  // A store that is hardly older than the window has no past to predict from.
  if (!(windows >= 1)) return [];
  return topics
    .map((topic) => trendOf(topic, windows))
    .filter(({ storyCount, score }) => storyCount >= LEAST_STORIES && score > 0)
    .sort((a, b) => b.score - a.score || b.storyCount - a.storyCount || (a.slug < b.slug ? -1 : 1))
    .slice(0, given.first ?? DEFAULT_PAGE_SIZE);
}

function trendOf({ id, slug, storyCount, pastCount }: RisingTopic, windows: number): Trend {
  const expected = pastCount / windows;
  return { id, slug, storyCount, expectedCount: rounded(expected), score: rounded((storyCount - expected) / Math.sqrt(expected + 1)) };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The store's instants begin with the year 0; a date before it would be written with a sign, and sort behind all others. */
function instant(date: Date): string {
  const text = date.toISOString();
  return text.startsWith('-') ? '' : text;
}
