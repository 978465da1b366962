/** Soft hyphens and joiners stand within words, and do not count. */
import { describeOnEachStore } from '../../support/stores';
import { openGraph, type TestGraph } from '../../support/graphs';

const stories = [
  { format: 'newsgraph-story/1', slug: 'treaty', title: 'A treaty', summary: 'The co\u00adop\u00aderation treaty holds.' },
  { format: 'newsgraph-story/1', slug: 'persian', title: '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645', summary: 'A word with a joiner that is none.' },
];

describeOnEachStore('words with joiners', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), stories)));
  afterAll(() => graph.close());

  it.each([
    ['cooperation', 'treaty'],
    ['co\u00adoperation', 'treaty'],
    ['"cooperation treaty"', 'treaty'],
    ['cooper*', 'treaty'],
    ['\u0645\u06cc\u062e\u0648\u0627\u0647\u0645', 'persian'],
    ['\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645', 'persian'],
  ])('are found by %j', async (query, slug) => {
    const { search } = await graph.ask('query ($query: String!) { search(query: $query) { nodes { ... on Story { slug } } } }', { query });
    expect(search.nodes).toEqual([{ slug }]);
  });

  it.each(['op', 'operation'])('are not found by their pieces (%s)', async (query) => {
    expect(await graph.ask('query ($query: String!) { search(query: $query) { totalCount } }', { query })).toEqual({ search: { totalCount: 0 } });
  });

  it('are marked whole, as they are written', async () => {
    const { search } = await graph.ask('{ search(query: "cooperation") { edges { matchedWords highlights { fragments { text ranges { start end } } } } } }');
    const [{ matchedWords, highlights }] = search.edges;
    expect(matchedWords).toEqual(['co\u00adop\u00aderation']);
    const [{ text, ranges: [{ start, end }] }] = highlights[0].fragments;
    expect(text.slice(start, end)).toBe('co\u00adop\u00aderation');
  });
});
