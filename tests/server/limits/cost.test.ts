/** The cost limit, over the real graph. */
import type { FastifyInstance } from 'fastify';
import { createNewsgraph, type Newsgraph } from '../../../src/newsgraph';
import { createHandler } from '../../../src/server';

describe('the cost of operations', () => {
  let newsgraph: Newsgraph;
  let app: FastifyInstance;

  beforeAll(async () => {
    newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
    app = await createHandler(newsgraph);
  });
  afterAll(async () => {
    await app.close();
    await newsgraph.close();
  });

  const ask = (query: string, { variables = {}, headers = {} }: { variables?: object; headers?: Record<string, string> } = {}) =>
    app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });

  const PAGES = 'query($n: Int, $m: Int) { stories(first: $n) { nodes { topics(first: $m) { nodes { name } } } } }';

  it.each(['application/json', 'application/graphql-response+json'])('over the limit is refused with 400 (%s)', async (accept) => {
    const response = await ask(PAGES, { variables: { n: 100, m: 100 }, headers: { accept } });

    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toContain(accept);
    expect(response.json()).toEqual({
      errors: [
        {
          message: 'An operation may cost 7500, not 10100: ask for smaller pages, or fewer inside one another.',
          extensions: { code: 'COST_LIMIT_EXCEEDED', maximum: 7500, requested: 10_100 },
        },
      ],
    });
  });

  it('is computed from the variables of each request', async () => {
    expect((await ask(PAGES, { variables: { n: 100, m: 74 } })).json()).toEqual({ data: { stories: { nodes: [] } } });
    expect((await ask(PAGES, { variables: { n: 100, m: 75 } })).json().errors[0].extensions.code).toBe('COST_LIMIT_EXCEEDED');
  });

  it('is told to who asks', async () => {
    const headers = { 'x-newsgraph-cost': 'true' };

    expect((await ask(PAGES, { variables: { n: 3, m: 4 }, headers })).json()).toEqual({
      data: { stories: { nodes: [] } },
      extensions: { cost: { requested: 15, maximum: 7500 } },
    });
    expect((await ask(PAGES, { variables: { n: 100, m: 100 }, headers })).json().extensions).toEqual({ cost: { requested: 10_100, maximum: 7500 } });
  });

  it('is told to nobody else, and of nothing else', async () => {
    expect((await ask(PAGES)).json()).not.toHaveProperty('extensions');
    expect((await ask('{ wrong }', { headers: { 'x-newsgraph-cost': 'true' } })).json()).not.toHaveProperty('extensions');
  });

  it('can be chosen', async () => {
    const other = await createHandler(newsgraph, { limits: { cost: 10 } });

    const response = await other.inject({ method: 'POST', url: '/graphql', payload: { query: '{ stories(first: 11) { nodes { slug } } }' } });

    expect(response.json().errors[0].extensions).toEqual({ code: 'COST_LIMIT_EXCEEDED', maximum: 10, requested: 11 });
    await other.close();
  });

  it('leaves to its resolver to say what is wrong with a page size', async () => {
    const response = await ask('{ stories(first: -1) { nodes { slug } } }');

    expect(response.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});
