import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Agent, request } from 'node:http';
import { ListenError, serve, type RunningServer, type ServeOptions } from '../../src/server';
import { tinyNewsgraph, type TinyNewsgraph } from '../support/tiny-newsgraph';
import { waitUntil } from '../support/wait-until';

interface Served extends RunningServer {
  newsgraph: TinyNewsgraph;
  port: number;
}

const running: Served[] = [];

async function start(options: Partial<ServeOptions> = {}): Promise<Served> {
  const newsgraph = tinyNewsgraph();
  const server = await serve(newsgraph, { host: '127.0.0.1', port: 0, ...options });
  const served = { ...server, newsgraph, port: Number(new URL(server.addresses.graphql).port) };
  running.push(served);
  return served;
}

const post = (url: string, query: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { method: 'POST', body: JSON.stringify({ query }), headers: { 'content-type': 'application/json' }, ...init });

/** A request for what is there, with these header lines besides. */
const headOf = (lines: readonly string[]): string =>
  ['GET /health/live HTTP/1.1', 'Host: x', 'Connection: close', ...lines, '', ''].join('\r\n');

const numbered = (count: number, line: (index: number) => string): string[] => Array.from({ length: count }, (_, index) => line(index));

/** Everything the server sends until it closes the connection. */
async function untilClosed(socket: Socket): Promise<string> {
  let received = '';
  socket.on('data', (chunk) => (received += String(chunk)));
  await once(socket, 'close');
  return received;
}

describe('serve', () => {
  afterEach(async () => {
    for (const { newsgraph, stop } of running.splice(0)) {
      newsgraph.letSlowGo();
      await stop();
    }
  });

  it('listens on a free port and says where', async () => {
    const { addresses, port } = await start();

    expect(port).toBeGreaterThan(0);
    expect(addresses).toEqual({
      graphql: `http://127.0.0.1:${port}/graphql`,
      explorer: null,
      ready: `http://127.0.0.1:${port}/health/ready`,
      metrics: null,
    });
    expect(await (await post(addresses.graphql, '{ greeting }')).json()).toEqual({ data: { greeting: 'Hello, you' } });
  });

  it('stops what a client asked for that has gone, and nothing that was answered', async () => {
    // Given
    const { addresses, newsgraph } = await start();
    const contexts = jest.spyOn(newsgraph, 'createContext');
    const isStopped = (place: number) => contexts.mock.calls[place]?.[0]?.signal.aborted;
    await (await post(addresses.graphql, '{ greeting }')).text();
    const client = new AbortController();
    const gone = post(addresses.graphql, '{ slow }', { signal: client.signal });
    await newsgraph.slowHasBegun;
    expect(isStopped(1)).toBe(false);
    // When
    client.abort();
    await expect(gone).rejects.toThrow('aborted');
    // Then
    await waitUntil('the operation is stopped', 2000, () => isStopped(1) === true);
    expect(isStopped(0)).toBe(false);
  });

  it('stops what waits behind another answer on the connection of a client that has gone', async () => {
    // Given
    const { port, newsgraph } = await start();
    const contexts = jest.spyOn(newsgraph, 'createContext');
    const body = JSON.stringify({ query: '{ slow }' });
    const head = ['POST /graphql HTTP/1.1', 'Host: x', 'Content-Type: application/json', `Content-Length: ${body.length}`, '', ''].join('\r\n');
    const socket = connect(port, '127.0.0.1');
    socket.write(`${head}${body}${head}${body}`);
    await waitUntil('both operations have begun', 2000, () => contexts.mock.calls.length === 2);
    const signals = contexts.mock.calls.map(([controller]) => controller?.signal);
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, false]);
    // When
    socket.destroy();
    // Then
    await waitUntil('both are stopped', 2000, () => signals.every((signal) => signal?.aborted === true));
  });

  it('names an address that a browser can open when it listens on all of them', async () => {
    const { addresses, port } = await start({ host: '0.0.0.0' });

    expect(addresses.graphql).toBe(`http://localhost:${port}/graphql`);
  });

  it.each([
    ['a port that is in use', (port: number) => ({ port }), /^port \d+ of 127\.0\.0\.1 is in use; .*PORT/],
    ['a host that is not this machine', () => ({ host: '192.0.2.1' }), /^192\.0\.2\.1 is not an address of this machine; .*HOST/],
  ])('refuses %s in one line that says how to mend it', async (_what, optionsFor, message) => {
    const { port } = await start();

    const second = serve(tinyNewsgraph(), { host: '127.0.0.1', port: 0, ...optionsFor(port) });

    await expect(second).rejects.toThrow(ListenError);
    await expect(second).rejects.toThrow(message);
  });

  describe('when it stops', () => {
    it('answers what is in flight, and only then resolves', async () => {
      const { addresses, newsgraph, stop } = await start();
      const answer = post(addresses.graphql, '{ slow }');
      await newsgraph.slowHasBegun;

      let hasStopped = false;
      const stopped = stop().then(() => (hasStopped = true));
      await new Promise((resolve) => setTimeout(resolve, 50));

      expect(hasStopped).toBe(false);
      newsgraph.letSlowGo();
      expect(await (await answer).json()).toEqual({ data: { slow: 'done' } });
      await stopped;
    });

    it('refuses new connections, and new requests on old ones, while it answers those whose head it has', async () => {
      const { addresses, newsgraph, port, stop } = await start();
      const slow = post(addresses.graphql, '{ slow }');
      await newsgraph.slowHasBegun;
      const body = JSON.stringify({ query: '{ slow }' });
      const uploading = connect(port, '127.0.0.1');
      const uploaded = untilClosed(uploading);
      uploading.write(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`);
      const silent = connect(port, '127.0.0.1');
      const late = untilClosed(silent);
      await once(silent, 'connect');
      await new Promise((resolve) => setTimeout(resolve, 50));

      const stopped = stop();
      await new Promise((resolve) => setTimeout(resolve, 50));

      await expect(post(addresses.graphql, '{ greeting }')).rejects.toThrow('fetch failed');
      silent.write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
      const refused = await late;
      expect(refused).toContain('HTTP/1.1 503');
      expect(refused).toContain('"code":"SERVICE_UNAVAILABLE"');
      expect(refused.toLowerCase()).toContain('connection: close');
      uploading.write(body);
      newsgraph.letSlowGo();
      expect(await uploaded).toContain('{"data":{"slow":"done"}}');
      expect(await (await slow).json()).toEqual({ data: { slow: 'done' } });
      await stopped;
    });

    it('does not wait for the answer to a client that has gone, nor for requests that queued behind it', async () => {
      const { newsgraph, port, stop } = await start();
      const body = JSON.stringify({ query: '{ slow }' });
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}` +
          'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n',
      );
      await newsgraph.slowHasBegun;

      const stopped = stop();
      socket.destroy();

      await stopped;
    });

    it('waits two seconds for the rest of a half-sent body, then cuts it, and answers what came whole', async () => {
      const { addresses, newsgraph, port, stop } = await start();
      const slow = post(addresses.graphql, '{ slow }');
      await newsgraph.slowHasBegun;
      const half = connect(port, '127.0.0.1');
      const cut = untilClosed(half);
      half.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
      await new Promise((resolve) => setTimeout(resolve, 50));

      const stopped = stop();

      expect(await cut).toBe('');
      newsgraph.letSlowGo();
      expect(await (await slow).json()).toEqual({ data: { slow: 'done' } });
      await stopped;
    });

    it('is not held up by connections that are kept alive, silent or half-way through a head', async () => {
      const { addresses, port, stop } = await start();
      const agent = new Agent({ keepAlive: true });
      const [response] = await once(request(addresses.ready, { agent }).end(), 'response');
      response.resume();
      await once(response, 'end');
      const silent = connect(port, '127.0.0.1');
      const half = connect(port, '127.0.0.1');
      half.write('GET / HTTP/1.1\r\nHo');
      const ends = [untilClosed(silent), untilClosed(half)];
      await Promise.all([once(silent, 'connect'), once(half, 'connect')]);
      await new Promise((resolve) => setTimeout(resolve, 20));

      const begin = performance.now();
      await stop();

      expect(performance.now() - begin).toBeLessThan(1000);
      await Promise.all(ends);
      agent.destroy();
    });
  });

  describe('what is not HTTP, or unusual', () => {
    it.each([
      ['garbage', 'garbage\r\n\r\n', 'HTTP/1.1 400 Bad Request', 'BAD_REQUEST'],
      ['HTTP/1.1 without a host', 'GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n', 'HTTP/1.1 400', 'BAD_REQUEST'],
      ['a tunnel', 'CONNECT news.example:443 HTTP/1.1\r\nHost: news.example\r\n\r\n', 'HTTP/1.1 405', 'METHOD_NOT_ALLOWED'],
      ['a body of two lengths', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 'HTTP/1.1 400', 'BAD_REQUEST'],
      ['more than 16 KiB of headers', headOf([`X: ${'x'.repeat(17_000)}`]), 'HTTP/1.1 431', 'HEADERS_TOO_LARGE'],
      ['more than 16 KiB of many headers', headOf(numbered(199, (index) => `X-${index}: ${'x'.repeat(90)}`)), 'HTTP/1.1 431', 'HEADERS_TOO_LARGE'],
    ])('answers %s in the shape of GraphQL and hangs up', async (_what, sent, status, code) => {
      const { port } = await start();
      const socket = connect(port, '127.0.0.1');
      const received = untilClosed(socket);

      socket.write(sent);

      const [head = '', body = ''] = (await received).split('\r\n\r\n');
      expect(head).toContain(status);
      expect(head.toLowerCase()).toContain('x-content-type-options: nosniff');
      expect(head.toLowerCase()).toContain('content-type: application/json; charset=utf-8');
      expect(JSON.parse(body).errors[0].extensions).toEqual({ code });
    });

    it.each([
      ['an expectation that it does not know', headOf(['Expect: miracles'])],
      ['an upgrade that it does not know', headOf(['Upgrade: h2c'])],
      ['HTTP/1.0 without a host', 'GET /health/live HTTP/1.0\r\n\r\n'],
    ])('passes over %s', async (_what, sent) => {
      const { port } = await start();
      const socket = connect(port, '127.0.0.1');
      const received = untilClosed(socket);

      socket.write(sent);

      expect(await received).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\{"status":"live"\}$/);
    });

    it('answers 200 header lines, and refuses 201', async () => {
      const { port } = await start();
      const answers = [];
      for (const lines of [200, 201]) {
        const socket = connect(port, '127.0.0.1');
        const received = untilClosed(socket);
        // Two lines are there already.
        socket.write(headOf(numbered(lines - 2, (index) => `X-${index}: x`)));
        answers.push(await received);
      }

      expect(answers[0]).toContain('HTTP/1.1 200');
      expect(answers[1]).toContain('HTTP/1.1 431');
      expect(answers[1]).toContain('"extensions":{"code":"HEADERS_TOO_LARGE","maximum":200}');
    });

    it('refuses a declared oversize body at once, without reading it', async () => {
      const { port } = await start();
      const socket = connect(port, '127.0.0.1');
      const received = untilClosed(socket);

      socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 300000\r\n\r\n');

      const answer = await received;
      expect(answer).toContain('HTTP/1.1 413');
      expect(answer).toContain('"code":"BODY_TOO_LARGE"');
    });

    it('cuts a head that is not whole after 10 seconds', async () => {
      const { port } = await start();
      const socket = connect(port, '127.0.0.1');
      const begin = performance.now();
      socket.write('GET / HTTP/1.1\r\nHo');

      const answer = await untilClosed(socket);

      expect(answer).toContain('HTTP/1.1 408');
      expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
      expect(performance.now() - begin).toBeGreaterThan(9_000);
      expect(performance.now() - begin).toBeLessThan(12_500);
    });
  });
});
