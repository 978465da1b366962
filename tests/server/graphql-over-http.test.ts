/** The audits of the GraphQL-over-HTTP specification, as the `graphql-http` package writes them, on the real graph. */
import { serverAudits } from 'graphql-http';
import { createNewsgraph, type Newsgraph } from '../../src/newsgraph';
import { serve, type RunningServer } from '../../src/server';

describe('GraphQL over HTTP', () => {
  let newsgraph: Newsgraph;
  let server: RunningServer;

  beforeAll(async () => {
    newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
    server = await serve(newsgraph, { host: '127.0.0.1', port: 0, introspection: true });
  });
  afterAll(async () => {
    await server.stop();
    await newsgraph.close();
  });

  // A GET is answered only to who forces a preflight (or says it is no form): that is what this header is for.
  const fetchFn: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('apollo-require-preflight', '1');
    return fetch(input, { ...init, headers });
  };
  const audits = serverAudits({ url: () => server.addresses.graphql, fetchFn });

  it('has 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();

    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
  });
});
