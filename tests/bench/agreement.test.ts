/** The servers that are compared answer alike; else their figures would say nothing. Nothing is timed here. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServers, type Build } from '../../bench/build';
import { sqliteStore } from '../../bench/data/benchmark-store';
import { assertAgreement, differenceOf, drawFor, type Contender } from '../../bench/load/agreement';
import { Client } from '../../bench/load/client';
import { ServerProcess, type ServerName } from '../../bench/load/server-process';
import { QUERIES, requestsOf, type BenchmarkQuery } from '../../bench/queries';

const STORIES = 60;
const REQUESTS = 8;

describe('the compared servers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-bench-test-'));
  const servers: ServerProcess[] = [];
  const clients: Client[] = [];
  const contenders: Contender[] = [];
  let build: Build | undefined;

  async function start(name: ServerName, compiled: Build, databaseUrl: string): Promise<void> {
    const server = await ServerProcess.start(name, compiled.folder, databaseUrl);
    servers.push(server);
    const client = new Client(server.url, 1);
    clients.push(client);
    const ask: Contender['ask'] = (request) => client.answer(request);
    contenders.push({ name, ask, draw: await drawFor(ask, STORIES) });
  }

  beforeAll(async () => {
    const databaseUrl = await sqliteStore(STORIES, () => undefined, folder);
    build = await buildServers();
    for (const name of ['newsgraph', 'limit', 'apollo', 'yoga', 'mercurius'] as const) await start(name, build, databaseUrl);
  }, 120_000);

  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await Promise.all(servers.map((server) => server.stop()));
    build?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(QUERIES.filter(({ name }) => name !== 'Q5').map((query): [string, BenchmarkQuery] => [query.name, query]))(
    'give the same answers to %s',
    async (_name, query) => {
      await expect(assertAgreement(contenders, query, REQUESTS)).resolves.toBeUndefined();
    },
  );

  it('find what they are asked for', async () => {
    // Given servers that agree, one stands for all: equal nulls would be agreement too.
    const [{ ask, draw } = missing()] = contenders;
    for (const query of QUERIES) {
      const [request = missing()] = requestsOf(query, draw, 1);
      const data = await ask(request);
      expect(Object.values(data as object)).not.toContain(null);
    }
  });

  it.each(QUERIES.map((query): [string, BenchmarkQuery] => [query.name, query]))('take one statement at most for %s from the gateway', async (name, query) => {
    const [server = missing()] = servers;
    const [{ ask, draw } = missing()] = contenders;
    const requests = requestsOf(query, draw, REQUESTS);
    const statements = await server.statementsDuring(async () => {
      for (const request of requests) await ask(request);
    });
    expect(statements).toBe(name === 'Q5' ? 0 : REQUESTS);
  });
});

describe('differenceOf', () => {
  it('names the first place where two answers differ', () => {
    const one = { story: { title: 'A', topics: [{ name: 'x' }] } };
    const other = { story: { title: 'A', topics: [{ name: 'y' }] } };
    expect(differenceOf(one, other, 'data')).toBe('data.story.topics.0.name: "x" and "y"');
  });

  it('takes a missing value for a difference', () => {
    expect(differenceOf({ a: 1 }, {}, 'data')).toBe('data.a: 1 and nothing');
    expect(differenceOf([1], [1, 2], 'data')).toBe('data.1: nothing and 2');
    expect(differenceOf({ a: {} }, { a: [] }, 'data')).toBe('data.a: {} and []');
  });

  it('lets each server have cursors of its own, but not lack one', () => {
    expect(differenceOf({ endCursor: 'abc' }, { endCursor: 'xyz' }, 'data')).toBeNull();
    expect(differenceOf({ endCursor: 'abc' }, { endCursor: null }, 'data')).toBe('data.endCursor: "abc" and null');
  });
});

function missing(): never {
  throw new Error('There is nothing to take.');
}
