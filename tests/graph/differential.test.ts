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

  async function plainly(query: string, variables: Record<string, unknown>): Promise<ExecutionResult> {
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    return execute({ schema, document, variableValues: variables, contextValue: new RequestContext(store.reader) });
  }

  const compiled = (query: string, variables: Record<string, unknown>) =>
    executor.execute({ query, variables }, new RequestContext(store.reader));

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
      const { query, variables } = generator.next();
      const [expected, actual] = [await plainly(query, variables), await compiled(query, variables)];
      expect({ query, variables, ...difference(actual, expected) }).toEqual({ query, variables, missing: [], unexplained: [], data: told(expected).data });
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
