import { Pool } from 'pg';
import { openGraph } from '../../support/graphs';
import { harbour } from '../../support/harbour';
import { describeOnEachStore } from '../../support/stores';

describeOnEachStore('the plans of searches', (_open, place) => {
  if (place.kind === 'sqlite') {
    it('need not be: SQLite plans without looking at the words', () => expect(place.kind).toBe('sqlite'));
    return;
  }

  it('are made anew for each search, for its words, while those of other reads are kept', async () => {
    const graph = await openGraph(await place.freshUrl(), harbour);
    const spy = jest.spyOn(Pool.prototype, 'query' as never);
    try {
      for (let count = 0; count < 5; count += 1) await graph.ask('{ search(query: "ferry") { nodes { id } } }');
      const sent = (spy.mock.calls as unknown as [{ text: string; name?: string }][]).map(([query]) => query);
      const searches = sent.filter(({ text }) => text.includes('::tsquery'));
      expect(searches.map(({ name }) => name)).toEqual(Array(5).fill(undefined));
      expect(sent.filter(({ name }) => name !== undefined).length).toBeGreaterThan(0);
    } finally {
      spy.mockRestore();
      await graph.close();
    }
  });
});
