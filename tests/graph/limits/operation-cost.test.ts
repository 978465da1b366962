import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql';
import { QUERIES } from '../../../bench/queries';
import { buildGraphSchema, checkDocument, DEFAULT_DOCUMENT_LIMITS, operationCost } from '../../../src/graph';
import { measureDocument } from '../../../src/graph/limits/measure-document';

const schema = buildGraphSchema();
const MAXIMUM = 7500;

/** The cost of a document's one operation. */
function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (operation == null) throw new Error('the document has not one operation');
  return operationCost(schema, document, operation, variables);
}

describe('operationCost', () => {
  it.each([
    ['a node is 1', '{ story(by: { slug: "a" }) { title } }', 1],
    ['scalars, sections and statements are 0', '{ story(by: { slug: "a" }) { slug summary { text blocks { text } } sections { text } } }', 1],
    ['a page is its size', '{ stories(first: 7) { nodes { title } } }', 7],
    ['from the end, too', '{ stories(last: 8) { nodes { title } } }', 8],
    ['20 where none is given', '{ stories { nodes { title } } }', 20],
    ['20 where it is null', '{ stories(first: null) { nodes { title } } }', 20],
    ['edges are 0', '{ stories(first: 7) { edges { cursor node { title } } } }', 7],
    ['nodes that are asked for twice are read once', '{ stories(first: 7) { nodes { title } edges { node { title } } } }', 7],
    ['a page of which only the cursors are asked is read', '{ stories(first: 7) { edges { cursor } } }', 7],
    ['a page of which only the count is asked is not', '{ stories(first: 7) { totalCount __typename } }', 1],
    ['an empty page is 1', '{ stories(first: 0) { nodes { title } } }', 1],
    ['sizes multiply down the tree', '{ stories(first: 3) { nodes { topics(first: 4) { nodes { stories(first: 5) { nodes { title } } } } } } }', 3 * (1 + 4 * (1 + 5))],
    ['a list without pages is 1', '{ stories(first: 3) { nodes { outlets { name topics(first: 2) { nodes { name } } } } } }', 3 * (1 + 1 * (1 + 2))],
    ['a list on an edge, likewise', '{ story(by: { slug: "a" }) { related(first: 3) { edges { sharedTopics { name } } } } }', 1 + 3 * (1 + 1)],
    ['of questions as of stories', '{ question(by: { slug: "a" }) { related(first: 3) { edges { score { total } sharedTopics { name } } } } }', 1 + 3 * (1 + 1)],
    ['aliases add up', '{ a: stories(first: 3) { nodes { title } } b: stories(first: 4) { nodes { title } } }', 7],
    ['ids are a page', '{ nodes(ids: ["a", "b", "c"]) { id ... on Topic { stories(first: 5) { nodes { title } } } } }', 3 * (1 + 5)],
    ['a search is a page, and 500', '{ search(query: "a", first: 3) { edges { highlights { field } node { id ... on Topic { stories(first: 5) { nodes { title } } } } } } }', 500 + 3 * (1 + 5)],
    ['also where it is only counted', '{ search(query: "a") { totalCount } }', 500 + 1],
    ['what a search box may offer is a page, and 100', '{ suggest(prefix: "a", first: 3) { text node { id } } }', 100 + 3 * (1 + 1)],
    ['each condition on words is 250', '{ stories(first: 7, filter: { text: "a", or: [{ text: "b" }, { not: { text: "c" }, text: null }] }) { totalCount } }', 3 * 250 + 1],
    ['also in a fragment, in each of the lists', '{ topics(first: 3) { nodes { ...T } } } fragment T on Topic { stories(first: 2, filter: { text: "a", minOutlets: 2 }) { nodes { title } } }', 3 * (1 + 250 + 2)],
    ['a timeline is a page of periods', '{ topic(by: { slug: "a" }) { timeline(interval: DAY, first: 5) { stories(first: 3) { nodes { title } } } } }', 1 + 5 * (1 + 3)],
    ['of 20 where none is given', '{ topic(by: { slug: "a" }) { timeline(interval: DAY) { stories(first: 3) { nodes { title } } } } }', 1 + 20 * (1 + 3)],
    ['a volume is 1', '{ topics(first: 3) { nodes { volume(interval: DAY) { storyCount } } } }', 3 * (1 + 1)],
    ['so are trends', '{ trendingTopics(first: 5) { topic { name } } }', 5 * (1 + 1)],
    ['outlets that are compared are as many as given', '{ compareOutlets(outlets: [{ slug: "a" }, { slug: "b" }]) { outlets { exclusive(first: 3) { nodes { title } } } } }', 2 * (1 + 3)],
    ['a size that will be refused is the largest', '{ stories(first: -1) { nodes { title } } }', 100],
    ['so are two', '{ stories(first: 1, last: 1) { nodes { title } } }', 100],
    ['and a huge one', '{ stories(first: 2000000000) { nodes { title } } }', 100],
    ['fragments are what they hold', '{ stories(first: 3) { ...P } } fragment P on StoryConnection { nodes { ...S } } fragment S on Story { topics(first: 2) { nodes { name } } }', 3 * (1 + 2)],
    ['a fragment counts each time', '{ a: story(by: { slug: "a" }) { ...S } b: story(by: { slug: "b" }) { ...S } } fragment S on Story { topics(first: 2) { nodes { name } } }', 2 * (1 + 2)],
    ['what is skipped counts', '{ stories(first: 3) @skip(if: true) { nodes { title } } }', 3],
    ['facets are a page of the largest size, and each 1', '{ stories(first: 7) { facets(first: 3) { languages { value count } kinds { value } } } }', 100 * (1 + 2)],
    ['facets come to their page', '{ stories(first: 7) { nodes { title } facets { topics { count node { name } } } } }', 7 + 100 * (1 + 1)],
    ['what stands below the nodes of a facet multiplies', '{ stories(first: 7) { facets { topics { node { stories(first: 5) { nodes { title } } } } } } }', 100 * (1 + 1 * (1 + 5))],
    ['nested facets multiply', '{ topics(first: 3) { nodes { stories(first: 2) { nodes { title } facets { months { value } } } } } }', 3 * (1 + 2 + 100 * (1 + 1))],
    ['facets in fragments are counted once as well', '{ stories(first: 7) { ...F } } fragment F on StoryConnection { nodes { title } ...G } fragment G on StoryConnection { facets { months { value } } }', 7 + 100 * (1 + 1)],
    ['introspection is 0', getIntrospectionQuery(), 0],
  ])('%s', (_rule, document, expected) => {
    expect(cost(document)).toBe(expected);
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['a given variable', { n: 9 }, 9],
    ['its default', {}, 4],
    ['null, which is none', { n: null }, 20],
    ['a value of another type, which is refused', { n: 'many' }, 100],
    ['a fraction, which is refused', { n: 1.5 }, 100],
    ['an object, which is refused', { n: {} }, 100],
  ])('reads the size from %s', (_what, variables, expected) => {
    expect(cost('query($n: Int = 4) { stories(first: $n) { nodes { title } } }', variables)).toBe(expected);
  });

  it('reads conditions on words from a variable', () => {
    const query = 'query($filter: StoryFilter, $text: String) { a: stories(filter: $filter) { totalCount } b: stories(filter: { text: $text }) { totalCount } }';
    expect(cost(query, { filter: { and: [{ text: 'a' }, { text: 'b' }] }, text: 'c' })).toBe(3 * 250 + 2);
    expect(cost(query, { filter: null })).toBe(2);
  });

  it('reads ids from a variable', () => {
    const query = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';

    expect(cost(query, { ids: ['a', 'b'] })).toBe(2);
    expect(cost(query, { ids: 'a' })).toBe(1);
  });

  it('takes nothing from the prototype of the variables for a value', () => {
    expect(cost('query($constructor: Int) { stories(first: $constructor) { nodes { title } } }', { n: 1 })).toBe(20);
  });

  it('is linear in fragments that spread one another', () => {
    const count = 60;
    const doubling = Array.from({ length: count }, (_, index) => `fragment F${index} on Story { a: related(first: 1) { nodes { ...F${index + 1} } } b: related(first: 1) { nodes { ...F${index + 1} } } }`);
    const document = parse(`{ story(by: { slug: "a" }) { ...F0 } } ${doubling.join(' ')} fragment F${count} on Story { slug }`);
    const begin = performance.now();

    const result = operationCost(schema, document, getOperationAST(document)!, {});

    expect(result).toBe(2 ** (count + 1) - 1);
    expect(performance.now() - begin).toBeLessThan(500);
  });

  it('is the same when the operation is run again with other variables', () => {
    const document = parse('query($n: Int) { stories(first: $n) { nodes { title } } }');
    const operation = getOperationAST(document)!;

    expect([3, 5, 3].map((n) => operationCost(schema, document, operation, { n }))).toEqual([3, 5, 3]);
  });
});

describe('the limits', () => {
  const folder = join(__dirname, '../../../examples/queries');
  const examples = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => {
      const variables = join(folder, file.replace(/\.graphql$/, '.variables.json'));
      return [basename(file), readFileSync(join(folder, file), 'utf8'), variables] as const;
    });

  /** A third of each limit is left to grow into, at the least. */
  function expectWellUnder(text: string): void {
    checkDocument(text, DEFAULT_DOCUMENT_LIMITS);
    const size = measureDocument(parse(text));
    for (const [name, value] of Object.entries(size)) {
      const limit = DEFAULT_DOCUMENT_LIMITS[name as keyof typeof size];
      expect({ name, isWellUnder: value <= (limit * 2) / 3 }).toEqual({ name, isWellUnder: true });
    }
  }

  it.each(examples)('leave room around the example %s', (_file, text, variables) => {
    const given = readdirSync(folder).includes(basename(variables)) ? JSON.parse(readFileSync(variables, 'utf8')) : {};

    expectWellUnder(text);
    expect(cost(text, given)).toBeLessThan(MAXIMUM / 4);
  });

  it.each(QUERIES.map(({ name, title, text }) => [name, title, text]))('leave room around the benchmark %s, the %s', (_name, _title, text) => {
    expectWellUnder(text);
    expect(cost(text)).toBeLessThan(MAXIMUM / 4);
  });

  it('do not let a page of 100 × 100 pass', () => {
    expect(cost('{ stories(first: 100) { nodes { topics(first: 100) { nodes { name } } } } }')).toBe(10_100);
  });
});
