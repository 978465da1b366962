/** Relay's connections to the letter. https://relay.dev/graphql/connections.htm */
import { describeOnEachStore } from '../support/stores';
import { openGraph, type TestGraph } from '../support/graphs';

/** Ten stories of one topic, `story-0` the newest; each second pair shares its instant, so that ties are met. */
const stories = Array.from({ length: 10 }, (_, index) => ({
  format: 'newsgraph-story/1',
  slug: `story-${index}`,
  title: `Story ${index}`,
  summary: `What happened, number ${index}.`,
  publishedAt: new Date(Date.UTC(2026, 0, 20 - Math.floor(index / 2))).toISOString(),
  topics: ['Everything'],
}));

const PAGE = `
  query ($first: Int, $after: String, $last: Int, $before: String) {
    topic(by: { slug: "everything" }) {
      stories(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { slug } }
        nodes { slug }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
`;

interface Page {
  slugs: string[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  cursors: string[];
}

describeOnEachStore('connections', (_open, place) => {
  let graph: TestGraph;
  let all: string[];
  beforeAll(async () => {
    graph = await openGraph(await place.freshUrl(), stories);
    all = (await page({ first: 100 })).slugs;
  });
  afterAll(() => graph.close());

  /** A graph that a test may change. */
  async function changeable(test: (changing: TestGraph) => Promise<void>): Promise<void> {
    const shared = graph;
    graph = await openGraph(await place.freshUrl(), stories);
    try {
      await test(graph);
    } finally {
      await graph.close();
      graph = shared;
    }
  }

  async function page(variables: Record<string, unknown>): Promise<Page> {
    const { topic } = await graph.ask(PAGE, variables);
    const { edges, nodes, pageInfo } = topic.stories;
    expect(edges.map(({ node }: { node: object }) => node)).toEqual(nodes);
    return {
      slugs: nodes.map(({ slug }: { slug: string }) => slug),
      cursors: edges.map(({ cursor }: { cursor: string }) => cursor),
      pageInfo,
    };
  }

  it('orders the newest first and breaks ties the same way each time', async () => {
    expect(all).toHaveLength(10);
    expect(all.map((slug) => Math.floor(Number(slug.slice(6)) / 2))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect((await page({ first: 100 })).slugs).toEqual(all);
  });

  it('pages forwards through every story once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let number = 0; number < 4; number += 1) {
      const { slugs, pageInfo }: Page = await page({ first: 3, after });
      seen.push(...slugs);
      expect(pageInfo.hasNextPage).toBe(number < 3);
      expect(pageInfo.hasPreviousPage).toBe(number > 0);
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
  });

  it('pages backwards through every story once, each page in the list’s order', async () => {
    let seen: string[] = [];
    let before: string | null = null;
    for (let number = 0; number < 4; number += 1) {
      const { slugs, pageInfo }: Page = await page({ last: 3, before });
      seen = [...slugs, ...seen];
      expect(pageInfo.hasPreviousPage).toBe(number < 3);
      expect(pageInfo.hasNextPage).toBe(number > 0);
      before = pageInfo.startCursor;
    }
    expect(seen).toEqual(all);
  });

  it('pages back from a cursor when only `before` is given', async () => {
    const { cursors } = await page({ first: 100 });
    expect((await page({ before: cursors[4] })).slugs).toEqual(all.slice(0, 4));
  });

  it('cuts at both cursors', async () => {
    const { cursors } = await page({ first: 100 });
    const window = { after: cursors[1], before: cursors[7] };
    expect((await page({ ...window, first: 3 })).slugs).toEqual(all.slice(2, 5));
    expect((await page({ ...window, last: 3 })).slugs).toEqual(all.slice(4, 7));
    expect((await page({ ...window, first: 50 })).slugs).toEqual(all.slice(2, 7));
  });

  it('keeps its place when stories come and go around a cursor', () =>
    changeable(async ({ add, newsgraph }) => {
      const { pageInfo } = await page({ first: 3 });
      await add({ ...stories[0], slug: 'breaking', title: 'Breaking', publishedAt: '2026-06-01T00:00:00Z', summary: 'Just in.' });
      await newsgraph.remove([all[2] ?? '']);
      expect((await page({ first: 3, after: pageInfo.endCursor })).slugs).toEqual(all.slice(3, 6));
      expect((await page({ first: 1 })).slugs).toEqual(['breaking']);
    }));

  it('gives an empty page for 0, and tells that there is more', async () => {
    expect(await page({ first: 0 })).toEqual({
      slugs: [],
      cursors: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it('gives 20 when no size is asked for', () =>
    changeable(async ({ add }) => {
      await add(...Array.from({ length: 15 }, (_, index) => ({ ...stories[0], slug: `more-${index}`, summary: `More, ${index}.` })));
      expect((await page({})).slugs).toHaveLength(20);
    }));

  it('orders the oldest first, and by last change, when asked', async () => {
    const { topic } = await graph.ask(`{
      topic(by: { slug: "everything" }) { stories(orderBy: OLDEST, first: 100) { nodes { slug } } }
    }`);
    expect(topic.stories.nodes.map(({ slug }: { slug: string }) => slug)).toEqual([...all].reverse());
    await changeable(async ({ add, ask }) => {
      await add({ ...stories[6], title: 'Changed' });
      const data = await ask(`{
        stories(orderBy: RECENTLY_UPDATED, first: 1) { nodes { slug } }
        topic(by: { slug: "everything" }) { stories(orderBy: RECENTLY_UPDATED, first: 2) { nodes { slug } pageInfo { endCursor } } }
      }`);
      expect(data.stories.nodes).toEqual([{ slug: 'story-6' }]);
      expect(data.topic.stories.nodes[0]).toEqual({ slug: 'story-6' });
    });
  });

  it('never gives two fields of one request the same rows by their names alone', async () => {
    const data = await graph.ask(`{
      topic(by: { slug: "everything" }) {
        a: stories(first: 1) { one: nodes { slug } two: nodes { title } edges { x: node { slug } y: node { topics { nodes { name } } } } }
        b: stories(last: 1) { nodes { slug } }
      }
    }`);
    expect(data.topic).toEqual({
      a: {
        one: [{ slug: all[0] }],
        two: [{ title: `Story ${all[0]?.slice(6)}` }],
        edges: [{ x: { slug: all[0] }, y: { topics: { nodes: [{ name: 'Everything' }] } } }],
      },
      b: { nodes: [{ slug: all[9] }] },
    });
  });

  it.each([
    ['first', { first: -1 }, '"first" must be 0 to 100, not -1.'],
    ['first', { first: 101 }, '"first" must be 0 to 100, not 101.'],
    ['last', { last: -1 }, '"last" must be 0 to 100, not -1.'],
    ['last', { last: 101 }, '"last" must be 0 to 100, not 101.'],
    ['last', { first: 1, last: 1 }, 'Give "first" or "last", not both.'],
    ['after', { after: '' }, '"after" is not a cursor of this list; give one that it returned.'],
    ['after', { after: 'bm9uc2Vuc2U' }, '"after" is not a cursor of this list; give one that it returned.'],
    ['before', { before: 'W10' }, '"before" is not a cursor of this list; give one that it returned.'],
  ])('refuses a wrong "%s": %j', async (argument, variables, message) => {
    const { data, errors } = await graph.answer(PAGE, variables);
    expect(data).toEqual({ topic: null });
    expect(errors).toEqual([{ message, path: ['topic', 'stories'], extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it('takes an order that is null for the list’s first, cursors too', async () => {
    const both = await graph.ask(`{
      a: stories(first: 1) { pageInfo { endCursor } } b: stories(first: 1, orderBy: null) { pageInfo { endCursor } }
      c: topics(first: 1) { pageInfo { endCursor } } d: topics(first: 1, orderBy: null) { pageInfo { endCursor } }
      topic(by: { slug: "everything" }) { e: stories(first: 1) { pageInfo { endCursor } } f: stories(first: 1, orderBy: null) { pageInfo { endCursor } } }
    }`);

    expect([both.b, both.d, both.topic.f]).toEqual([both.a, both.c, both.topic.e]);
  });

  it('refuses the cursor of another list', async () => {
    const { stories: root } = await graph.ask('{ stories(first: 1) { pageInfo { endCursor } } }');
    const { errors } = await graph.answer(PAGE, { after: root.pageInfo.endCursor });
    expect(errors).toMatchObject([{ path: ['topic', 'stories'], extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });

  it('keeps what stands beside a refused list', async () => {
    const { data, errors } = await graph.answer(`{
      stories(first: 500) { nodes { slug } }
      topics { nodes { slug stories(first: 1) { totalCount } } }
    }`);
    expect(data).toEqual({ stories: null, topics: { nodes: [{ slug: 'everything', stories: { totalCount: 10 } }] } });
    expect(errors).toMatchObject([{ path: ['stories'], extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }]);
  });
});
