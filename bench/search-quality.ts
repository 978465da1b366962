/**
 * How well `search` ranks stories, beside plain full-text order: `npx tsx bench/search-quality.ts`.
 *
 * The queries and what they should find are in `labels/search-labels.ts`: graded by us over the examples, by group over
 * the labelled headlines of the shared material, each taken for a story that says its headline alone. Where these are
 * absent, only the examples are measured. Plain order is that of FTS5's bm25, as it comes, over the same index and the
 * same matches, newer before older where it is equal.
 *
 * What stems would give is measured over a second store, in whose stories and queries each word is reduced to its Porter
 * stem: the same as a query that asked for every word with the stem of one of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stemmer } from 'stemmer';
import type { DataSource } from 'typeorm';
import { parseSearchQuery } from '../src/domain/search-query';
import { parseStoryObject, serialiseStoryLine } from '../src/ingest/formats/story-document';
import { createNewsgraph, type ImportResult, type Newsgraph } from '../src/newsgraph';
import { createDataSource } from '../src/store/database/data-source';
import { matchExpression } from '../src/store/searching/match-expression';
import { type Headline, HEADLINES_FILE, readHeadlines } from './labels/headlines';
import { EXAMPLE_LABELS, HEADLINE_LABELS } from './labels/search-labels';
import { type Grades, mean, ndcg, recall } from './labels/ranking';
import { Stems } from './labels/stems';

const DEPTH = 10;
const PAGE = 100;
const EXAMPLES = join(__dirname, '..', 'examples', 'stories');

interface LabelledQuery {
  readonly query: string;
  readonly grades: Grades;
}

type Ranker = (query: string) => Promise<string[]>;

function exampleQueries(): LabelledQuery[] {
  return EXAMPLE_LABELS.map(({ query, about, touching }) => ({
    query,
    grades: new Map([...touching.map((slug) => [slug, 1] as const), ...about.map((slug) => [slug, 2] as const)]),
  }));
}

function headlineQueries(headlines: readonly Headline[]): LabelledQuery[] {
  return HEADLINE_LABELS.map(({ query, groups }) => ({
    query,
    grades: new Map(headlines.filter(({ group }) => groups.includes(group)).map(({ slug }) => [slug, 1])),
  }));
}

function documentOf({ slug, title, instant }: Headline): object {
  return { format: 'newsgraph-story/1', slug, title, summary: title, publishedAt: new Date(instant).toISOString() };
}

/** All that `search` finds, page by page. */
function bySearch(newsgraph: Newsgraph): Ranker {
  const text = `query ($query: String!, $after: String) { search(query: $query, types: [STORY], first: ${PAGE}, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { ... on Story { slug } } } }`;
  return async (query) => {
    const slugs: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data, errors } = await newsgraph.execute({ query: text, variables: { query, after } });
      if (errors !== undefined) throw new Error(errors[0]?.message);
      const { search } = data as { search: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: { slug: string }[] } };
      slugs.push(...search.nodes.map(({ slug }) => slug));
      if (!search.pageInfo.hasNextPage) return slugs;
      after = search.pageInfo.endCursor;
    }
  };
}

/** The same matches in another order. */
function byStatement(raw: DataSource, ...orders: string[]): Ranker {
  const statement = `SELECT n."slug" FROM "storySearch" JOIN "story" n ON n."key" = "storySearch".rowid
    WHERE "storySearch" MATCH ? ORDER BY ${[...orders, 'n."orderedAt" DESC', 'n."id" DESC'].join(', ')}`;
  return async (query) => {
    const rows = await raw.query<{ slug: string }[]>(statement, [matchExpression(parseSearchQuery(query), { name: 'sqlite' })]);
    return rows.map(({ slug }) => slug);
  };
}

async function measure(name: string, queries: readonly LabelledQuery[], ranker: Ranker, isTold: boolean): Promise<string> {
  const figures: { ndcg: number; first: number; all: number }[] = [];
  for (const { query, grades } of queries) {
    const list = await ranker(query);
    const found = { ndcg: ndcg(list, grades, DEPTH), first: recall(list.slice(0, DEPTH), grades), all: recall(list, grades) };
    if (isTold) console.error(`${name}: ${query}: ${found.ndcg.toFixed(3)}, ${list.length} found`);
    figures.push(found);
  }
  const of = (key: 'ndcg' | 'first' | 'all'): string => mean(figures.map((figure) => figure[key])).toFixed(3);
  return `| ${name} | ${of('ndcg')} | ${of('first')} | ${of('all')} |`;
}

/** What the first finds, then what the second finds besides. */
function inTurn(first: Ranker, second: Ranker): Ranker {
  return async (query) => [...new Set([...(await first(query)), ...(await second(query))])];
}

interface OpenedStore {
  readonly newsgraph: Newsgraph;
  readonly raw: DataSource;
}

/** Runs `work` on a store of its own with these documents in it. */
async function withStore<Result>(
  documents: (newsgraph: Newsgraph) => AsyncIterable<ImportResult>,
  work: (store: OpenedStore) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-search-quality-'));
  const databaseUrl = `sqlite:${join(folder, 'store.db')}`;
  const newsgraph = await createNewsgraph({ databaseUrl });
  const raw = await createDataSource(databaseUrl).initialize();
  try {
    for await (const { status, error } of documents(newsgraph)) if (status === 'failed') throw new Error(error?.message);
    return await work({ newsgraph, raw });
  } finally {
    await raw.destroy();
    await newsgraph.close();
    rmSync(folder, { recursive: true });
  }
}

async function compare(title: string, queries: readonly LabelledQuery[], documents: (newsgraph: Newsgraph) => AsyncIterable<ImportResult>): Promise<void> {
  const stems = new Stems(stemmer);
  await withStore(documents, async (plain) => {
    const stemmed: string[] = [];
    for await (const story of plain.newsgraph.exportDocuments()) stemmed.push(serialiseStoryLine(stems.ofStory(parseStoryObject(story).draft)));
    await withStore(
      (newsgraph) => newsgraph.importDocuments(stemmed),
      (reduced) => tell(title, queries, plain, reduced, stems),
    );
  });
}

async function tell(title: string, queries: readonly LabelledQuery[], plain: OpenedStore, reduced: OpenedStore, stems: Stems): Promise<void> {
  const isTold = process.argv.includes('--each');
  const ofStems = (ranker: Ranker): Ranker => (query) => ranker(stems.ofText(query));
  const [search, searchOfStems] = [bySearch(plain.newsgraph), ofStems(bySearch(reduced.newsgraph))];
  const bm25 = 'bm25("storySearch")';
  const rows: readonly [name: string, ranker: Ranker, isTold: boolean][] = [
    ['`search`', search, isTold],
    ['`search`, stems', searchOfStems, isTold],
    ['`search`, then what stems find besides', inTurn(search, searchOfStems), false],
    ['bm25', byStatement(plain.raw, bm25), isTold],
    ['bm25, stems', ofStems(byStatement(reduced.raw, bm25)), false],
    ['newest first', byStatement(plain.raw), false],
  ];
  console.log(`${title}: ${queries.length} queries\n\n| order | NDCG@${DEPTH} | recall@${DEPTH} | recall |\n| --- | --- | --- | --- |`);
  for (const [name, ranker, isEachTold] of rows) console.log(await measure(name, queries, ranker, isEachTold));
  const words = stems.wordsAWord(queries.map(({ query }) => query));
  console.log(`\nA word of a query has the stem of ${words.toFixed(2)} words of the stories on average.\n`);
}

async function main(): Promise<void> {
  await compare('The examples', exampleQueries(), (newsgraph) => newsgraph.importFiles([EXAMPLES]));
  const headlines = readHeadlines();
  if (headlines === null) console.log(`Labelled headlines skipped: there is no ${HEADLINES_FILE}.`);
  else await compare('Labelled headlines', headlineQueries(headlines), (newsgraph) => newsgraph.importDocuments(headlines.map(documentOf)));
}

void main();
