/**
 * What comes before what, a rule of the order at a time. What should be below is newer and came into the store later, so
 * that without its rule it would be above.
 */
import { describeOnEachStore } from '../../support/stores';
import { openGraph, type TestGraph } from '../../support/graphs';

interface Written {
  readonly title?: string;
  readonly summary?: string;
  readonly analysis?: string;
}
interface Case {
  readonly rule: string;
  readonly query: string;
  readonly above: Written;
  readonly below: Written;
}

const CASES: readonly Case[] = [
  { rule: 'a title above a summary', query: 'otter', above: { title: 'The otter is back' }, below: { summary: 'An otter.' } },
  { rule: 'a summary above other sections', query: 'heron', above: { summary: 'A heron.' }, below: { analysis: 'A heron.' } },
  { rule: 'a title above other sections', query: 'badger', above: { title: 'The badger is back' }, below: { analysis: 'A badger.' } },
  { rule: 'scattered words of a title above a phrase of the summary', query: 'copper bell', above: { title: 'A bell made of copper' }, below: { summary: 'A copper bell.' } },
  { rule: 'more of the words in a title above fewer', query: 'slate roof', above: { title: 'A roof made of slate' }, below: { title: 'On a roof', summary: 'Of slate.' } },
  { rule: 'a title that is just what was asked above one that goes on', query: 'lantern', above: { title: 'Lantern' }, below: { title: 'Lantern festival' } },
  { rule: 'a title that is just the words above one that has them in this order', query: 'snow line', above: { title: 'Snow line' }, below: { title: 'Snow line rises', summary: 'The snow line.' } },
  { rule: 'a title that begins so above one that goes on so', query: 'beacon', above: { title: 'Beacon lit tonight' }, below: { title: 'Last beacon lit' } },
  { rule: 'a title with a beginning that it begins with', query: 'windmi*', above: { title: 'Windmill turns' }, below: { title: 'A windmill turns' } },
  { rule: 'a phrase of the title above its scattered words', query: 'iron gate', above: { title: 'The iron gate shuts' }, below: { title: 'A gate of iron' } },
  { rule: 'the same where the last word is begun', query: 'cedar fenc*', above: { title: 'The cedar fence stands' }, below: { title: 'A fence of cedar' } },
  { rule: 'a phrase of the title above one of the summary under a title of its words', query: 'brick kiln', above: { title: 'The brick kiln burns' }, below: { title: 'A kiln for brick', summary: 'The brick kiln.' } },
  { rule: 'a phrase of the summary above its scattered words', query: 'glass dome', above: { summary: 'Under a glass dome.' }, below: { summary: 'Under a dome of glass.' } },
  { rule: 'a phrase of the summary above one elsewhere beside scattered words', query: 'paper crane', above: { summary: 'A paper crane.' }, below: { summary: 'A crane of paper.', analysis: 'A paper crane.' } },
  { rule: 'a phrase anywhere above scattered words of the summary', query: 'salt marsh', above: { analysis: 'In a salt marsh.' }, below: { summary: 'A marsh full of salt.' } },
  { rule: 'a phrase anywhere above its scattered words there', query: 'tin whistle', above: { analysis: 'A tin whistle.' }, below: { analysis: 'A whistle of tin.' } },
  // Phrases, too, are asked for in every text.
  { rule: 'a phrase that was asked for by its place', query: '"amber light"', above: { title: 'The amber light' }, below: { summary: 'The amber light.' } },
];

const document = (slug: string, publishedAt: string, { title = slug, summary = 'It is so.', ...written }: Written) =>
  ({ format: 'newsgraph-story/1', slug, title, summary, publishedAt, ...written });

/** Of one score, and imported in an order that is not that of their dates. */
const EQUAL_DAYS = [3, 7, 1, 6, 2, 5, 4, 8];
const equals = EQUAL_DAYS.map((day) => ({
  ...document(`equal-${day}`, `2024-05-0${day}T00:00:00Z`, { title: `Equinox number ${day}` }),
  perspectives: [{ outlets: ['Northwire'], text: `A solstice on ${day}.`, ...(day === 4 ? { publishedAt: '2024-06-01T00:00:00Z' } : {}) }],
  // The first of them is on all stories, the eighth on one.
  topics: EQUAL_DAYS.filter((rank) => rank <= day).map((rank) => ({ name: `Meridian ${rank}`, slug: `meridian-${rank}` })),
}));

describeOnEachStore('the order of what is found', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => {
    const above = CASES.map(({ above: written }, number) => document(`above-${number}`, '2020-01-01T00:00:00Z', written));
    const below = CASES.map(({ below: written }, number) => document(`below-${number}`, '2026-01-01T00:00:00Z', written));
    graph = await openGraph(await place.freshUrl(), [...above, ...below, ...equals]);
  });
  afterAll(() => graph.close());

  it.each(CASES.map(({ rule, query }, number): [string, string, number] => [rule, query, number]))('has %s (%s)', async (_rule, query, number) => {
    const { search } = await graph.ask('query ($query: String!) { search(query: $query, types: [STORY]) { edges { score node { ... on Story { slug } } } } }', { query });
    expect(search.edges.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual([`above-${number}`, `below-${number}`]);
    const [first, second] = search.edges;
    expect(first.score).toBeGreaterThan(second.score);
  });

  it('has newer stories above older ones of an equal score', async () => {
    const { search } = await graph.ask('{ search(query: "equinox") { edges { score node { ... on Story { slug } } } } }');
    expect(new Set(search.edges.map(({ score }: { score: number }) => score)).size).toBe(1);
    expect(search.edges.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual([8, 7, 6, 5, 4, 3, 2, 1].map((day) => `equal-${day}`));
  });

  it('has newer perspectives above older ones, by their own date or that of their story', async () => {
    const { search } = await graph.ask('{ search(query: "solstice") { nodes { ... on Perspective { text } } } }');
    expect(search.nodes).toEqual([4, 8, 7, 6, 5, 3, 2, 1].map((day) => ({ text: `A solstice on ${day}.` })));
  });

  it('has topics with most stories above others of an equal score', async () => {
    const { search } = await graph.ask('{ search(query: "meridian") { nodes { ... on Topic { slug storyCount } } } }');
    expect(search.nodes).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((rank) => ({ slug: `meridian-${rank}`, storyCount: 9 - rank })));
  });
});
