import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { once } from 'node:events';
import { connect } from 'node:net';
import { closeHandlers, testHandler } from '../support/handlers';

const LONG = 'x'.repeat(3000);
const ANSWER = JSON.stringify({ data: { greeting: `Hello, ${LONG}` } });

describe('compression', () => {
  afterEach(closeHandlers);

  const ask = async (acceptEncoding: string | undefined, to = LONG) => {
    const { app } = await testHandler();
    return app.inject({
      method: 'POST',
      url: '/graphql',
      headers: acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding },
      payload: { query: 'query($to: String!) { greeting(to: $to) }', variables: { to } },
    });
  };

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip;q=1, br;q=0.5', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ])('of a large answer to who accepts %s is %s', async (accepted, coding, decompress) => {
    const response = await ask(accepted);

    expect(response.headers).toMatchObject({
      'content-encoding': coding,
      'content-length': String(response.rawPayload.length),
      'content-type': 'application/json; charset=utf-8',
      vary: 'accept-encoding',
    });
    expect(response.rawPayload.length).toBeLessThan(200);
    expect(decompress(response.rawPayload).toString()).toBe(`${ANSWER}\n`);
  });

  it.each([[undefined], [''], ['identity'], ['deflate'], ['gzip;q=0'], ['identity, gzip;q=0.5'], ['no coding at all']])(
    'is not for who accepts %j, and the answer says that it could have been another',
    async (accepted) => {
      const response = await ask(accepted);

      expect(response.headers['content-encoding']).toBeUndefined();
      expect(response.headers.vary).toBe('accept-encoding');
      expect(response.payload).toBe(`${ANSWER}\n`);
    },
  );

  it('is not of small answers, whose packets it would not make fewer', async () => {
    const response = await ask('br, gzip', 'you');

    expect(response.headers['content-encoding']).toBeUndefined();
    expect(response.headers.vary).toBeUndefined();
    expect(response.json()).toEqual({ data: { greeting: 'Hello, you' } });
  });

  it('varies by origin as well', async () => {
    const { app } = await testHandler({ introspection: true, corsOrigins: ['https://a.example', 'https://b.example'] });
    const headers = { origin: 'https://a.example', 'accept-encoding': 'gzip', 'content-type': 'application/json' };

    const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query: `{ greeting(to: "${LONG}") }` } });

    expect(response.headers).toMatchObject({ vary: 'Origin, accept-encoding', 'content-encoding': 'gzip' });
  });

  it('of answers to HEAD has the headers of GET and no body', async () => {
    const { app, newsgraph } = await testHandler({ introspection: true });
    Object.assign(newsgraph, { schemaText: LONG });
    const headers = { 'accept-encoding': 'br' };

    const got = await app.inject({ url: '/schema.graphql', headers });
    const head = await app.inject({ method: 'HEAD', url: '/schema.graphql', headers });

    expect(brotliDecompressSync(got.rawPayload).toString()).toBe(LONG);
    expect(head.payload).toBe('');
    expect({ ...head.headers, date: '' }).toEqual({ ...got.headers, date: '' });
  });

  it('weakens a validator, and leaves what is unchanged without a body', async () => {
    const { app } = await testHandler();
    app.get('/tagged', async (request, reply) => {
      reply.header('etag', '"1"').type('text/plain');
      return request.headers['if-none-match'] === 'W/"1"' ? reply.code(304).send() : reply.send(LONG);
    });
    const headers = { 'accept-encoding': 'gzip' };

    const first = await app.inject({ url: '/tagged', headers });
    const again = await app.inject({ url: '/tagged', headers: { ...headers, 'if-none-match': 'W/"1"' } });

    expect(first.headers.etag).toBe('W/"1"');
    expect({ status: again.statusCode, coding: again.headers['content-encoding'], body: again.payload }).toEqual({ status: 304, coding: undefined, body: '' });
  });

  it('is done once', async () => {
    const { app } = await testHandler();
    app.get('/compressed', async (_request, reply) => reply.header('content-encoding', 'br').type('text/plain').send(LONG));

    const response = await app.inject({ url: '/compressed', headers: { 'accept-encoding': 'gzip' } });

    expect(response.headers['content-encoding']).toBe('br');
    expect(response.payload).toBe(LONG);
  });

  it('over a connection that serves several is delimited as it should be', async () => {
    const { app } = await testHandler({ introspection: true });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect(Number(new URL(app.listeningOrigin).port), '127.0.0.1');
    const body = JSON.stringify({ query: `{ greeting(to: "${LONG}") }` });
    const head = `Host: x\r\nAccept-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));

    socket.write(`POST /graphql HTTP/1.1\r\n${head}\r\n\r\n${body}POST /graphql HTTP/1.1\r\n${head}\r\nConnection: close\r\n\r\n${body}`);
    await once(socket, 'close');

    const received = Buffer.concat(chunks).toString('latin1');
    expect(received.split('HTTP/1.1 200 OK\r\n')).toHaveLength(3);
    const last = Buffer.from(received.slice(received.lastIndexOf('\r\n\r\n') + 4), 'latin1');
    expect(gunzipSync(last).toString()).toBe(`${ANSWER}\n`);
  });
});
