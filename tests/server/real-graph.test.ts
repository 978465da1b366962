/** The server over the real graph: what compiled execution gives must come out as what graphql-js gives. */
import type { FastifyInstance } from 'fastify';
import { createNewsgraph, type Newsgraph } from '../../src/newsgraph';
import { createHandler } from '../../src/server';

describe('the server over a real newsgraph', () => {
  let newsgraph: Newsgraph;
  let app: FastifyInstance;
  let log: Record<string, unknown>[];

  beforeEach(async () => {
    log = [];
    newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
    app = await createHandler(newsgraph, { logLevel: 'info', logStream: { write: (line) => void log.push(JSON.parse(line)) } });
  });
  afterEach(async () => {
    await app.close();
    await newsgraph.close();
  });

  const ask = async (query: string, variables: object = {}) =>
    (await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } })).json();

  it('answers, and logs the statements of the request', async () => {
    const story = { format: 'newsgraph-story/1', slug: 'a', title: 'A', summary: 'S.', topics: [{ name: 'Rivers' }] };
    for await (const { error } of newsgraph.importDocuments([story])) expect(error).toBeNull();

    const answer = await ask('query Page { stories { nodes { slug topics { nodes { name } } } } }');

    expect(answer).toEqual({ data: { stories: { nodes: [{ slug: 'a', topics: { nodes: [{ name: 'Rivers' }] } }] } } });
    expect(log.at(-1)).toMatchObject({ operation: 'Page', statements: 1, status: 200 });
  });

  it('tells the code of a coded error with its path', async () => {
    const answer = await ask('{ few: stories(first: -1) { totalCount } }');

    expect(answer).toEqual({
      data: { few: null },
      errors: [expect.objectContaining({ path: ['few'], extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })],
    });
  });

  it('blames the client for a null that only the execution finds', async () => {
    const answer = await ask('query($id: ID = "x") { perspective(id: $id) { text } }', { id: null });

    expect(answer.errors).toEqual([
      expect.objectContaining({ path: ['perspective'], extensions: { code: 'BAD_USER_INPUT' } }),
    ]);
  });

  it('suggests no names, whoever finds that one is unknown', async () => {
    const wrong: [query: string, variables: object][] = [
      ['{ storys { totalCount } }', {}],
      ['{ stories(frist: 1) { totalCount } }', {}],
      ['{ story(by: { slugg: "x" }) { slug } }', {}],
      ['{ stories(orderBy: NEWEST_FIRS) { totalCount } }', {}],
      ['query($by: Ref!) { story(by: $by) { slug } }', { by: { slugg: 'x' } }],
      ['query($order: StoryOrder) { stories(orderBy: $order) { totalCount } }', { order: 'OLDES' }],
    ];

    for (const [query, variables] of wrong) {
      const { errors } = await ask(query, variables);

      expect(errors.length).toBeGreaterThan(0);
      expect(JSON.stringify(errors)).not.toContain('Did you mean');
    }
  });

  it('runs the named operation of several, and asks for the name when none is given', async () => {
    const query = 'query A { __typename } query B { b: __typename }';

    const named = await app.inject({ method: 'POST', url: '/graphql', payload: { query, operationName: 'B' } });

    expect(named.json()).toEqual({ data: { b: 'Query' } });
    expect((await ask(query)).errors[0].extensions).toEqual({ code: 'OPERATION_RESOLUTION_FAILURE' });
  });

  it.each(['', 'C'])('runs nothing, whatever it costs and whatever its variables are, for an operation named %j that is not there', async (operationName) => {
    const query = 'query A($by: Ref!) { story(by: $by) { slug } stories(first: 100) { nodes { topics(first: 100) { nodes { stories(first: 100) { nodes { slug } } } } } } }';

    const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables: { by: { slug: { a: 1 } } }, operationName } });

    expect(answer.json()).toEqual({
      errors: [{ message: `Unknown operation named "${operationName}".`, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
    });
  });

  it('tells nothing but an id when the store fails, and logs the cause under it', async () => {
    await newsgraph.close();

    const answer = await ask('{ stories { totalCount } }');

    const [error] = answer.errors;
    expect(['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE']).toContain(error.extensions.code);
    expect(JSON.stringify(answer)).not.toMatch(/sqlite|database is closed|select/i);
    const [cause] = log.filter(({ level }) => level === 'error');
    expect(cause).toMatchObject({ errorId: error.extensions.id, error: { message: expect.stringMatching(/./) } });
  });

  it('is not ready when the store is closed', async () => {
    await newsgraph.close();

    expect((await app.inject('/health/ready')).statusCode).toBe(503);
  });
});
