/** Facets of stories: what is counted, in which order, with which statements. */
import { describeOnEachStore } from '../support/stores';
import { openGraph, type TestGraph } from '../support/graphs';
import { harbour } from '../support/harbour';

const ALL_FACETS = `
  topics { node { slug } count } outlets { node { slug } count }
  kinds { value count } languages { value count } months { value count }
`;

describeOnEachStore('facets', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), harbour)));
  afterAll(() => graph.close());

  const node = (slug: string, count: number) => ({ node: { slug }, count });
  const value = (name: string, count: number) => ({ value: name, count });

  it('count all stories, those of most first, then by name', async () => {
    const { stories } = await graph.ask(`{ stories(first: 1) { nodes { slug } facets { ${ALL_FACETS} } } }`);
    expect(stories).toEqual({
      nodes: [{ slug: 'ferry-strike-ends' }],
      facets: {
        topics: [node('port-of-alder', 3), node('dock-union', 2), node('shipping', 2), node('poetry', 1)],
        outlets: [node('alder-courier', 3), node('northwire', 2)],
        kinds: [value('PLACE', 3), value('ORGANISATION', 2), value('SUBJECT', 2)],
        languages: [value('en', 3), value('mi', 1)],
        months: [value('2026-03', 3)],
      },
    });
  });

  it('count what the filter lets through, each without its own condition', async () => {
    const filter = { language: ['en'], topics: { any: [{ slug: 'shipping' }] }, outlets: { any: [{ slug: 'alder-courier' }] } };
    const { stories } = await graph.ask(`query ($filter: StoryFilter) { stories(filter: $filter) { totalCount facets { ${ALL_FACETS} } } }`, { filter });
    expect(stories).toEqual({
      totalCount: 1,
      facets: {
        topics: [node('dock-union', 2), node('port-of-alder', 2), node('shipping', 1)],
        outlets: [node('northwire', 2), node('alder-courier', 1)],
        kinds: [value('ORGANISATION', 1), value('PLACE', 1), value('SUBJECT', 1)],
        languages: [value('en', 1)],
        months: [value('2026-03', 1)],
      },
    });
  });

  it('heed a condition that stands within another', async () => {
    const languages = async (filter: object) =>
      (await graph.ask('query ($filter: StoryFilter) { stories(filter: $filter) { facets { languages { value count } } } }', { filter })).stories.facets.languages;
    expect(await languages({ language: ['mi'] })).toEqual([value('en', 3), value('mi', 1)]);
    expect(await languages({ and: [{ language: ['mi'] }] })).toEqual([value('mi', 1)]);
    expect(await languages({ not: { language: ['mi'] } })).toEqual([value('en', 3)]);
  });

  it('belong to nested lists as well', async () => {
    const { topic, outlet, question } = await graph.ask(`{
      topic(by: { slug: "port-of-alder" }) { stories { facets { ${ALL_FACETS} } } }
      outlet(by: { slug: "northwire" }) { stories { facets { ${ALL_FACETS} } } }
      question(by: { slug: "will-ferries-run-on-time" }) { stories { facets { ${ALL_FACETS} } } }
    }`);
    expect(topic.stories.facets).toEqual({
      topics: [node('port-of-alder', 3), node('dock-union', 2), node('shipping', 2)],
      outlets: [node('alder-courier', 2), node('northwire', 2)],
      kinds: [value('PLACE', 3), value('ORGANISATION', 2), value('SUBJECT', 2)],
      languages: [value('en', 3)],
      months: [value('2026-03', 3)],
    });
    expect(outlet.stories.facets.topics).toEqual([node('port-of-alder', 2), node('shipping', 2), node('dock-union', 1)]);
    expect(question.stories.facets.outlets).toEqual([node('alder-courier', 2), node('northwire', 1)]);
  });

  it('of a search count the stories that are found', async () => {
    const query = `query ($types: [SearchType!], $filter: StoryFilter) {
      search(query: "strike", types: $types, filter: $filter) { facets { ${ALL_FACETS} } }
    }`;
    const all = await graph.ask(query);
    expect(all.search.facets).toEqual({
      topics: [node('dock-union', 2), node('port-of-alder', 2), node('shipping', 1)],
      outlets: [node('alder-courier', 2), node('northwire', 1)],
      kinds: [value('ORGANISATION', 2), value('PLACE', 2), value('SUBJECT', 1)],
      languages: [value('en', 2)],
      months: [value('2026-03', 2)],
    });
    const narrowed = await graph.ask(query, { filter: { topics: { any: [{ slug: 'shipping' }] } } });
    expect(narrowed.search.facets.topics).toEqual(all.search.facets.topics);
    expect(narrowed.search.facets.outlets).toEqual([node('alder-courier', 1), node('northwire', 1)]);
    const withoutStories = await graph.ask(query, { types: ['TOPIC'] });
    expect(withoutStories.search.facets).toEqual({ topics: [], outlets: [], kinds: [], languages: [], months: [] });
  });

  it('of a search take one statement', async () => {
    expect((await graph.answer('{ search(query: "strike") { facets { topics { node { name } count } months { value } } } }')).statements).toBe(1);
  });

  it('have as many members as are asked for, under any names', async () => {
    const { stories } = await graph.ask(
      '{ stories { few: facets(first: 1) { most: topics { count what: node { slug } who: node { name } } } none: facets(first: 0) { topics { count } } all: facets(first: null) { topics { count } } } }',
    );
    expect(stories).toEqual({
      few: { most: [{ count: 3, what: { slug: 'port-of-alder' }, who: { name: 'Port of Alder' } }] },
      none: { topics: [] },
      all: { topics: [{ count: 3 }, { count: 2 }, { count: 2 }, { count: 1 }] },
    });
  });

  it('lead on from their nodes', async () => {
    const { data, statements } = await graph.answer('{ stories { facets(first: 2) { topics { node { stories(first: 1) { nodes { slug } } } } } } }');
    expect(data.stories.facets.topics).toEqual([
      { node: { stories: { nodes: [{ slug: 'ferry-strike-ends' }] } } },
      { node: { stories: { nodes: [{ slug: 'ferry-strike-ends' }] } } },
    ]);
    expect(statements).toBe(2);
  });

  it('leave out outlets without stories', async () => {
    const other = await openGraph(await place.freshUrl(), harbour);
    await other.newsgraph.remove(['ferry-strike-ends', 'new-crane-arrives']);
    const { stories } = await other.ask('{ stories { facets { outlets { node { slug } count } } } }');
    expect(stories.facets.outlets).toEqual([node('alder-courier', 2)]);
    await other.close();
  });

  it.each([-1, 101])('refuse a size of %s at their own path', async (first) => {
    const { data, errors } = await graph.answer('query ($first: Int) { stories { totalCount facets(first: $first) { languages { value } } } }', { first });
    expect(data).toEqual({ stories: null });
    expect(errors).toEqual([
      { message: `"first" must be 0 to 100, not ${first}.`, path: ['stories', 'facets'], extensions: { code: 'BAD_USER_INPUT', argument: 'first' } },
    ]);
  });
});
