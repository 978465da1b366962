/** Paging through a search gives each result once, both ways, also beyond those that are ranked; in few statements. */
import { normaliseStory } from '../../../src/ingest/normalise';
import { openStore } from '../../../src/store';
import { describeOnEachStore } from '../../support/stores';
import { openGraph, type TestGraph } from '../../support/graphs';
import { storyDraft } from '../../support/cast';

/** More of them than are ranked, or looked through for phrases. */
const STORIES = 2_080;
const drafts = Array.from({ length: STORIES }, (_, number) =>
  storyDraft({
    title: number % 10 === 0 ? `Tides of ${number}` : `Story ${number}`,
    url: `https://briefs.example/${number}`,
    publishedAt: new Date(Date.UTC(2025, 0, 1) + ((number * 7) % STORIES) * 60_000).toISOString(),
    summary: `The tides of ${number}. ${number % 100 === 7 ? 'Seldom.' : ''} ${number % 500 === 7 ? 'Of tides.' : ''}`,
    perspectives: [],
    questions: [],
    topics: [{ name: `Tidal matter ${number % 40}`, nameIsDerived: false, slug: null, kind: null, aliases: [], description: null, isTruncated: false, wikidataId: null }],
  }),
);

const PAGE = `query ($query: String!, $first: Int, $after: String, $last: Int, $before: String) {
  search(query: $query, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor score node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Edge {
  cursor: string;
  score: number;
  node: { id: string };
}

describeOnEachStore('paging through a search', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => {
    const url = await place.freshUrl();
    const store = await openStore(url);
    await store.save(drafts.map(normaliseStory), { now: '2025-06-01T00:00:00.000Z' });
    await store.close();
    graph = await openGraph(url);
  }, 120_000);
  afterAll(() => graph.close());

  const forwards = async (query: string, first: number): Promise<Edge[]> => {
    const all: Edge[] = [];
    for (let after: string | null = null; ; ) {
      const { search } = await graph.ask(PAGE, { query, first, after });
      expect(search.pageInfo.hasPreviousPage).toBe(after !== null);
      all.push(...search.edges);
      if (!search.pageInfo.hasNextPage) return all;
      after = search.pageInfo.endCursor;
    }
  };
  const backwards = async (query: string, last: number): Promise<Edge[]> => {
    const all: Edge[] = [];
    for (let before: string | null = null; ; ) {
      const { search } = await graph.ask(PAGE, { query, last, before });
      expect(search.pageInfo.hasNextPage).toBe(before !== null);
      all.unshift(...search.edges);
      if (!search.pageInfo.hasPreviousPage) return all;
      before = search.pageInfo.startCursor;
    }
  };

  it.each([
    ['tides', STORIES, 97],
    ['tid*', STORIES + 40, 100],
    ['tides seldom', 21, 3],
    // The words are in all of them; the oldest that has the phrase lies beyond the newest 2,000.
    ['"of tides"', 5, 2],
    ['"tides of"', STORIES, 100],
    ['"of tid"*', 5, 1],
    ['"tidal matter 3"', 1, 1],
  ])('%s: each of %i results once, both ways', async (query, total, size) => {
    const all = await forwards(query, size);
    const ids = all.map(({ node }) => node.id);
    expect(new Set(ids).size).toBe(total);
    expect(ids).toHaveLength(total);
    expect(await backwards(query, size)).toEqual(all);
    const scores = all.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  }, 60_000);

  it('ranks the newest of more, says so, and counts all', async () => {
    const { search } = await graph.ask('{ search(query: "tides") { isApproximate totalCount } }');
    expect(search).toEqual({ isApproximate: true, totalCount: STORIES });
    const all = await forwards('tides', 100);
    expect(all.filter(({ score }) => score === 0)).toHaveLength(STORIES - 1_000);
  }, 60_000);

  it('ranks phrases among the newest of those that have the words, says so, and counts all', async () => {
    const { search } = await graph.ask('{ search(query: "\\"of tides\\"") { isApproximate totalCount edges { score } } }');
    expect(search).toEqual({ isApproximate: true, totalCount: 5, edges: [41, 41, 41, 41, 0].map((score) => ({ score })) });
  }, 60_000);

  it('gives what lies between two cursors', async () => {
    const all = await forwards('tides', 100);
    for (const [from, to] of [[3, 8], [996, 1_004], [1_010, 1_015]] as const) {
      const given = { query: 'tides', after: all[from]?.cursor, before: all[to]?.cursor };
      for (const size of [{ first: 50 }, { last: 50 }]) {
        const { search } = await graph.ask(PAGE, { ...given, ...size });
        expect(search.edges).toEqual(all.slice(from + 1, to));
      }
    }
  }, 60_000);

  it.each([
    ['ranked results', 'tides seldom', '', 3],
    ['results of two types', 'tid*', '', 4],
    ['a page beyond the ranked', 'tides', 'beyond', 4],
  ])('takes as many statements for 45 of %s as for 90', async (_case, query, where, expected) => {
    const all = where === 'beyond' ? await forwards(query, 100) : [];
    const after = all[995]?.cursor ?? null;
    const counts: number[] = [];
    for (const n of [45, 90]) {
      const { errors, statements } = await graph.answer(
        `query ($query: String!, $n: Int, $after: String) { search(query: $query, first: $n, after: $after) {
          edges { cursor matchedWords highlights { field } node { id ... on Story { title topics { nodes { name } } } ... on Topic { name } } } pageInfo { hasNextPage }
        } }`,
        { query, n, after },
      );
      expect(errors).toEqual([]);
      counts.push(statements);
    }
    expect(counts).toEqual([expected, expected]);
  }, 60_000);

  it('counts in one statement more only where not all are ranked', async () => {
    const statements = async (query: string) => (await graph.answer('query ($query: String!) { search(query: $query) { totalCount } }', { query })).statements;
    expect(await statements('seldom')).toBe(1);
    expect(await statements('tides')).toBe(2);
    expect(await statements('-tides')).toBe(0);
  });
});
