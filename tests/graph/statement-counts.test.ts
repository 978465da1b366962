/** The number of SQL statements depends on a query's shape, never on the number of nodes. */
import { buildSchema, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { buildGraphSchema } from '../../src/newsgraph';
import { openGraph, type TestGraph } from '../support/graphs';
import { LIST_FIELD_ROWS, queryOf } from '../support/list-field-rows';
import { listFieldsOf, membersAt } from '../support/list-fields';
import { statementsOf } from '../support/statement-counter';
import { describeOnEachStore } from '../support/stores';

const SCHEMA = buildGraphSchema();
const PAIR_WORDS = ['cranes', 'ferries', 'lanterns', 'meadows'];
const OUTLETS = Array.from({ length: 10 }, (_, index) => ({ name: `Outlet ${index}`, aliases: [`Gazette ${index}`] }));
const HERALD = { name: 'Herald', aliases: ['The Usual Herald'] };

/** Fifty stories, an hour apart, of eleven outlets, 24 topics and eight questions: every list of every node has something in it. */
const stories = Array.from({ length: 50 }, (_, index) => ({
  format: 'newsgraph-story/1',
  slug: `story-${index}`,
  // Two stories share each last word.
  title: `Story ${index} of pair${String.fromCharCode(97 + (index % 25))}`,
  language: index % 2 === 0 ? 'en' : 'de',
  summary: `What happened, number ${index}.`,
  otherSections: [{ heading: 'Elsewhere', blocks: [{ kind: 'PARAGRAPH', text: `Far from number ${index}.` }] }],
  publishedAt: new Date(Date.UTC(2026, 0, 1, index)).toISOString(),
  perspectives: perspectivesOf(index),
  questions: [0, 1].map((each) => questionOf((index + each * 5) % 8, index)),
  topics: topicsOf(index),
}));

/** One outlet of ten has every fourth story alone, two have the others, all ten together every second; one is silent on a third. */
function perspectivesOf(index: number): object[] {
  const named = index % 4 === 0 ? [index / 4] : [index, index + 3];
  const said = named.map((place) => ({ outlets: [OUTLETS[place % 10]], text: `Said by ${place} of ${index}.` }));
  const collective = { outlets: OUTLETS, statements: [{ text: `All agree on ${index}.`, basis: 'COLLECTIVE' }] };
  return [...said, ...(index % 2 === 1 ? [collective] : []), ...(index % 3 === 1 ? [] : [{ outlets: [HERALD], text: `Heralded: ${index}.` }])];
}

function questionOf(place: number, index: number): object {
  return { title: `Question ${place} of ${PAIR_WORDS[place % 4]}?`, intro: `Asked in ${index}.`, answer: `Answered in ${index}.` };
}

/** Three of twelve; from the 27th story on one of twelve more, which so have more stories on the last day than before. */
function topicsOf(index: number): object[] {
  const usual = [0, 1, 2].map((each) => (index + each * 4) % 12).map((place) => ({ name: `Topic ${place}`, aliases: [`Matter ${place}`], kind: 'SUBJECT' }));
  return index < 26 ? usual : [...usual, { name: `Topic of late ${index % 12}` }];
}

/** Walks of several steps, and how many statements they take. */
const WALKS: readonly [walk: string, query: string, statements: number][] = [
  ['relations of shared nodes', 'stories(first: $n) { nodes { topics { nodes { stories(first: 2) { nodes { slug } } outlets(first: 2) { nodes { name } } } } } }', 3],
  [
    'seven steps',
    'stories(first: $n) { nodes { topics { nodes { stories(first: 2) { nodes { perspectives { nodes { outlets { stories(first: 1) { nodes { slug } } } } } } } } } } }',
    3,
  ],
  [
    'all of a comparison',
    'stories(first: $n) { nodes { comparison { rows { outlet { name } perspectives { text } } collective { text } silent(first: 3) { totalCount edges { node { name } } } } } }',
    1,
  ],
  ['all facets', 'stories(first: $n) { facets { topics { count node { name } } outlets { count } languages { value } kinds { value } months { value } } }', 1],
];

describe('the list fields of a schema', () => {
  it('are those of lists and connections, of every object type', () => {
    // Given
    const schema = buildSchema(`
      type Query { things: [Thing!]! page: ThingConnection thing(ids: [ID!]): Thing }
      type Thing { name: String tags: [String] }
      type ThingConnection { nodes: [Thing!]! totalCount: Int }
    `);
    // When, then
    expect(listFieldsOf(schema)).toEqual(['Query.things', 'Query.page', 'Thing.tags', 'ThingConnection.nodes']);
  });

  it('have each a row that counts statements', () => {
    const counted = new Set(LIST_FIELD_ROWS.map(([field]) => field));
    expect([...counted].sort()).toEqual(listFieldsOf(SCHEMA).sort());
  });

  it.each(LIST_FIELD_ROWS)('%s is what its row %s asks for: %s', (...row) => {
    expect(askedField(queryOf(row)).coordinate).toBe(row[0]);
  });
});

/** The field that a row's query asks for or not, and the response keys that lead to it. */
function askedField(query: string): { coordinate: string; path: string[] } {
  const types = new TypeInfo(SCHEMA);
  const found: { coordinate: string; path: string[] }[] = [];
  const path: string[] = [];
  let isAsked = false;
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      InlineFragment: ({ directives = [] }) => void (isAsked ||= directives.length > 0),
      Field: {
        enter: ({ name }) => {
          path.push(name.value);
          if (isAsked) found.push({ coordinate: `${types.getParentType()?.name}.${name.value}`, path: [...path] });
          isAsked = false;
        },
        leave: () => void path.pop(),
      },
    }),
  );
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) throw new Error(`one field must be asked for or not in ${query}`);
  return only;
}

describeOnEachStore('statement counts', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), stories)));
  afterAll(() => graph.close());

  const storyIds = async (): Promise<string[]> => {
    const { stories: all } = await graph.ask('{ stories(first: 50) { nodes { id } } }');
    return all.nodes.map(({ id }: { id: string }) => id);
  };

  const inTurn = async <Result>(sizes: readonly number[], work: (n: number) => Promise<Result>): Promise<Result[]> => {
    const results: Result[] = [];
    for (const n of sizes) results.push(await work(n));
    return results;
  };

  it.each(LIST_FIELD_ROWS)('%s in %s, asked for %s: %i statements, %i of them for itself', async (...row) => {
    // Given
    const [, , , statements, further] = row;
    const query = queryOf(row);
    const { path } = askedField(query);
    const ids = await storyIds();
    // When
    const [few, many] = await inTurn([1, 50], async (n) => {
      const outlets = Array.from({ length: Math.min(10, n + 1) }, (_, index) => ({ slug: `outlet-${index}` }));
      const variables = { n, ids: ids.slice(0, n), outlets };
      const asked = await graph.answer(query, { ...variables, asked: true });
      const without = await graph.answer(query, { ...variables, asked: false });
      expect([...asked.errors, ...without.errors]).toEqual([]);
      return { statements: asked.statements, further: asked.statements - without.statements, members: membersAt(asked.data, path) };
    });
    // Then
    expect(few).toMatchObject({ statements, further });
    expect(many).toMatchObject({ statements, further });
    // Where the lists were empty, or the same, nothing would be shown.
    expect(few?.members).toBeGreaterThan(0);
    expect(many?.members).toBeGreaterThan(few?.members ?? 0);
  });

  it.each(WALKS)('%s take as many statements from 1 node as from 50', async (_walk, query, expected) => {
    const counts = await inTurn([1, 50], async (n) => {
      const { errors, statements } = await graph.answer(`query ($n: Int) { ${query} }`, { n });
      expect(errors).toEqual([]);
      return statements;
    });
    expect(counts).toEqual([expected, expected]);
  });

  it('counts what the driver counts', async () => {
    const ids = await storyIds();
    const outlets = [{ slug: 'outlet-0' }, { slug: 'outlet-1' }];
    for (const row of LIST_FIELD_ROWS) {
      let counted = -1;
      const sent = await statementsOf(place.kind, async () => {
        counted = (await graph.answer(queryOf(row), { n: 10, ids, outlets, asked: true })).statements;
      });
      expect({ row, sent: sent.length }).toEqual({ row, sent: counted });
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
