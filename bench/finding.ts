/**
 * What finding things costs: `npx tsx bench/finding.ts [stories] [sqlite|postgres]`. CPU time of this process and of
 * PostgreSQL's, a run; nobody else should use that server meanwhile. See docs/finding.md, "Cost".
 */
import { createNewsgraph } from '../src/newsgraph';
import { postgresStore, sqliteStore } from './data/benchmark-store';
import { topicSlug } from './data/generated-story';
import { rareWord } from './data/prose';
import { databaseClock } from './load/database-clock';

const RUNS = 20;

const PAGE = 'query ($q: String!, $filter: StoryFilter) { search(query: $q, filter: $filter) { isApproximate edges { score node { id ... on Story { title } ... on Topic { name } } } } }';
const HIGHLIGHTS = 'query ($q: String!) { search(query: $q) { edges { matchedWords highlights { field fragments { text ranges { start end } } } node { id } } } }';
const COUNT = 'query ($q: String!) { search(query: $q) { totalCount } }';
const FACETS =
  'query ($q: String!) { search(query: $q) { facets { topics { count } outlets { count } kinds { count } languages { count } months { count } } } }';
const SUGGEST = 'query ($q: String!) { suggest(prefix: $q) { text node { id } } }';

/** A topic of few stories, and a language of none: hardly any of the matches are let through. */
const RARE_TOPIC = { topics: { any: [{ slug: topicSlug(1_500) }] } };
const NO_LANGUAGE = { language: ['xx'] };

/** Rare words are in at most one story in a hundred; common ones in nearly all texts. */
const CASES: readonly (readonly [name: string, query: string, text: string, filter?: object])[] = [
  ['a rare word', PAGE, rareWord(300)],
  ['two rare words', PAGE, `${rareWord(40)} ${rareWord(60)}`],
  ['a rare word with highlights', HIGHLIGHTS, rareWord(300)],
  ['a name', PAGE, 'subject 12'],
  ['a rare and a common word', PAGE, `${rareWord(300)} harbour`],
  ['a common word', PAGE, 'harbour'],
  ['three common words', PAGE, 'harbour council ferry'],
  ['a phrase of common words', PAGE, '"harbour council"'],
  ['a phrase that is nowhere', PAGE, '"council harbour ferry harbour"'],
  ['a common word without another', PAGE, 'harbour -council'],
  ['a common beginning', PAGE, 'harb*'],
  ['one letter as a beginning', PAGE, 'h*'],
  ['a beginning of 20,000 words', PAGE, 'qu*'],
  ['a common word, a rare topic', PAGE, 'harbour', RARE_TOPIC],
  ["a common word, nobody's language", PAGE, 'harbour', NO_LANGUAGE],
  ['the count of a common word', COUNT, 'harbour'],
  ['all facets of a common word', FACETS, 'harbour'],
  ['suggest for one letter', SUGGEST, 'h'],
  ['suggest for three letters', SUGGEST, 'sub'],
  ['suggest for two words', SUGGEST, 'subject 1'],
];

async function main(): Promise<void> {
  const [size = '2000', kind = 'sqlite'] = process.argv.slice(2);
  const tell = (line: string): void => console.error(line);
  const databaseUrl = kind === 'sqlite' ? await sqliteStore(Number(size), tell) : await postgresStore(serverUrl(), Number(size), tell);
  const newsgraph = await createNewsgraph({ databaseUrl });
  const clock = await databaseClock(databaseUrl);
  try {
    for (const [name, query, q, filter] of CASES) {
      const run = async (): Promise<void> => {
        const { errors } = await newsgraph.execute({ query, variables: { q, filter } });
        if (errors !== undefined) throw new Error(`${name}: ${errors[0]?.message}`);
      };
      await run();
      const [ownBefore, databaseBefore] = [process.cpuUsage(), clock.read()];
      for (let count = 0; count < RUNS; count += 1) await run();
      const own = process.cpuUsage(ownBefore);
      const spent = (own.user + own.system) / 1_000 + clock.read() - databaseBefore;
      console.log(`${name.padEnd(33)} ${(spent / RUNS).toFixed(1).padStart(7)} ms CPU`);
    }
  } finally {
    await clock.close();
    await newsgraph.close();
  }
}

function serverUrl(): string {
  const url = process.env['BENCH_POSTGRES_URL'];
  if (url === undefined) throw new Error('set BENCH_POSTGRES_URL to a server where databases may be created');
  return url;
}

void main();
