/**
 * CPU time of what leads readers on: `npx tsx bench/leading-on.ts [stories] [database URL]`, or with BENCH_POSTGRES_URL
 * and `postgres` in the URL's place, on PostgreSQL. Each query runs in this process; PostgreSQL's time is counted too.
 */
import { createNewsgraph } from '../src/newsgraph';
import { postgresStore, sqliteStore } from './data/benchmark-store';
import { outletSlug, storySlug, topicSlug } from './data/generated-story';
import { databaseClock } from './load/database-clock';

const RUNS = 40;

type Variables = (size: number, run: number) => Record<string, unknown>;
const story: Variables = (size, run) => ({ slug: storySlug((run * 7_919 * 13) % size) });
/** Story `n` asks some of the six questions of its eighth. */
const question: Variables = (size, run) => ({ slug: `what-becomes-of-matter-${Math.floor(((run * 7_919 * 13) % size) / 8)}-point-${run % 6}` });
const outlet: Variables = (_size, run) => ({ slug: outletSlug(run) });
const hottest: Variables = (size) => ({ slug: topicSlug(0), ...wholeStore(size) });

/** A story comes each half hour from 2019 on. */
const instantOf = (number: number): string => new Date(Date.UTC(2019, 0, 1) + number * 1_800_000).toISOString();
const wholeStore = (size: number) => ({ from: instantOf(0), to: instantOf(size) });

const QUERIES: readonly [name: string, query: string, variables: Variables][] = [
  ['Story.related', 'query ($slug: String!) { story(by: { slug: $slug }) { related(first: 6) { edges { score { total } sharedTopics { name } sharedOutlets { name } sharedTitleWords node { slug title } } } } }', story],
  ['Story.related of 20', '{ stories(first: 20) { nodes { related(first: 6) { edges { score { total } node { slug } } } } } }', () => ({})],
  ['Question.related', 'query ($slug: String!) { question(by: { slug: $slug }) { related(first: 6) { edges { score { total } sharedStories sharedTopics { name } sharedTitleWords node { slug title } } } } }', question],
  ['Question.related of 20', '{ questions(first: 20) { nodes { related(first: 6) { edges { score { total } node { slug } } } } } }', () => ({})],
  ['Outlet.overlap', 'query ($slug: String!) { outlet(by: { slug: $slug }) { overlap(first: 10) { edges { sharedStories similarity node { name } } } } }', outlet],
  ['Topic.volume, 400 days', 'query ($slug: String!, $to: DateTime, $from: DateTime) { topic(by: { slug: $slug }) { volume(interval: DAY, from: $from, to: $to) { storyCount } } }', (size) => ({ slug: topicSlug(0), from: instantOf(Math.max(0, size - 398 * 48)), to: instantOf(size) })],
  ['Topic.volume, whole store by month', 'query ($slug: String!, $from: DateTime, $to: DateTime) { topic(by: { slug: $slug }) { volume(interval: MONTH, from: $from, to: $to) { storyCount } } }', hottest],
  ['Topic.timeline', 'query ($slug: String!, $from: DateTime, $to: DateTime) { topic(by: { slug: $slug }) { timeline(interval: MONTH, from: $from, to: $to, first: 12) { storyCount stories(first: 3) { nodes { slug title } } } } }', hottest],
  ['trendingTopics, a week', 'query ($asOf: DateTime) { trendingTopics(window: WEEK, asOf: $asOf, first: 10) { score topic { slug } } }', (size, run) => ({ asOf: instantOf(size - run) })],
  ['Story.comparison', 'query ($slug: String!) { story(by: { slug: $slug }) { comparison { rows { outlet { name } perspectives { text } } collective { text } silent(first: 5) { edges { storyCount ofStories node { name } } } } } }', story],
  ['compareOutlets, two outlets', '{ compareOutlets(outlets: [{ slug: "paper-1" }, { slug: "paper-2" }]) { shared(first: 5) { nodes { slug } } outlets { exclusive(first: 5) { nodes { slug } } } } }', () => ({})],
  ['compareOutlets, with counts', '{ compareOutlets(outlets: [{ slug: "paper-1" }, { slug: "paper-2" }]) { shared(first: 5) { totalCount } outlets { exclusive(first: 5) { totalCount } } } }', () => ({})],
];

async function main(): Promise<void> {
  const [given = '2000', place] = process.argv.slice(2);
  const size = Number(given);
  const databaseUrl = await storeAt(size, place);
  const newsgraph = await createNewsgraph({ databaseUrl });
  const clock = await databaseClock(databaseUrl);
  console.log(`${size} stories, ${databaseUrl.startsWith('sqlite:') ? 'SQLite' : 'PostgreSQL'}: CPU milliseconds a query, statements`);
  try {
    for (const [name, query, variables] of QUERIES) {
      const context = newsgraph.createContext();
      const run = async (place: number): Promise<void> => {
        const { errors } = await newsgraph.execute({ query, variables: variables(size, place) });
        if (errors !== undefined) throw new Error(`${name}: ${errors[0]?.message}`);
      };
      await newsgraph.execute({ query, variables: variables(size, 0) }, context);
      for (let warm = 0; warm < RUNS; warm += 1) await run(warm);
      const [before, databaseBefore] = [process.cpuUsage(), clock.read()];
      for (let measured = 0; measured < RUNS; measured += 1) await run(measured);
      const { user, system } = process.cpuUsage(before);
      const spent = (user + system) / 1_000 + clock.read() - databaseBefore;
      console.log(`${name}: ${(spent / RUNS).toFixed(2)} ms, ${context.statementCount}`);
    }
  } finally {
    await clock.close();
    await newsgraph.close();
  }
}

async function storeAt(size: number, place: string | undefined): Promise<string> {
  if (place === undefined) return sqliteStore(size, console.error);
  if (place !== 'postgres') return place;
  const server = process.env['BENCH_POSTGRES_URL'];
  if (server === undefined) throw new Error('set BENCH_POSTGRES_URL to a server where databases may be created');
  return postgresStore(server, size, console.error);
}

void main();
