/**
 * Hostile requests against a listening server over the real graph: each is answered in time, in GraphQL's shape, with
 * the code that says what is wrong, and tells nothing of the inside; the server is well right after.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { join } from 'node:path';
import { createNewsgraph, type Newsgraph } from '../../src/newsgraph';
import { serve, type RunningServer } from '../../src/server';
import { describeOnEachStore } from '../support/stores';
import { hostileRequests, type HostileRequest } from './corpus';
import { bytesOf, send } from './raw-request';

const LONGEST_MS = 2000;
/** What an answer of ours would only hold by mistake: engine words, paths, stacks. */
const INSIDE = /SELECT |FROM "|SQLITE|sqlite|postgres|node_modules|\/src\/|\/dist\/|\n {4}at /;

const requests = hostileRequests();

describeOnEachStore('hostile requests', (_open, place) => {
  let newsgraph: Newsgraph;
  let server: RunningServer;
  let port: number;
  const log: string[] = [];

  beforeAll(async () => {
    newsgraph = await createNewsgraph({ databaseUrl: await place.freshUrl() });
    for await (const { error } of newsgraph.importFiles([join(__dirname, '../../examples/stories')])) expect(error).toBeNull();
    server = await serve(newsgraph, { host: '127.0.0.1', port: 0, logLevel: 'error', logStream: { write: (line) => void log.push(line) } });
    port = Number(new URL(server.addresses.graphql).port);
  });
  afterAll(async () => {
    await server.stop();
    await newsgraph.close();
  });

  const HONEST = bytesOf({
    headers: [['content-type', 'application/json']],
    body: JSON.stringify({ query: '{ stories(first: 2) { totalCount nodes { slug topics(first: 2) { nodes { name } } } } }' }),
  });

  /** What is wrong with the answer to a request; null when nothing is. */
  async function problemOf({ name, bytes, status, code }: HostileRequest): Promise<object | null> {
    const begin = performance.now();
    const response = await send(port, bytes);
    const answer: unknown = JSON.parse(response.body);
    const found = {
      name,
      status: response.status,
      code: codesOf(answer)[0],
      isShaped: isShaped(answer),
      type: /^application\/(graphql-response\+)?json; charset=utf-8$/.test(response.headers.get('content-type') ?? ''),
      nosniff: response.headers.get('x-content-type-options'),
      isInTime: performance.now() - begin < LONGEST_MS,
      tellsInside: INSIDE.test(response.body),
    };
    const wanted = { name, status, code, isShaped: true, type: true, nosniff: 'nosniff', isInTime: true, tellsInside: false };
    return JSON.stringify(found) === JSON.stringify(wanted) ? null : { found, wanted, body: response.body.slice(0, 300) };
  }

  it('are more than 300, no two of them the same', () => {
    expect(requests.length).toBeGreaterThan(300);
    expect(new Set(requests.map(({ bytes }) => bytes.toString('latin1'))).size).toBe(requests.length);
  });

  it('are each answered as they deserve, and the server is well after each', async () => {
    const honest = await send(port, HONEST);
    expect(JSON.parse(honest.body).data.stories.nodes).toHaveLength(2);

    const problems: object[] = [];
    for (const request of requests) {
      const problem = await problemOf(request);
      if (problem !== null) problems.push(problem);
      const after = await send(port, HONEST);
      if (after.body !== honest.body) problems.push({ name: request.name, after });
    }

    expect(problems).toEqual([]);
    // Nothing of it was a fault of ours.
    expect(log).toEqual([]);
  }, 120_000);

  it('are answered as well when they come all at once', async () => {
    const begin = performance.now();

    const answers = await Promise.all(requests.map(async (request) => ({ request, response: await send(port, request.bytes) })));

    const wrong = answers.filter(({ request, response }) => response.status !== request.status || codesOf(JSON.parse(response.body))[0] !== request.code);
    expect(wrong.map(({ request }) => request.name)).toEqual([]);
    expect(performance.now() - begin).toBeLessThan(30_000);
  }, 60_000);

  it('leave no memory behind', async () => {
    const sendAll = async () => {
      for (const { bytes } of requests) await send(port, bytes);
    };
    await sendAll();
    const before = heapAfterCollection();

    for (let round = 0; round < 3; round += 1) await sendAll();

    expect((heapAfterCollection() - before) / 1024 / 1024).toBeLessThan(10);
  }, 120_000);
});

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

function codesOf(answer: unknown): unknown[] {
  return errorsOf(answer).map((error) => (isRecord(error) && isRecord(error['extensions']) ? error['extensions']['code'] : null));
}

/** https://spec.graphql.org/draft/#sec-Errors: a list that is not empty, each with a message; and, by our rule, a code, five at most. */
function isShaped(answer: unknown): boolean {
  const errors = errorsOf(answer);
  const codes = codesOf(answer);
  return (
    errors.length > 0 &&
    errors.length <= 5 &&
    errors.every((error) => isRecord(error) && typeof error['message'] === 'string') &&
    codes.every((code) => typeof code === 'string' && /^[A-Z_]+$/.test(code))
  );
}

function errorsOf(answer: unknown): unknown[] {
  return isRecord(answer) && Array.isArray(answer['errors']) ? answer['errors'] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
