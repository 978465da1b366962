import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHandler } from '../../src';
import { tinyNewsgraph } from '../support/tiny-newsgraph';

describe('a handler in a host program', () => {
  it('answers requests of a server that is not its own, and leaves the newsgraph open', async () => {
    const newsgraph = tinyNewsgraph();
    const app = await createHandler(newsgraph);
    await app.ready();
    const host = createServer((request, response) => app.routing(request, response)).listen(0, '127.0.0.1');
    await once(host, 'listening');

    const response = await fetch(`http://127.0.0.1:${(host.address() as AddressInfo).port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: '{"query":"{ greeting }"}',
    });

    expect(await response.json()).toEqual({ data: { greeting: 'Hello, you' } });
    host.close();
    await app.close();
    expect(newsgraph.isClosed()).toBe(false);
  });
});
