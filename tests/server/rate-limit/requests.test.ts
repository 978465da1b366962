/** Requests of clients that may ask for so much a minute. */
import type { LightMyRequestResponse } from 'fastify';
import type { HandlerOptions } from '../../../src/server';
import { REQUEST_COST } from '../../../src/server/rate-limit/rate-limit';
import { closeHandlers, testHandler } from '../../support/handlers';
import { openGraph, type TestGraph } from '../../support/graphs';
import { createHandler } from '../../../src/server';

interface Sent {
  payload?: string;
  headers?: Record<string, string>;
  remoteAddress?: string;
  url?: string;
  method?: 'POST' | 'GET' | 'PUT';
}

const LIMITED = {
  errors: [
    {
      message: expect.stringMatching(/^A client may ask for a cost of 100 a minute; the next minute begins in \d+ s\.$/),
      extensions: { code: 'RATE_LIMITED', maximum: 100, retryAfter: expect.any(Number) },
    },
  ],
};

describe('a rate limit of two requests', () => {
  afterEach(closeHandlers);

  const twoRequests = async (options: HandlerOptions = {}) => {
    const { app, log } = await testHandler({ rateLimit: { costPerMinute: 2 * REQUEST_COST }, ...options });
    const send = ({ payload = '{"query":"{ greeting }"}', headers, ...rest }: Sent = {}): Promise<LightMyRequestResponse> =>
      app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload, ...rest });
    return { send, log };
  };
  const statuses = async (responses: Promise<LightMyRequestResponse>[]) => (await Promise.all(responses)).map(({ statusCode }) => statusCode);

  it('answers the third 429, in GraphQL’s shape, and says when to come again', async () => {
    const { send, log } = await twoRequests();

    const first = [await send(), await send()];
    const third = await send();

    expect(first.map((response) => response.json())).toEqual([{ data: { greeting: 'Hello, you' } }, { data: { greeting: 'Hello, you' } }]);
    expect(third.statusCode).toBe(429);
    expect(third.json()).toEqual(LIMITED);
    expect(third.headers).toMatchObject({ 'retry-after': '60', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(log().at(-1)).toMatchObject({ status: 429, errors: ['RATE_LIMITED'] });
  });

  it.each<[string, Sent]>([
    ['malformed JSON', { payload: '{' }],
    ['a document over a limit', { payload: JSON.stringify({ query: '{'.repeat(101) }) }],
    ['another content type', { headers: { 'content-type': 'text/plain' } }],
    ['a path that nothing serves', { url: '/nothing' }],
    ['a method that is not served', { method: 'PUT' }],
  ])('counts %s', async (_what, bad) => {
    const { send } = await twoRequests();

    expect((await statuses([send(bad), send(bad)])).every((status) => status >= 400 && status < 429)).toBe(true);

    expect((await send()).statusCode).toBe(429);
    expect((await send(bad)).statusCode).toBe(429);
  });

  it('counts no probes, and answers them always', async () => {
    const { send } = await twoRequests();
    const probe: Sent = { method: 'GET', url: '/health/ready' };

    expect(await statuses([send(probe), send(probe), send(probe), send(), send()])).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses([send(), send(probe)])).toEqual([429, 200]);
  });

  it('is each address’s own', async () => {
    const { send } = await twoRequests();

    expect(await statuses([send({ remoteAddress: '192.0.2.1' }), send({ remoteAddress: '192.0.2.1' }), send({ remoteAddress: '192.0.2.1' })])).toEqual([200, 200, 429]);
    expect((await send({ remoteAddress: '192.0.2.2' })).statusCode).toBe(200);
  });

  it('is one for a /64 of IPv6', async () => {
    const { send } = await twoRequests();

    expect(await statuses(['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1'].map((remoteAddress) => send({ remoteAddress })))).toEqual([200, 200, 429, 200]);
  });

  it('does not believe X-Forwarded-For of whom it does not know', async () => {
    const { send } = await twoRequests();

    expect(await statuses(['1', '2', '3'].map((last) => send({ headers: { 'x-forwarded-for': `192.0.2.${last}` } })))).toEqual([200, 200, 429]);
  });

  it('believes a trusted proxy, and of what the header says only what that proxy has seen', async () => {
    const { send } = await twoRequests({ trustedProxies: ['loopback', '10.0.0.0/8'] });
    const from = (forwardedFor: string) => send({ headers: { 'x-forwarded-for': forwardedFor } });

    expect(await statuses([from('192.0.2.1'), from('192.0.2.1, 10.1.2.3'), from('203.0.113.9, 192.0.2.1')])).toEqual([200, 200, 429]);
    expect((await from('192.0.2.2')).statusCode).toBe(200);
  });

  it('takes the proxy for the client where it names no address', async () => {
    const { send } = await twoRequests({ trustedProxies: ['loopback'] });

    expect(await statuses(['unknown', 'x'.repeat(1000), '1.2.3.4.5'].map((value) => send({ headers: { 'x-forwarded-for': value } })))).toEqual([200, 200, 429]);
  });

  it('lets a page that may call read that it is to wait', async () => {
    const { send } = await twoRequests({ corsOrigins: ['https://news.example'] });
    const origin = { origin: 'https://news.example' };
    await statuses([send(), send()]);

    const refused = await send({ headers: origin });

    expect(refused.statusCode).toBe(429);
    expect(refused.headers['access-control-allow-origin']).toBe('https://news.example');
  });

  it('is off unless it is asked for', async () => {
    const { send } = await twoRequests({ rateLimit: null });

    expect(new Set(await statuses(Array.from({ length: 200 }, () => send())))).toEqual(new Set([200]));
  });
});

describe('a rate limit by cost', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await openGraph('sqlite::memory:', []);
  });
  afterAll(() => graph.close());

  it('refuses an operation that costs more than is left before it reads, and lets a cheaper one pass', async () => {
    const app = await createHandler(graph.newsgraph, { rateLimit: { costPerMinute: 1000 } });
    const ask = async (first: number, accept = 'application/json') =>
      app.inject({ method: 'POST', url: '/graphql', headers: { accept }, payload: { query: `{ stories(first: ${first}) { nodes { topics(first: 9) { nodes { slug } } } } }` } });
    const codes = [];
    // Each costs ten times its size, and 50 at least.
    for (const first of [60, 50, 34, 1, 1]) {
      const response = await ask(first);
      codes.push([response.statusCode, response.json().errors?.[0].extensions.code ?? null]);
    }
    const other = await ask(1, 'application/graphql-response+json');

    expect(codes).toEqual([
      [200, null],
      [429, 'RATE_LIMITED'],
      [200, null],
      [429, 'RATE_LIMITED'],
      [429, 'RATE_LIMITED'],
    ]);
    expect(other.statusCode).toBe(429);
    await app.close();
  });

  it('tells Retry-After with an operation that is refused', async () => {
    const app = await createHandler(graph.newsgraph, { rateLimit: { costPerMinute: 100 } });

    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ stories(first: 100) { nodes { slug } } topics(first: 100) { nodes { slug } } }' } });

    expect(response.statusCode).toBe(429);
    expect(response.headers['retry-after']).toBe('60');
    expect(response.json()).toEqual(LIMITED);
    await app.close();
  });
});
