/** Global ids, `node` and `nodes`. https://relay.dev/graphql/objectidentification.htm */
import { describeOnEachStore } from '../support/stores';
import { openGraph, type TestGraph } from '../support/graphs';
import { harbour } from '../support/harbour';

describeOnEachStore('object identification', (_open, place) => {
  let graph: TestGraph;
  let ids: Record<string, string>;
  beforeAll(async () => {
    graph = await openGraph(await place.freshUrl(), harbour);
    const data = await graph.ask(`{
      story(by: { slug: "ferry-strike-ends" }) { id perspectives(first: 1) { nodes { id } } }
      outlet(by: { slug: "northwire" }) { id }
      question(by: { slug: "what-did-the-union-win" }) { id }
      topic(by: { slug: "shipping" }) { id }
    }`);
    ids = {
      Story: data.story.id,
      Perspective: data.story.perspectives.nodes[0].id,
      Outlet: data.outlet.id,
      Question: data.question.id,
      Topic: data.topic.id,
    };
  });
  afterAll(() => graph.close());

  it.each(['Story', 'Perspective', 'Outlet', 'Question', 'Topic'])('finds a %s by its global id', async (noun) => {
    const { node } = await graph.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: ids[noun] });
    expect(node).toEqual({ __typename: noun, id: ids[noun] });
  });

  it('gives URL-safe ids', () => {
    for (const id of Object.values(ids)) expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('reads what fragments ask of each type', async () => {
    const { node } = await graph.ask(
      `query ($id: ID!) {
        node(id: $id) { id ...StoryParts ... on Topic { name: name } }
      }
      fragment StoryParts on Story { title topics(first: 1) { nodes { slug } } }`,
      { id: ids['Story'] },
    );
    expect(node).toEqual({ id: ids['Story'], title: 'Ferry strike ends', topics: { nodes: [{ slug: 'dock-union' }] } });
  });

  it('gives the nodes of many ids in their order, and null for unknown, malformed and foreign ones', async () => {
    const unknown = `S${'a'.repeat(20)}`;
    const { data, statements } = await graph.answer('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Topic { name } ... on Story { slug } } }', {
      ids: [ids['Topic'], unknown, 'nonsense', ids['Story'], '', ids['Topic']],
    });
    expect(data.nodes).toEqual([
      { __typename: 'Topic', name: 'Shipping' },
      null,
      null,
      { __typename: 'Story', slug: 'ferry-strike-ends' },
      null,
      { __typename: 'Topic', name: 'Shipping' },
    ]);
    expect(statements).toBe(2);
  });

  it('refuses more than 100 ids', async () => {
    const { errors } = await graph.answer('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(101).fill(ids['Topic']) });
    expect(errors).toEqual([
      { message: '"ids" may hold 100 ids, not 101.', path: ['nodes'], extensions: { code: 'BAD_USER_INPUT', argument: 'ids' } },
    ]);
  });

  it('gives null for an id of another kind, an unknown id and an unknown slug', async () => {
    const data = await graph.ask(
      `query ($topic: ID!) {
        foreign: story(by: { id: $topic }) { id }
        unknown: story(by: { slug: "no-such-story" }) { id }
        perspective(id: $topic) { id }
      }`,
      { topic: ids['Topic'] },
    );
    expect(data).toEqual({ foreign: null, unknown: null, perspective: null });
  });

  it('finds a story by id as by slug', async () => {
    const { story } = await graph.ask('query ($id: ID!) { story(by: { id: $id }) { slug } }', { id: ids['Story'] });
    expect(story).toEqual({ slug: 'ferry-strike-ends' });
  });

  it.each([
    ['both', '{ id: "x", slug: "y" }'],
    ['none', '{}'],
    ['a null', '{ slug: null }'],
  ])('enforces @oneOf: %s of its members is refused', async (_case, by) => {
    const { errors } = await graph.answer(`{ story(by: ${by}) { id } }`);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(/OneOf|must be non-null/);
  });

  it('enforces @oneOf in variables', async () => {
    const { data, errors } = await graph.answer('query ($by: Ref!) { story(by: $by) { id } }', { by: { id: 'x', slug: 'y' } });
    expect(data).toBeNull();
    expect(errors[0]?.message).toMatch(/Exactly one key must be specified/);
  });
});
