/** A stop that does not wait for ever, whoever holds it up. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { serve } from '../../src/server';
import { tinyNewsgraph } from '../support/tiny-newsgraph';

describe('a server that stops', () => {
  it('answers what still runs after eight seconds, and leaves who takes no answer after nine', async () => {
    const newsgraph = tinyNewsgraph();
    const { addresses, stop } = await serve(newsgraph, { host: '127.0.0.1', port: 0, limits: { operationMs: 60_000 } });
    const slow = fetch(addresses.graphql, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ slow }"}' });
    await newsgraph.slowHasBegun;
    const reader = await clientThatDoesNotRead(Number(new URL(addresses.graphql).port));

    const begin = performance.now();
    const stopped = stop();

    const response = await slow;
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ errors: [{ message: 'The server is stopping.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    await stopped;
    // The command line is patient for 9.5 s.
    expect(performance.now() - begin).toBeLessThan(9500);
    newsgraph.letSlowGo();
    reader.destroy();
  }, 20_000);

  /** It asks for some 25 MB, more than the system holds back for it. */
  async function clientThatDoesNotRead(port: number) {
    const body = JSON.stringify({ query: 'query($to: String!) { greeting(to: $to) }', variables: { to: 'x'.repeat(250_000) } });
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    socket.pause();
    const request = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    for (let count = 0; count < 100; count += 1) socket.write(request);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return socket;
  }
});
