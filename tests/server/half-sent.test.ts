/** Requests that never become whole: they are cut, and hold up nobody else meanwhile. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createHandler } from '../../src/server';
import { tinyNewsgraph } from '../support/tiny-newsgraph';

const HEAD = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

describe('requests that are half sent', () => {
  let app: FastifyInstance;
  let port: number;
  beforeEach(async () => {
    app = await createHandler(tinyNewsgraph());
    await app.listen({ host: '127.0.0.1', port: 0 });
    port = Number(new URL(app.listeningOrigin).port);
  });
  afterEach(() => app.close());

  it('have 10 s for their head and 15 s for the whole', () => {
    expect([app.server.headersTimeout, app.server.requestTimeout]).toEqual([10_000, 15_000]);
  });

  it('stop nobody else, 200 of them at once, and are each told so when they are cut', async () => {
    const heads = await Promise.all(Array.from({ length: 100 }, () => halfSent(`${HEAD}Conte`)));
    const bodies = await Promise.all(Array.from({ length: 100 }, () => halfSent(`${HEAD}Content-Length: 100\r\n\r\n{"query":`)));
    const greet = (): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ greeting }"}',
      });

    const others = await Promise.all(Array.from({ length: 20 }, async () => (await greet()).json()));
    // Node reads them each time it looks for requests that are over their time.
    app.server.headersTimeout = 200;
    app.server.requestTimeout = 400;
    const answers = await Promise.all([...heads, ...bodies].map(({ answer }) => answer));

    expect(others).toEqual(others.map(() => ({ data: { greeting: 'Hello, you' } })));
    expect(answers.filter((answer) => !answer.startsWith('HTTP/1.1 408 ') || !answer.includes('"code":"REQUEST_TIMEOUT"'))).toEqual([]);
    expect((await greet()).status).toBe(200);
  });

  async function halfSent(text: string): Promise<{ answer: Promise<string> }> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(text);
    return { answer: untilClosed(socket) };
  }
});

/** Everything the server sends until it closes the connection. */
async function untilClosed(socket: Socket): Promise<string> {
  let received = '';
  socket.on('data', (chunk) => (received += String(chunk)));
  await once(socket, 'close');
  return received;
}
