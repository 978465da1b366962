/**
 * CPU time of filters and facets over generated stories, statement by statement as the gateway sends them:
 * `npx tsx bench/facets.ts [--size 100000] [--database postgres]`.
 */
import { createNewsgraph, type Newsgraph } from '../src/newsgraph';
import { postgresStore, sqliteStore } from './data/benchmark-store';
import { outletSlug, topicSlug } from './data/generated-story';
import { databaseClock, type DatabaseClock } from './load/database-clock';
import { readSettings } from './settings';

const FACETS = '{ topics { count node { name } } outlets { count node { name } } kinds { value count } languages { value count } months { value count } }';
const PAGE = 'totalCount nodes { slug title }';

const topics = (...ranks: number[]) => `topics: { any: [${ranks.map((rank) => `{ slug: "${topicSlug(rank)}" }`).join(', ')}] }`;
const outlet = `outlets: { any: [{ slug: "${outletSlug(3)}" }] }`;
const NEWEST_HALF = 'publishedAt: { from: "2021-11-01T00:00:00Z" }';

const QUERIES: readonly (readonly [name: string, text: string])[] = [
  ['a page of all stories', `{ stories(first: 20) { nodes { slug title } } }`],
  ['page, hottest topic', `{ stories(first: 20, filter: { ${topics(0)} }) { nodes { slug title } } }`],
  ['page, rare topic', `{ stories(first: 20, filter: { ${topics(1_500)} }) { nodes { slug title } } }`],
  ['page, or of a hot topic and a rare one', `{ stories(first: 20, filter: { or: [{ ${topics(0)} }, { ${topics(1_500)} }] }) { nodes { slug title } } }`],
  ['page, or of two rare topics', `{ stories(first: 20, filter: { or: [{ ${topics(1_400)} }, { ${topics(1_500)} }] }) { nodes { slug title } } }`],
  ['page, not the hottest topic', `{ stories(first: 20, filter: { not: { ${topics(0)} } }) { nodes { slug title } } }`],
  ['page and count, hottest topic', `{ stories(first: 20, filter: { ${topics(0)} }) { ${PAGE} } }`],
  ['page under a topic, by outlet', `{ topic(by: { slug: "${topicSlug(0)}" }) { stories(first: 20, filter: { ${outlet} }) { nodes { slug title } } } }`],
  ...(['topics', 'outlets', 'kinds', 'languages', 'months'] as const).map((name): readonly [string, string] => [
    `facet of all stories: ${name}`,
    `{ stories { facets { ${name} { count } } } }`,
  ]),
  ['all facets of all stories', `{ stories { facets ${FACETS} } }`],
  ['all facets, rare topic', `{ stories(filter: { ${topics(1_500)} }) { facets ${FACETS} } }`],
  ['all facets, an outlet', `{ stories(filter: { ${outlet} }) { facets ${FACETS} } }`],
  ['all facets, hottest topic', `{ stories(filter: { ${topics(0)} }) { facets ${FACETS} } }`],
  ['all facets, half of the stories', `{ stories(filter: { ${NEWEST_HALF} }) { facets ${FACETS} } }`],
  ['all facets under the hottest topic', `{ topic(by: { slug: "${topicSlug(0)}" }) { stories { facets ${FACETS} } } }`],
];

const ROUNDS = 7;

async function main(): Promise<void> {
  const { size, postgresUrl } = readSettings(process.argv.slice(2), process.env);
  const tell = (line: string): void => console.error(line);
  const databaseUrl = postgresUrl === null ? await sqliteStore(size, tell) : await postgresStore(postgresUrl, size, tell);
  const newsgraph = await createNewsgraph({ databaseUrl });
  const clock = await databaseClock(databaseUrl);
  try {
    console.log('| query | CPU ms |\n| --- | --- |');
    for (const [name, query] of QUERIES) {
      const times: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) times.push(await cpuOf(newsgraph, query, clock));
      // The first prepares the statement. Of the others the least: whatever else the machine does adds to them.
      console.log(`| ${name} | ${Math.min(...times.slice(1)).toFixed(1)} |`);
    }
  } finally {
    await clock.close();
    await newsgraph.close();
  }
}

/** Of this process with all its threads, and of PostgreSQL's. */
async function cpuOf(newsgraph: Newsgraph, query: string, clock: DatabaseClock): Promise<number> {
  const [before, database] = [process.cpuUsage(), clock.read()];
  const { errors } = await newsgraph.execute({ query });
  if (errors !== undefined) throw new Error(errors[0]?.message);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 + clock.read() - database;
}

void main();
