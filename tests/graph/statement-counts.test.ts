/** The number of SQL statements depends on a query's shape, never on the number of nodes. */
import { describeOnEachStore } from '../support/stores';
import { statementsOf } from '../support/statement-counter';
import { openGraph, type TestGraph } from '../support/graphs';

/** Fifty stories, each with two outlets of ten, three topics of twelve, two questions of eight. */
const stories = Array.from({ length: 50 }, (_, index) => ({
  format: 'newsgraph-story/1',
  slug: `story-${index}`,
  title: `Story ${index}`,
  summary: `What happened, number ${index}.`,
  publishedAt: new Date(Date.UTC(2026, 0, 1, index)).toISOString(),
  perspectives: [0, 1].map((each) => ({ outlets: [`Outlet ${(index + each * 3) % 10}`], text: `Said by ${each} of ${index}.` })),
  questions: [0, 1].map((each) => ({ title: `Question ${(index + each * 5) % 8}?`, intro: `Asked in ${index}.` })),
  topics: [0, 1, 2].map((each) => ({ name: `Topic ${(index + each * 4) % 12}` })),
}));

/** Every relation, reached through a list of parents, and how many statements the whole query takes. */
const RELATIONS: [relation: string, query: string, statements: number][] = [
  ['story.perspectives', 'stories(first: $n) { nodes { perspectives { totalCount nodes { text } } } }', 1],
  ['story.outlets', 'stories(first: $n) { nodes { outlets { name } } }', 1],
  ['story.questions', 'stories(first: $n) { nodes { questions { totalCount edges { cursor intro node { title } } } } }', 1],
  ['story.topics', 'stories(first: $n) { nodes { topics { totalCount edges { description node { name } } } } }', 1],
  ['story.related', 'stories(first: $n) { nodes { related(first: 3) { totalCount edges { score { total } sharedTitleWords sharedTopics { name } sharedOutlets { name } node { slug } } } } }', 1],
  ['perspective.story', 'stories(first: $n) { nodes { perspectives { nodes { story { slug } } } } }', 1],
  ['perspective.outlets', 'stories(first: $n) { nodes { perspectives { nodes { outlets { name } } } } }', 1],
  ['outlet.perspectives', 'outlets(first: $n) { nodes { perspectives(first: 3) { totalCount nodes { text } pageInfo { hasNextPage } } } }', 1],
  ['outlet.stories', 'outlets(first: $n) { nodes { stories(first: 3) { totalCount nodes { slug } } } }', 1],
  ['outlet.topics', 'outlets(first: $n) { nodes { topics(first: 3) { totalCount edges { storyCount node { name } } } } }', 1],
  ['question.stories', 'questions(first: $n) { nodes { stories(first: 3) { totalCount nodes { slug } } } }', 1],
  ['question.topics', 'questions(first: $n) { nodes { topics(first: 3) { totalCount nodes { name } } } }', 1],
  ['question.related', 'questions(first: $n) { nodes { related(first: 3) { totalCount edges { score { total } sharedStories sharedTitleWords sharedTopics { name } node { slug } } } } }', 1],
  ['topic.stories', 'topics(first: $n) { nodes { stories(first: 3) { totalCount nodes { slug } } } }', 1],
  ['topic.questions', 'topics(first: $n) { nodes { questions(first: 3) { totalCount nodes { title } } } }', 1],
  ['topic.outlets', 'topics(first: $n) { nodes { outlets(first: 3) { totalCount edges { storyCount node { name } } } } }', 1],
  ['topic.related', 'topics(first: $n) { nodes { related(first: 3) { totalCount edges { sharedStories node { name } } } } }', 1],
  ['facets of outlet.stories', 'outlets(first: $n) { nodes { stories { facets { topics { count node { name } } kinds { value } languages { value } months { value } } } } }', 1],
  ['facets of question.stories', 'questions(first: $n) { nodes { stories(filter: { minOutlets: 1 }) { facets { topics { count } outlets { count } } } } }', 1],
  ['facets of topic.stories', 'topics(first: $n) { nodes { stories(first: 3) { nodes { slug } facets { topics { count } outlets { node { name } count } kinds { value } months { value } } } } }', 1],
  ['facets of stories', 'stories(first: $n) { facets { topics { count node { name } } outlets { count } languages { value } kinds { value } months { value } } }', 1],
  ['story.comparison', 'stories(first: $n) { nodes { comparison { rows { outlet { name } perspectives { text } } collective { text } silent(first: 3) { totalCount edges { ofStories node { name } } } } } }', 1],
  ['outlet.overlap', 'outlets(first: $n) { nodes { overlap(first: 3) { totalCount edges { sharedStories node { name } } } } }', 1],
  ['topic.volume', 'topics(first: $n) { nodes { volume(interval: WEEK, from: "2025-12-01T00:00:00Z", to: "2026-02-01T00:00:00Z") { storyCount } } }', 2],
  ['topic.timeline', 'topics(first: $n) { nodes { timeline(interval: DAY, from: "2025-12-01T00:00:00Z", to: "2026-02-01T00:00:00Z") { stories(first: 2) { totalCount nodes { slug } } } } }', 3],
  // A shared node in a list of lists comes again and again: its relations are read by one loader, once a node.
  ['relations of shared nodes', 'stories(first: $n) { nodes { topics { nodes { stories(first: 2) { nodes { slug } } outlets(first: 2) { nodes { name } } } } } }', 3],
  [
    'a walk of seven steps',
    'stories(first: $n) { nodes { topics { nodes { stories(first: 2) { nodes { perspectives { nodes { outlets { stories(first: 1) { nodes { slug } } } } } } } } } } }',
    3,
  ],
];

describeOnEachStore('statement counts', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), stories)));
  afterAll(() => graph.close());

  it.each(RELATIONS)('%s takes as many statements for 1 parent as for 50', async (_relation, query, expected) => {
    const counts: number[] = [];
    for (const n of [1, 50]) {
      const { errors, statements } = await graph.answer(`query ($n: Int) { ${query} }`, { n });
      expect(errors).toEqual([]);
      counts.push(statements);
    }
    expect(counts).toEqual([expected, expected]);
  });

  it('compareOutlets takes as many statements for 2 outlets as for 10', async () => {
    const query = '{ shared(first: 2) { totalCount nodes { slug } } outlets { outlet { name } exclusive(first: 2) { totalCount nodes { slug } } } }';
    const counts: number[] = [];
    for (const n of [2, 10]) {
      const outlets = Array.from({ length: n }, (_, index) => ({ slug: `outlet-${index}` }));
      const { errors, statements } = await graph.answer(`query ($outlets: [Ref!]!) { compareOutlets(outlets: $outlets) ${query} }`, { outlets });
      expect(errors).toEqual([]);
      counts.push(statements);
    }
    expect(counts).toEqual([4, 4]);
  });

  it('counts what the driver counts', async () => {
    for (const [, query] of RELATIONS) {
      let counted = -1;
      const sent = await statementsOf(place.kind, async () => {
        counted = (await graph.answer(`query ($n: Int) { ${query} }`, { n: 10 })).statements;
      });
      expect(sent).toHaveLength(counted);
    }
  });

  it('takes one statement for each kind of node, however many are asked for by id', async () => {
    const { stories: some, topics } = await graph.ask('{ stories(first: 50) { nodes { id } } topics(first: 50) { nodes { id } } }');
    const ids = [...some.nodes, ...topics.nodes].map(({ id }: { id: string }) => id);
    const { data, statements } = await graph.answer(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Story { topics { nodes { slug } } } ... on Topic { name } } }',
      { ids },
    );
    expect(data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(statements).toBe(2);
  });

  it('takes one statement for each root field', async () => {
    const { statements } = await graph.answer('{ a: stories(first: 1) { nodes { slug } } b: topics(first: 1) { nodes { slug } } story(by: { slug: "story-3" }) { slug } }');
    expect(statements).toBe(3);
  });

  it('gives through loaders what it gives through looking ahead', async () => {
    const { stories: some } = await graph.ask('{ stories(first: 50) { nodes { topics { nodes { slug stories(first: 2) { totalCount nodes { slug } } } } } } }');
    for (const story of some.nodes.slice(0, 3)) {
      for (const { slug, stories: found } of story.topics.nodes) {
        const { topic } = await graph.ask('query ($slug: String!) { topic(by: { slug: $slug }) { stories(first: 2) { totalCount nodes { slug } } } }', { slug });
        expect(found).toEqual(topic.stories);
      }
    }
  });

  it('reads only when something is asked: a count needs no rows, a type name no statement', async () => {
    expect((await graph.answer('{ __typename }')).statements).toBe(0);
    const { data, statements } = await graph.answer('{ stories { totalCount } }');
    expect(data).toEqual({ stories: { totalCount: 50 } });
    expect(statements).toBe(1);
  });
});
