/** A page of filtered stories is read in the order of an index until it is full, however many stories a filter names. */
import { VOCABULARIES } from '../../src/store/searching/beginnings';
import { describeOnEachStore } from '../support/stores';
import { openGraph, type TestGraph } from '../support/graphs';
import { withRawDatabase } from '../support/raw-database';
import { statementsOf } from '../support/statement-counter';

const stories = Array.from({ length: 300 }, (_, index) => ({
  format: 'newsgraph-story/1',
  slug: `story-${index}`,
  summary: `What happened, number ${index}.`,
  publishedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
  topics: ['Everything', `Topic ${index % 7}`],
}));

describeOnEachStore('the plan of a filter', (_open, place) => {
  let graph: TestGraph;
  let url: string;
  beforeAll(async () => {
    url = await place.freshUrl();
    graph = await openGraph(url, stories);
  });
  afterAll(() => graph.close());

  it.each([
    ['a hot topic', '{ topics: { any: [{ slug: "everything" }] } }', 300],
    ['one of several', '{ or: [{ topics: { any: [{ slug: "everything" }] } }, { topics: { any: [{ slug: "topic-3" }] } }] }', 300],
    ['what is not of a topic', '{ not: { topics: { any: [{ slug: "topic-3" }] } } }', 257],
    ['words', '{ text: "happened" }', 300],
  ])('keeps to the order of the stories for %s', async (_case, filter, count) => {
    const query = `{ stories(first: 5, filter: ${filter}) { nodes { slug } } }`;
    const [statement, ...more] = await statementsOf(place.kind, () => graph.ask(query));
    if (statement === undefined || more.length > 0) throw new Error('expected one statement');
    expect((await graph.ask(`{ stories(filter: ${filter}) { totalCount } }`)).stories.totalCount).toBe(count);
    // PostgreSQL chooses by how many rows it expects, and of so few it may sort all.
    if (place.kind === 'postgres') return;
    const plan = await withRawDatabase(url, async (raw) => {
      for (const vocabulary of VOCABULARIES) await raw.query(vocabulary);
      return raw.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${statement.text}`, [...statement.parameters]);
    });
    const steps = plan.map(({ detail }) => detail);
    expect(steps).toContainEqual(expect.stringMatching(/SCAN n USING (COVERING )?INDEX story_newest/));
    expect(steps.filter((step) => /TEMP B-TREE FOR ORDER BY/.test(step))).toEqual([]);
  });
});
