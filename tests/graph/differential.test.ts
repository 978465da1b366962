/**
 * Compiled execution gives the answers of graphql-js: data, errors, their codes, paths and places. Operations are
 * generated; DIFFERENTIAL_OPERATIONS sets how many, DIFFERENTIAL_SEED which.
 */
import { execute, parse, validate, type ExecutionResult } from 'graphql';
import { openStore } from '../../src/store';
import { buildGraphSchema, createExecutor, RequestContext } from '../../src/graph';
import { normaliseStory } from '../../src/ingest/normalise';
import { parseStoryObject } from '../../src/ingest/formats/story-document';
import { harbour } from '../support/harbour';
import { OperationGenerator, seeded } from '../support/operations';
import type { NewsStore } from '../../src/store';

const COUNT = Number(process.env['DIFFERENTIAL_OPERATIONS'] ?? 1500);
const STORY = 'story(by: { slug: "ferry-strike-ends" })';
const SEED = Number(process.env['DIFFERENTIAL_SEED'] ?? 20260101);

describe('compiled execution', () => {
  const schema = buildGraphSchema();
  const executor = createExecutor(schema);
  let store: NewsStore;
  beforeAll(async () => {
    store = await openStore('sqlite::memory:');
    await store.save(harbour.map((document) => normaliseStory(parseStoryObject(document).draft)));
  });
  afterAll(() => store.close());

  async function plainly(query: string, variables: Record<string, unknown>, operationName?: string): Promise<ExecutionResult> {
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    return execute({ schema, document, variableValues: variables, operationName, contextValue: new RequestContext(store.reader) });
  }

  const compiled = (query: string, variables: Record<string, unknown>, operationName?: string) =>
    executor.execute({ query, variables, operationName }, new RequestContext(store.reader));

  it(`answers ${COUNT} generated operations as graphql-js does`, async () => {
    const context = new RequestContext(store.reader);
    const seen = await executor.execute(
      { query: '{ stories { edges { cursor node { id slug topics { edges { cursor node { id slug } } } perspectives { nodes { id } } questions { nodes { id slug } } } } } outlets { edges { cursor node { id slug } } } }' },
      context,
    );
    const text = JSON.stringify(seen.data);
    const values = (name: string) => [...text.matchAll(new RegExp(`"${name}":"([^"]*)"`, 'g'))].map(([, value]) => value ?? '');
    const generator = new OperationGenerator(schema, { ids: values('id'), slugs: values('slug'), cursors: values('cursor') }, seeded(SEED));
    const tally = { valid: 0, withErrors: 0, refused: 0 };
    for (let number = 0; number < COUNT; number += 1) {
      const operation = generator.next();
      const { query, variables, operationName } = operation;
      const [expected, actual] = [await plainly(query, variables, operationName), await compiled(query, variables, operationName)];
      expect({ operation, ...difference(actual, expected) }).toEqual({ operation, missing: [], unexplained: [], data: told(expected).data });
      // The order of the keys too, which JSON shows.
      expect({ operation, data: JSON.stringify(actual.data ?? null) }).toEqual({ operation, data: JSON.stringify(expected.data ?? null) });
      if (expected.data == null) tally.refused += 1;
      else if (expected.errors !== undefined) tally.withErrors += 1;
      else tally.valid += 1;
    }
    // The corpus must hold all kinds, or the test would say little.
    expect(tally.valid).toBeGreaterThan(COUNT * 0.3);
    expect(tally.withErrors).toBeGreaterThan(COUNT * 0.05);
    expect(tally.refused).toBeGreaterThan(COUNT * 0.01);
    if (process.env['DIFFERENTIAL_REPORT'] === 'true') process.stdout.write(`${JSON.stringify(tally)}\n`);
  }, 300_000);

  it.each([
    ['a syntax error', '{ stories {', {}],
    ['an unknown field', '{ stories { nodes { nonsense } } }', {}],
    ['two operations, none named', 'query A { __typename } query B { __typename }', {}],
    ['a missing variable', 'query ($by: Ref!) { story(by: $by) { id } }', {}],
    ['a wrong enum', 'query ($order: StoryOrder) { stories(orderBy: $order) { totalCount } }', { order: 'SIDEWAYS' }],
    ['a wrong date', 'query ($from: DateTime) { stories(filter: { publishedAt: { from: $from } }) { totalCount } }', { from: 'yesterday' }],
    ['a filter in filters', 'query ($filter: StoryFilter = { not: { or: [] } }) { stories(filter: $filter) { nodes { slug } } }', { filter: { or: [{ not: { language: ['en'] } }, { and: [{ minOutlets: 2 }, {}] }] } }],
    ['the default of a filter', 'query ($filter: StoryFilter = { not: { language: "en" } }) { stories(filter: $filter) { nodes { slug } } }', {}],
    ['a filter from a variable, in a filter', 'query ($filter: StoryFilter!) { stories(filter: { not: $filter }) { nodes { slug } } }', { filter: { topics: { any: { slug: 'shipping' } } } }],
    ['a filter that is null', 'query ($filter: StoryFilter) { stories(filter: $filter) { nodes { slug } } }', { filter: null }],
    ['filters too deep in one another', 'query ($filter: StoryFilter) { stories(filter: $filter) { totalCount } }', { filter: { not: { not: { not: { not: { not: {} } } } } } }],
    ['the default of a date', 'query ($from: DateTime = "2026-03-03T00:00:00Z") { stories(filter: { publishedAt: { from: $from } }) { totalCount } }', {}],
    ['the default of a list', 'query ($ids: [ID!] = ["nonsense"]) { nodes(ids: $ids) { id } }', {}],
    ['a list of one value', 'query ($types: [SearchType!]) { search(query: "ferry", types: $types) { totalCount } }', { types: 'STORY' }],
    ['a condition with a default', 'query ($a: Boolean = true) { stories { totalCount @include(if: $a) } }', {}],
    ['a condition whose default is overruled by null', 'query ($a: Boolean = true) { stories { totalCount @include(if: $a) } }', { a: null }],
    ['a fragment under a condition in one of its places', `query ($a: Boolean!) { x: ${STORY} { id ...F @include(if: $a) } y: ${STORY} { ...F } } fragment F on Story { slug }`, { a: false }],
    ['a fragment that is left out for good in one of its places', `{ x: ${STORY} { id ...F @skip(if: true) } y: ${STORY} { ...F } } fragment F on Story { slug }`, {}],
    ['a field twice, once under a condition', 'query ($a: Boolean!) { stories { nodes { slug } nodes @include(if: $a) { ... on Story { title } } } }', { a: false }],
    ['a relation that only a condition would merge in', 'query ($a: Boolean!) { stories { nodes { slug } nodes @include(if: $a) { topics { nodes { slug } } } } }', { a: false }],
    ['a field whose first place is left out', 'query ($a: Boolean!) { stories { nodes { slug @include(if: $a) title slug } } }', { a: false }],
    ['a selection of which nothing is left', 'query ($a: Boolean!) { stories { nodes { slug @include(if: $a) } totalCount @skip(if: true) } }', { a: false }],
    ['two conditions of one field', 'query ($a: Boolean!, $b: Boolean!) { stories { totalCount @skip(if: $a) @include(if: $b) } }', { a: false, b: false }],
    ['introspection', '{ __schema { queryType { name fields { name } } } __type(name: "Ref") { isOneOf } }', {}],
  ])('answers %s as graphql-js does', async (_case, query, variables) => {
    const wanted = await plainlyOrRefused(query, variables);
    expect(comparable(await compiled(query, variables))).toEqual(wanted);
  });

  async function plainlyOrRefused(query: string, variables: Record<string, unknown>): Promise<unknown> {
    try {
      return comparable(await plainly(query, variables));
    } catch (error) {
      return comparable({ errors: [error as never] });
    }
  }

  it('keeps the conditions of one operation out of another, and of one request out of the next', async () => {
    const query = `query A($a: Boolean!) { ${STORY} { id ...F @include(if: $a) } } query B { ${STORY} { ...F } } fragment F on Story { slug title }`;
    for (const [name, variables] of [['A', { a: true }], ['B', {}], ['A', { a: false }], ['B', {}], ['A', { a: true }]] as const) {
      expect(told(await compiled(query, variables, name))).toEqual(told(await plainly(query, variables, name)));
    }
  });

  it('holds no key of what is left out', async () => {
    const { data } = await compiled('query ($a: Boolean!) { stories(first: 1) { nodes { title slug @include(if: $a) } } }', { a: false });
    expect(Object.keys((data as { stories: { nodes: object[] } }).stories.nodes[0] ?? {})).toEqual(['title']);
  });

  it('runs no operation for a name that is empty', async () => {
    const context = new RequestContext(store.reader);
    const { data, errors } = await executor.execute({ query: 'query ($by: Ref!) { story(by: $by) { slug } }', variables: { by: 'unchecked' }, operationName: '' }, context);
    expect({ data, message: errors?.[0]?.message }).toEqual({ data: undefined, message: 'Unknown operation named "".' });
    expect(context.statementCount).toBe(0);
  });

  it.each([
    ['in a string', '{ story(by: { slug: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0);globalThis.intruder=(1" }) { id } }'],
    ['with an escape in it', '{ story(by: { slug: "\\u005f_MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0);globalThis.intruder=(1" }) { id } }'],
    ['in a default', 'query ($s: String = "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0);globalThis.intruder=(1") { story(by: { slug: $s }) { id } }'],
  ])('never runs code that a document brings %s', async (_case, query) => {
    expect(comparable(await compiled(query, {}))).toEqual(await plainlyOrRefused(query, {}));
    expect(globalThis).not.toHaveProperty('intruder');
  });

  it.each([
    ['of a field', '{ stories(first: 1) { nodes { __proto__: slug constructor: title } } }'],
    ['of a relation', '{ stories(first: 1) { nodes { slug __proto__: topics { nodes { slug } } constructor: questions { nodes { slug } } } } }'],
    ['of the one thing wanted', '{ stories(first: 1) { nodes { __proto__: topics { nodes { slug } } } } }'],
  ])('answers under a response key %s that objects have of their own', async (_case, query) => {
    expect(comparable(await compiled(query, {}))).toEqual(await plainlyOrRefused(query, {}));
  });
});

interface ToldError {
  message: string;
  path?: (string | number)[];
}

interface Told {
  data: unknown;
  errors: ToldError[];
}

function told({ data, errors }: ExecutionResult): Told {
  const list = (errors ?? []).map(({ message, path, locations, extensions }) => ({ message, path, locations, extensions }));
  return JSON.parse(JSON.stringify({ data: data ?? null, errors: list }));
}

/** An answer with its errors in an order of their own: theirs is not prescribed. */
function comparable(result: ExecutionResult): Told {
  const { data, errors } = told(result);
  return { data, errors: errors.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)) };
}

/**
 * How an answer differs from the one that is wanted. Where a null has swallowed several failed fields, graphql-js tells
 * of those that failed before it noticed; which they are is a matter of timing, and all may be told. So each error that
 * is wanted must be there, and any other must lie under a null of which one is wanted.
 * https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors
 */
function difference(actual: ExecutionResult, expected: ExecutionResult): { missing: ToldError[]; unexplained: ToldError[]; data: unknown } {
  const [got, wanted] = [told(actual), told(expected)];
  const texts = new Set(got.errors.map((error) => JSON.stringify(error)));
  const places = new Set(wanted.errors.map((error) => placeOf(error, wanted.data)));
  return {
    missing: wanted.errors.filter((error) => !texts.has(JSON.stringify(error))),
    unexplained: got.errors.filter((error) => !places.has(placeOf(error, got.data))),
    data: got.data,
  };
}

function placeOf(error: ToldError, data: unknown): string {
  return JSON.stringify(error.path === undefined ? error : nullAbove(data, error.path));
}

/** The place in the answer where a null stands instead of what lies on this path. */
function nullAbove(answer: unknown, path: readonly (string | number)[]): (string | number)[] {
  let value = answer;
  for (const [index, step] of path.entries()) {
    if (value === null || typeof value !== 'object') return path.slice(0, index);
    value = Reflect.get(value, step);
  }
  return [...path];
}
