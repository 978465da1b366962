import { getIntrospectionQuery } from 'graphql';
import type { Limits } from '../../../src/server';
import { checkJsonNesting } from '../../../src/server/limits/json-nesting';
import type { Controller } from '../../../src/newsgraph';
import { firstErrors } from '../../../src/server/limits/error-count';
import { closeHandlers, testHandler } from '../../support/handlers';

const repeated = (count: number, each: (index: number) => string) => Array.from({ length: count }, (_, index) => each(index)).join(' ');

describe('limits of requests', () => {
  afterEach(closeHandlers);

  it.each<[string, number, string, Partial<Limits>]>([
    ['DOCUMENT_TOO_LARGE', 65_536, `{ greeting } #${'x'.repeat(65_536)}`, {}],
    ['TOO_MANY_TOKENS', 2000, `{ ${repeated(2001, () => 'greeting')} }`, {}],
    ['NESTING_TOO_DEEP', 100, '{'.repeat(60_000), {}],
    ['DEPTH_LIMIT_EXCEEDED', 12, `${'{ a '.repeat(13)}${'}'.repeat(13)}`, {}],
    ['TOO_MANY_ALIASES', 30, `query A { a: greeting } query B { ${repeated(30, (index) => `b${index}: greeting`)} }`, { rootFields: 100 }],
    ['TOO_MANY_ROOT_FIELDS', 20, `{ ${repeated(21, () => 'greeting')} }`, {}],
    ['TOO_MANY_SELECTIONS', 400, `{ ${repeated(401, () => 'greeting')} }`, {}],
    ['TOO_MANY_DIRECTIVES', 20, `{ greeting ${repeated(21, () => '@include(if: true)')} }`, {}],
    ['INPUT_LIST_TOO_LONG', 100, `{ greeting(to: [${repeated(101, () => '1')}]) }`, {}],
  ])('%s is answered with 400, whatever the client accepts', async (code, maximum, query, limits) => {
    const { ask } = await testHandler({ limits });

    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const response = await ask(query, { accept });

      expect(response.statusCode).toBe(400);
      expect(response.json()).toEqual({ errors: [{ message: expect.any(String), extensions: { code, maximum } }] });
      expect(response.headers['cache-control']).toBe('no-store');
    }
  });

  it.each<[keyof Limits, string, number, string]>([
    ['bodyBytes', 'BODY_TOO_LARGE', 1024, `{ greeting } #${'x'.repeat(1024)}`],
    ['documentBytes', 'DOCUMENT_TOO_LARGE', 20, '{ greeting __typename }'],
    ['tokens', 'TOO_MANY_TOKENS', 3, '{ greeting __typename }'],
    ['nesting', 'NESTING_TOO_DEEP', 1, '{ greeting(to: "x") }'],
    ['depth', 'DEPTH_LIMIT_EXCEEDED', 1, '{ greeting { x } }'],
    ['aliases', 'TOO_MANY_ALIASES', 0, '{ a: greeting }'],
    ['rootFields', 'TOO_MANY_ROOT_FIELDS', 1, '{ greeting __typename }'],
    ['selections', 'TOO_MANY_SELECTIONS', 1, '{ greeting __typename }'],
    ['directives', 'TOO_MANY_DIRECTIVES', 0, '{ greeting @skip(if: false) }'],
    ['listItems', 'INPUT_LIST_TOO_LONG', 1, '{ greeting(to: [1, 2]) }'],
  ])('%s can be chosen', async (limit, code, maximum, query) => {
    const { ask } = await testHandler({ limits: { [limit]: maximum } });

    expect((await ask(query)).json().errors[0].extensions.code).toBe(code);
  });

  it('logs the code of what it refuses', async () => {
    const { ask, log } = await testHandler();

    await ask('{'.repeat(200));

    expect(log()).toEqual([expect.objectContaining({ status: 400, errors: ['NESTING_TOO_DEEP'] })]);
  });

  it('checks a document that comes by GET', async () => {
    const { app } = await testHandler();
    const headers = { 'apollo-require-preflight': '1' };

    const response = await app.inject({ url: `/graphql?query=${encodeURIComponent('{'.repeat(200))}`, headers });

    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions.code).toBe('NESTING_TOO_DEEP');
  });

  it.each([
    ['variables', `variables=${'['.repeat(101)}`, 'NESTING_TOO_DEEP'],
    ['extensions', `extensions=${'['.repeat(101)}`, 'NESTING_TOO_DEEP'],
    ['a list in variables', `variables=${JSON.stringify({ a: Array(101).fill(1) })}`, 'INPUT_LIST_TOO_LONG'],
    ['malformed variables', 'variables={', 'BAD_REQUEST'],
  ])('checks %s that come by GET', async (_what, search, code) => {
    const { app } = await testHandler();

    const response = await app.inject({ url: `/graphql?query={greeting}&${search}`, headers: { 'apollo-require-preflight': '1' } });

    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions.code).toBe(code);
  });

  it.each([
    ['in the body', (nested: string) => `{"query":"{ greeting }","more":${nested}}`],
    ['in the variables', (nested: string) => `{"query":"{ greeting }","variables":{"a":${nested}}}`],
  ])('refuses JSON that is nested too deep %s, before it is parsed', async (_where, body) => {
    const { app } = await testHandler();
    const post = (payload: string) =>
      app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload });

    // Never closed: a parser would complain of that instead.
    expect((await post(body('['.repeat(100_000)))).json().errors[0].extensions).toEqual({ code: 'NESTING_TOO_DEEP', maximum: 100 });
    expect((await post(body(`${'['.repeat(98)}${']'.repeat(98)}`))).json()).toEqual({ data: { greeting: 'Hello, you' } });
  });

  it('refuses a list in the variables that is too long, wherever it stands', async () => {
    const { ask } = await testHandler();

    const response = await ask('query($x: [Int]) { greeting }', { variables: { x: { y: [{ z: Array(101).fill(1) }] } } });

    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions).toEqual({ code: 'INPUT_LIST_TOO_LONG', maximum: 100 });
  });

  it('lets the standard introspection query pass where introspection is on', async () => {
    const { ask } = await testHandler({ introspection: true });

    expect((await ask(getIntrospectionQuery())).json().data.__schema.queryType.name).toBe('Query');
  });

  it('refuses what was refused before, and answers what was answered before', async () => {
    const { ask } = await testHandler();
    const tooMany = `{ ${repeated(21, () => 'greeting')} }`;

    for (let turn = 0; turn < 2; turn += 1) {
      expect((await ask(tooMany)).statusCode).toBe(400);
      expect((await ask('{ greeting }')).json()).toEqual({ data: { greeting: 'Hello, you' } });
    }
  });

  describe('errors in an answer', () => {
    const wrong = (count: number) => `{ ${repeated(count, (index) => `wrong${index}`)} }`;

    it('are five at most, the last of which counts the rest', async () => {
      const { ask, log } = await testHandler();

      const { errors } = (await ask(wrong(20))).json();

      expect(errors).toHaveLength(5);
      expect(errors[3].message).toBe('Cannot query field "wrong3" on type "Query".');
      expect(errors[4]).toEqual({ message: '16 more errors are left out.', extensions: { code: 'TOO_MANY_ERRORS', maximum: 5, leftOut: 16 } });
      expect(log()).toEqual([expect.objectContaining({ errors: ['GRAPHQL_VALIDATION_FAILED'] })]);
    });

    it('are all there when there are five', async () => {
      const { ask } = await testHandler();

      expect((await ask(wrong(5))).json().errors).toHaveLength(5);
    });

    it('are fewer of the execution, too, and the data is there', async () => {
      const { ask } = await testHandler();

      const { data, errors } = (await ask(`{ greeting ${repeated(10, (index) => `a${index}: page`)} }`)).json();

      expect(data.greeting).toBe('Hello, you');
      expect(errors).toHaveLength(5);
      expect(errors[4].extensions).toEqual({ code: 'TOO_MANY_ERRORS', maximum: 5, leftOut: 6 });
    });

    it('can be chosen', async () => {
      const { ask } = await testHandler({ limits: { errors: 2 } });

      expect((await ask(wrong(5))).json().errors).toHaveLength(2);
    });

    it('are cut where one is too many', () => {
      const errors = Array.from({ length: 4 }, (_, index) => ({ message: String(index) }));

      expect(firstErrors(errors, 4)).toBe(errors);
      expect(firstErrors(errors, 3).map(({ message }) => message)).toEqual(['0', '1', '2 more errors are left out.']);
    });
  });

  describe('the time of an operation', () => {
    it('ends with an answer, while the rest of the server goes on', async () => {
      const { ask, newsgraph } = await testHandler({ limits: { operationMs: 100 } });
      const begin = performance.now();

      const slow = ask('{ slow }');
      await newsgraph.slowHasBegun;
      const other = await ask('{ greeting }');
      const response = await slow;

      expect(other.json()).toEqual({ data: { greeting: 'Hello, you' } });
      expect(performance.now() - begin).toBeLessThan(2000);
      expect(response.statusCode).toBe(400);
      expect(response.json()).toEqual({
        errors: [{ message: 'The operation took longer than 100 ms.', extensions: { code: 'OPERATION_TIMEOUT', maximum: 100 } }],
      });
      newsgraph.letSlowGo();
    });

    it('aborts the signal of the request, which its reads listen to', async () => {
      const { ask, newsgraph } = await testHandler({ limits: { operationMs: 50 } });
      const signals: (AbortSignal | undefined)[] = [];
      const createContext = newsgraph.createContext;
      newsgraph.createContext = (controller) => {
        signals.push(controller?.signal);
        return createContext(controller);
      };

      await ask('{ greeting }');
      await ask('{ slow }');

      expect(signals.map((signal) => signal?.aborted)).toEqual([false, true]);
      newsgraph.letSlowGo();
    });

    it('gives reads that begin after it a signal that is aborted already', async () => {
      const { ask, newsgraph } = await testHandler({ limits: { operationMs: 50 } });
      const controllers: (Controller | undefined)[] = [];
      const createContext = newsgraph.createContext;
      newsgraph.createContext = (controller) => {
        controllers.push(controller);
        return createContext(controller);
      };

      await ask('{ slow }');

      expect(controllers.map((controller) => controller?.signal.reason)).toEqual([
        expect.objectContaining({ message: 'The operation took longer than 50 ms.' }),
      ]);
      newsgraph.letSlowGo();
    });
  });
});

describe('checkJsonNesting', () => {
  const check = (json: string, maximum: number) => () => checkJsonNesting(Buffer.from(json), maximum);

  it.each([
    ['[[]]', 2],
    ['[[],[],[]]', 2],
    ['["[[[", "\\"[[[", "\\\\"]', 1],
    ['{"{{{": "}"}', 1],
    ['["é[", "\\u005b["]', 1],
    ['', 1],
    [']]]][', 1],
  ])('lets %s pass at %i', (json, maximum) => {
    expect(check(json, maximum)).not.toThrow();
  });

  it.each([
    ['[[]]', 1],
    ['[{"a":[', 2],
    ['["\\\\",[', 1],
  ])('refuses %s at %i', (json, maximum) => {
    expect(check(json, maximum)).toThrow(`Brackets may be nested ${maximum} deep; these are deeper.`);
  });
});
