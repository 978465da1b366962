/** A read of the database that never ends, under a whole server: it is answered, stopped, and nobody else's trouble. */
import type { FastifyInstance } from 'fastify';
import { createHandler } from '../../../src/server';
import { withEndlessTopics } from '../../support/ailing-tables';
import { openGraph, type TestGraph } from '../../support/graphs';
import { harbour } from '../../support/harbour';
import { queryRaw } from '../../support/raw-database';
import { describeOnEachStore } from '../../support/stores';

const LIMIT_MS = 1000;

describeOnEachStore('a read that goes on for ever', (_open, place) => {
  let url: string;
  let graph: TestGraph;
  let app: FastifyInstance;
  beforeAll(async () => {
    url = await place.freshUrl();
    graph = await openGraph(url, harbour);
    app = await createHandler(graph.newsgraph, { limits: { operationMs: LIMIT_MS } });
  });
  afterAll(async () => {
    await app.close();
    await graph.close();
  });

  const ask = (query: string) => app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  const SLOW = '{ topics { nodes { name } } story(by: { slug: "poem-prize" }) { title } }';
  const OTHER = '{ stories(first: 2) { nodes { slug } } outlets { totalCount } }';
  const OTHER_ANSWER = { data: { stories: { nodes: [{ slug: 'ferry-strike-ends' }, { slug: 'new-crane-arrives' }] }, outlets: { totalCount: 2 } } };

  it('is answered in time with its code, and those who come meanwhile have their answers', async () => {
    const [slow, ...others] = await withEndlessTopics(url, () => Promise.all([ask(SLOW), ...Array.from({ length: 20 }, () => ask(OTHER))]));

    expect(slow.statusCode).toBe(400);
    expect(slow.json()).toEqual({
      errors: [{ message: 'The operation took longer than 1000 ms.', extensions: { code: 'OPERATION_TIMEOUT', maximum: LIMIT_MS } }],
    });
    expect(others.map((response) => response.json())).toEqual(others.map(() => OTHER_ANSWER));
  });

  it('is worked on no more by the database once it is answered', async () => {
    await withEndlessTopics(url, async () => {
      await ask(SLOW);

      expect((await ask(OTHER)).json()).toEqual(OTHER_ANSWER);
      if (place.kind === 'postgres') await untilNobodyCounts();
    });
    expect((await ask('{ topics { totalCount } }')).json()).toEqual({ data: { topics: { totalCount: 4 } } });
  });

  /** SQLite is stopped before the next statement begins; PostgreSQL is told over another connection. */
  async function untilNobodyCounts(): Promise<void> {
    const counting = `SELECT "pid" FROM "pg_stat_activity" WHERE "datname" = current_database() AND "state" = 'active' AND "pid" <> pg_backend_pid()`;
    while ((await queryRaw(url, counting)).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  it('is answered too when many come at once, and the server is well after', async () => {
    const codes = await withEndlessTopics(url, async () => {
      const responses = await Promise.all(Array.from({ length: 15 }, () => ask(SLOW)));
      return responses.map((response) => response.json().errors[0].extensions.code);
    });

    expect(new Set(codes)).toEqual(new Set(['OPERATION_TIMEOUT']));
    expect((await ask('{ topics { totalCount } }')).json()).toEqual({ data: { topics: { totalCount: 4 } } });
  });
});
