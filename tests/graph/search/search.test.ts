/** What `search` finds, says of it, and refuses. Expectations are counted off `tests/support/harbour.ts`. */
import { describeOnEachStore } from '../../support/stores';
import { openGraph, type TestGraph } from '../../support/graphs';
import { harbour } from '../../support/harbour';

const NAME = '__typename ... on Story { slug } ... on Topic { slug } ... on Outlet { slug } ... on Question { slug } ... on Perspective { text }';
const FIND = `query ($query: String!, $types: [SearchType!], $filter: StoryFilter) {
  search(query: $query, types: $types, filter: $filter) { totalCount isApproximate nodes { ${NAME} } }
}`;

interface Found {
  __typename: string;
  slug?: string;
  text?: string;
}
const named = ({ __typename, slug, text }: Found): string => `${__typename} ${slug ?? text}`;

describeOnEachStore('search', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), harbour)));
  afterAll(() => graph.close());

  const find = async (query: string, given: object = {}): Promise<string[]> => {
    const { search } = await graph.ask(FIND, { query, ...given });
    expect(search.totalCount).toBe(search.nodes.length);
    expect(search.isApproximate).toBe(false);
    return search.nodes.map(named);
  };

  it.each([
    ['a title above a text', 'crane', { types: ['STORY'] }, ['Story new-crane-arrives']],
    ['a name', 'sea', { types: ['TOPIC'] }, ['Topic shipping']],
    ['whatever the case and the accents', 'FÉRRY', { types: ['STORY'] }, ['Story ferry-strike-ends', 'Story ferry-strike-begins']],
    ['a phrase', '"ferry strike ends"', { types: ['STORY'] }, ['Story ferry-strike-ends']],
    ['no phrase that is in another order', '"strike ferry"', {}, []],
    ['what has none of the excluded words', 'ferry -ends', { types: ['STORY'] }, ['Story ferry-strike-begins']],
    ['prefixes', 'union w*', { types: ['QUESTION'] }, ['Question what-did-the-union-win']],
    ['outlets by alias', 'courier', { types: ['OUTLET'] }, ['Outlet alder-courier']],
    ['perspectives by headline', '"boats sail again"', { types: ['PERSPECTIVE'] }, ['Perspective The Alder Courier cheers.']],
    ['stories, and perspectives of stories, that meet a filter', 'northwire', { filter: { minOutlets: 2 } }, ['Perspective Northwire doubts.', 'Story ferry-strike-ends']],
    ['nothing where nothing is asked for', '-ferry', {}, []],
    ['nothing by signs alone', '"" * - 🎉', {}, []],
    ['nothing among no types', 'ferry', { types: [] }, []],
  ])('finds %s', async (_case, query, given, expected) => expect(await find(query, given)).toEqual(expected));

  const ALL_FERRIES = ['Story ferry-strike-ends', 'Story ferry-strike-begins'];

  it.each([
    ['nothing', {}],
    ['nulls', { topics: null, publishedAt: null, language: null, minOutlets: null, hasQuestions: null, text: null, and: null, or: null, not: null }],
    ['spans without bounds', { publishedAt: {}, updatedAt: { from: null, to: null } }],
    ['sets without members', { topics: {}, outlets: { any: null, all: null, none: null } }],
    ['no filters that must hold', { and: [] }],
    ['filters that must hold and set nothing', { and: [{}, { and: [{ publishedAt: {} }] }] }],
    ['filters one of which sets nothing', { or: [{ minOutlets: 2 }, {}] }],
  ])('finds the same with a filter of %s as with none', async (_what, filter) => {
    for (const query of ['dock', 'ferr*', 'union', 'courier']) {
      const all = await find(query);
      expect(await find(query, { filter })).toEqual(all);
    }
    expect(await find('shipping', { filter })).toEqual(['Topic shipping']);
    expect(await find('ferries', { filter })).toContain('Question will-ferries-run-on-time');
    expect(await find('courier', { filter })).toContain('Outlet alder-courier');
  });

  it.each([
    ['what one of no filters lets through', { or: [] }, []],
    ['what an empty filter does not let through', { not: {} }, []],
    ['a condition that every story meets', { minOutlets: 0 }, ALL_FERRIES],
    ['all of no topics', { topics: { all: [] } }, ALL_FERRIES],
    ['what lets nothing through not being met', { not: { or: [] } }, ALL_FERRIES],
  ])('finds stories and perspectives alone with a filter of %s', async (_what, filter, expected) => {
    expect(await find('ferry', { filter })).toEqual(expected);
    expect(await find('shipping', { filter })).toEqual([]);
  });

  it('counts the facets of what is found with a filter that sets nothing like those without one', async () => {
    const facets = (given: string) => graph.ask(`{ search(query: "ferry"${given}) { facets { topics { count node { slug } } languages { value count } } } }`);
    expect(await facets(', filter: {}')).toEqual(await facets(''));
  });

  it('says why, in places of the texts as they are', async () => {
    const { search } = await graph.ask(`{ search(query: "ferry* \\"boats sail\\"", types: [STORY]) {
      edges { score matchedWords highlights { field fragments { text ranges { start end } } } node { ... on Story { slug } } }
    } }`);
    expect(search.edges).toEqual([
      {
        score: 121,
        matchedWords: ['Ferry', 'Boats', 'sail'],
        highlights: [
          { field: 'TITLE', fragments: [{ text: 'Ferry strike ends', ranges: [{ start: 0, end: 5 }] }] },
          {
            field: 'SUMMARY',
            fragments: [
              { text: 'The ferry strike is over.', ranges: [{ start: 4, end: 9 }] },
              { text: 'Boats sail again on Friday.', ranges: [{ start: 0, end: 10 }] },
            ],
          },
        ],
        node: { slug: 'ferry-strike-ends' },
      },
    ]);
  });

  it.each([
    ['a query that is too long', `search(query: "${'a'.repeat(501)}") { totalCount }`, ['search'], '"query" may have 500 characters, not 501.', 'query'],
    ['a prefix that is too long', `suggest(prefix: "${'a'.repeat(501)}") { text }`, ['suggest'], '"prefix" may have 500 characters, not 501.', 'prefix'],
    ['more suggestions than a page has', 'suggest(prefix: "a", first: 101) { text }', ['suggest'], '"first" must be 0 to 100, not 101.', 'first'],
    ['a page that is too large', 'search(query: "a", first: 101) { totalCount }', ['search'], '"first" must be 0 to 100, not 101.', 'first'],
    ['a filter that means nothing', 'search(query: "a", filter: { minOutlets: -1 }) { totalCount }', ['search'], '"minOutlets" must be 0 or more.', 'minOutlets'],
  ])('refuses %s', async (_case, field, path, message, argument) => {
    const { errors } = await graph.answer(`{ ${field} }`);
    expect(errors).toEqual([{ message, path, extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it("refuses another search's cursor", async () => {
    const { search } = await graph.ask('{ search(query: "ferry") { pageInfo { endCursor } } }');
    const after = search.pageInfo.endCursor;
    const { errors } = await graph.answer('query ($after: String) { search(query: "strike", after: $after) { totalCount } }', { after });
    expect(errors).toEqual([
      {
        message: '"after" is not a cursor of this list; give one that it returned.',
        path: ['search'],
        extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
      },
    ]);
  });

  it.each([2 ** 31, -(2 ** 31), 0.5, 1e300])('refuses a cursor that was changed to hold %d', async (number) => {
    const { search } = await graph.ask('{ search(query: "ferry") { pageInfo { endCursor } } }');
    const [list, tier, , ...rest] = JSON.parse(Buffer.from(search.pageInfo.endCursor, 'base64url').toString()) as unknown[];
    const after = Buffer.from(JSON.stringify([list, tier, number, ...rest])).toString('base64url');
    const { errors } = await graph.answer('query ($after: String) { search(query: "ferry", after: $after) { nodes { id } } }', { after });
    expect(errors).toMatchObject([{ path: ['search'], extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });

  it.each([
    ['NUL, halves of pairs and signs of query languages', "a\0b \ud800 ' \\ : & | ! ( ) <-> NEAR/3 {heading lead} : ^ + \"\"\" --"],
    ['as many terms as there can be', Array.from({ length: 250 }, (_, place) => String.fromCodePoint(0x4e00 + place)).join(' ')],
    ['as many excluded terms as there can be', `a ${Array.from({ length: 166 }, (_, place) => `-${String.fromCodePoint(0x4e00 + place)}`).join(' ')}`],
    ['one long phrase', `"${'水'.repeat(498)}"`],
    ['short prefixes', 'a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p*'],
  ])('takes %s for a query', async (_case, query) => {
    const { data, errors } = await graph.answer('query ($q: String!) { search(query: $q) { totalCount edges { score matchedWords } } suggest(prefix: $q) { text } }', { q: query });
    expect(errors).toEqual([]);
    expect(data.search.totalCount).toBe(data.search.edges.length);
  });

  it('suggests by what names and titles begin with, then by stories', async () => {
    const suggest = async (prefix: string, rest = ''): Promise<unknown> =>
      (await graph.ask(`query ($prefix: String!) { suggest(prefix: $prefix${rest}) { text ranges { start end } node { __typename } } }`, { prefix })).suggest;

    expect(await suggest('dock un')).toEqual([
      { text: 'Dock Union', ranges: [{ start: 0, end: 4 }, { start: 5, end: 7 + 3 }], node: { __typename: 'Topic' } },
    ]);
    expect(await suggest('freig', ', types: [TOPIC]')).toEqual([{ text: 'Shipping', ranges: [], node: { __typename: 'Topic' } }]);
    expect(await suggest('ferry str', ', first: 1')).toEqual([
      { text: 'Ferry strike ends', ranges: [{ start: 0, end: 5 }, { start: 6, end: 12 }], node: { __typename: 'Story' } },
    ]);
    expect(await suggest('')).toEqual([]);
    expect(await suggest('ferry', ', types: [PERSPECTIVE]')).toEqual([]);
    expect(await suggest('ferry', ', first: 0')).toEqual([]);
  });
});
