/** A request whose signal is aborted reads no more, and the next one is answered as ever. */
import { describeOnEachStore } from '../support/stores';
import { openGraph, type TestGraph } from '../support/graphs';

describeOnEachStore('a request that is stopped', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => {
    const story = { format: 'newsgraph-story/1', slug: 'a', title: 'A', summary: 'S.', topics: ['Rivers'] };
    graph = await openGraph(await place.freshUrl(), [story]);
  });
  afterAll(() => graph.close());

  const QUERY = '{ stories { nodes { slug topics { nodes { name } } } } }';

  it('has the reason of its signal for an error', async () => {
    const context = graph.newsgraph.createContext({ signal: AbortSignal.abort(new Error('enough')) });

    const { data, errors } = await graph.newsgraph.execute({ query: QUERY }, context);

    expect(data?.['stories']).toBeNull();
    expect(errors?.map(({ message, path }) => ({ message, path }))).toEqual([{ message: 'enough', path: ['stories'] }]);
  });

  it('is nothing to others', async () => {
    const controller = new AbortController();

    const { data } = await graph.newsgraph.execute({ query: QUERY }, graph.newsgraph.createContext(controller));

    expect(JSON.parse(JSON.stringify(data))).toEqual(await graph.ask(QUERY));
  });

  it('is nothing to a signal that listens for more reads than Node expects', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on('warning', listen);
    const many = Array.from({ length: 20 }, (_, index) => `a${index}: stories(first: ${index}) { nodes { slug } }`).join(' ');

    await graph.newsgraph.execute({ query: `{ ${many} }` }, graph.newsgraph.createContext(new AbortController()));
    await new Promise((resolve) => setImmediate(resolve));

    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });
});
