import { Pool } from 'pg';
import { openGraph, type TestGraph } from '../../support/graphs';
import { harbour } from '../../support/harbour';
import { describeOnEachStore } from '../../support/stores';

interface Sent {
  readonly text: string;
  readonly name?: string;
}

describeOnEachStore('the plans of searches', (_open, place) => {
  if (place.kind === 'sqlite') {
    it('need not be: SQLite plans without looking at the words', () => expect(place.kind).toBe('sqlite'));
    return;
  }

  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), harbour)));
  afterAll(() => graph.close());

  /** The statements that look for words while a query is asked five times. */
  const searchesOf = async (query: string): Promise<Sent[]> => {
    const spy = jest.spyOn(Pool.prototype, 'query' as never);
    try {
      for (let count = 0; count < 5; count += 1) await graph.ask(query);
      const sent = (spy.mock.calls as unknown as [Sent][]).map(([each]) => each);
      return sent.filter(({ text }) => text.includes('::tsquery'));
    } finally {
      spy.mockRestore();
    }
  };

  it.each([
    ['a word', '{ search(query: "ferry") { totalCount nodes { id } } }'],
    ['a phrase', '{ search(query: "\\"the ferry\\"") { nodes { id } } }'],
    ['what is typed', '{ suggest(prefix: "fer") { text } }'],
  ])('of %s are kept: the statement finds out by itself how common it is', async (_case, query) => {
    const searches = await searchesOf(query);
    expect(searches.filter(({ name }) => name !== undefined).length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['a search with a filter', '{ search(query: "ferry", filter: { minOutlets: 1 }) { nodes { id } } }'],
    ['a filter by words', '{ stories(filter: { text: "ferry" }) { nodes { id } } }'],
  ])('of %s are made anew each time, for its words', async (_case, query) => {
    const searches = await searchesOf(query);
    expect(searches.map(({ name }) => name)).toEqual(Array(5).fill(undefined));
  });
});
