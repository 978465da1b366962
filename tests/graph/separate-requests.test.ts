/** Requests that run at the same time share what was compiled, and nothing of what was asked or read. */
import { openGraph, type TestGraph } from '../support/graphs';
import { harbour } from '../support/harbour';
import { describeOnEachStore } from '../support/stores';

describeOnEachStore('requests at the same time', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await openGraph(await place.freshUrl(), harbour);
  });
  afterAll(() => graph.close());

  /** The second relation of shared nodes takes a loader of its own. */
  const QUERY = /* GraphQL */ `
    query Page($slug: String!, $first: Int!, $titled: Boolean!) {
      story(by: { slug: $slug }) {
        slug
        title @include(if: $titled)
        topics(first: $first) { nodes { slug stories(first: $first) { nodes { slug topics(first: 1) { nodes { slug } } } } } }
      }
    }
  `;
  const SLUGS = ['ferry-strike-ends', 'new-crane-arrives', 'ferry-strike-begins', 'poem-prize'];
  const VARIABLES = SLUGS.flatMap((slug) => [1, 2].map((first) => ({ slug, first, titled: first === 1 })));

  it('have each the answer, and take each the statements, that it has alone', async () => {
    const alone = [];
    for (const variables of VARIABLES) alone.push(await graph.answer(QUERY, variables));

    const together = await Promise.all(VARIABLES.map((variables) => graph.answer(QUERY, variables)));

    expect(together).toEqual(alone);
    expect(new Set(alone.map(({ data }) => JSON.stringify(data))).size).toBe(VARIABLES.length);
  });

  it('read each for itself, also when they ask for the same', async () => {
    const variables = { slug: 'new-crane-arrives', first: 2, titled: true };
    const { data, statements } = await graph.answer(QUERY, variables);

    const both = await Promise.all([graph.answer(QUERY, variables), graph.answer(QUERY, variables)]);

    expect(statements).toBeGreaterThan(0);
    expect(both).toEqual([{ data, errors: [], statements }, { data, errors: [], statements }]);
  });
});
