/** A batch that fails takes no other with it, and is not held against who asks again. */
import { withoutTopics } from '../support/ailing-tables';
import { openGraph, type TestGraph } from '../support/graphs';
import { harbour } from '../support/harbour';
import { describeOnEachStore } from '../support/stores';

describeOnEachStore('a batch that fails', (_open, place) => {
  let url: string;
  let graph: TestGraph;
  beforeAll(async () => {
    url = await place.freshUrl();
    graph = await openGraph(url, harbour);
  });
  afterAll(() => graph.close());

  const QUERY = /* GraphQL */ `
    {
      story(by: { slug: "new-crane-arrives" }) { title }
      port: topic(by: { slug: "port-of-alder" }) { name }
      shipping: topic(by: { slug: "shipping" }) { name }
      outlets { totalCount }
    }
  `;
  const WELL = {
    story: { title: 'New crane arrives' },
    port: { name: 'Port of Alder' },
    shipping: { name: 'Shipping' },
    outlets: { totalCount: 2 },
  };

  it('leaves its sibling root fields their data', async () => {
    const { data, errors } = await withoutTopics(url, () => graph.answer(QUERY));

    expect(data).toEqual({ ...WELL, port: null, shipping: null });
    expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual(['port', 'shipping']);
  });

  it('is read again by the same request, whose loaders do not remember that it failed', async () => {
    const context = graph.newsgraph.createContext();
    const failed = await withoutTopics(url, () => graph.newsgraph.execute({ query: QUERY }, context));

    const again = await graph.newsgraph.execute({ query: QUERY }, context);

    expect(failed.errors).toHaveLength(2);
    expect(again.errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(again.data))).toEqual(WELL);
  });
});
