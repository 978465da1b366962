import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { closeHandlers, testHandler } from '../support/handlers';
import { SECRET } from '../support/tiny-newsgraph';

const ERROR_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** One that the process drew, and the request's number in it. */
const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}-1$/;

describe('the log', () => {
  afterEach(closeHandlers);

  it('has one line a request, with its operation, duration and statements', async () => {
    const { ask, log } = await testHandler();

    await ask('query Greet { greeting }', { operationName: 'Greet' });

    expect(log()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        msg: 'request',
        requestId: expect.stringMatching(REQUEST_ID),
        method: 'POST',
        path: '/graphql',
        status: 200,
        durationMs: expect.any(Number),
        operation: 'Greet',
        operationType: 'query',
        statements: 2,
      },
    ]);
  });

  it('tells the codes of errors, each once', async () => {
    const { ask, log } = await testHandler();

    await ask('{ a: page b: page }');

    expect(log()).toEqual([expect.objectContaining({ errors: ['BAD_USER_INPUT'], statements: 0 })]);
  });

  it('tells the code of a request that GraphQL never saw', async () => {
    const { app, log } = await testHandler();

    await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'text/plain' }, payload: 'x' });

    expect(log()).toEqual([expect.objectContaining({ status: 415, errors: ['UNSUPPORTED_MEDIA_TYPE'] })]);
  });

  it('holds nothing that a client said: no variables, query text, query string or headers', async () => {
    const { app, ask, log } = await testHandler();

    await ask('query($to: String!) { greeting(to: $to) }', { variables: { to: 'token-a' } });
    await ask('query($to: [Int!]!) { greeting(to: $to) }', { variables: { to: 'token-b' } });
    await app.inject({
      url: '/graphql?query={greeting(to:"token-c")}',
      headers: { authorization: 'Bearer token-d', 'apollo-require-preflight': '1' },
    });
    await app.inject({ url: '/token-e' });

    expect(log()).toHaveLength(4);
    expect(JSON.stringify(log())).not.toContain('token-');
  });

  it('cuts an operation name that is over-long', async () => {
    const { ask, log } = await testHandler();

    await ask(`query ${'x'.repeat(5000)} { greeting }`);

    expect(log()[0]?.['operation']).toBe('x'.repeat(100));
  });

  it('holds the cause of an internal error under the id that the answer gives, and not its other properties', async () => {
    const { ask, log } = await testHandler();

    const id = (await ask('{ broken }')).json().errors[0].extensions.id;

    expect(id).toMatch(ERROR_ID);
    const [cause, request] = log();
    expect(cause).toMatchObject({ level: 'error', errorId: id, path: ['broken'], error: { name: 'Error', message: SECRET } });
    expect(JSON.stringify(cause)).not.toContain('hunter2');
    expect(request).toMatchObject({ errors: ['INTERNAL_SERVER_ERROR'], errorIds: [id] });
  });

  it('leaves out probes that find everything well, and tells those that do not', async () => {
    const { app, newsgraph, log } = await testHandler();

    await app.inject('/health/ready');
    await app.inject('/health/live');
    newsgraph.pingWith(() => Promise.reject(new Error('gone')));
    await app.inject('/health/ready');

    expect(log()).toEqual([
      expect.objectContaining({ level: 'warn', msg: 'not ready' }),
      expect.objectContaining({ path: '/health/ready', status: 503 }),
    ]);
  });

  it('says when the client was gone before its answer', async () => {
    const { app, newsgraph, log } = await testHandler();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const connected = once(app.server, 'connection');
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    const body = JSON.stringify({ query: '{ slow }' });
    socket.write(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    await newsgraph.slowHasBegun;

    const [serverSide] = await connected;
    const noticed = once(serverSide, 'close');
    socket.destroy();
    await noticed;
    newsgraph.letSlowGo();
    await app.close();

    expect(log().filter(({ msg }) => msg === 'request')).toEqual([
      expect.objectContaining({ path: '/graphql', aborted: true, status: null }),
    ]);
  });

  it('is silent when nobody asked for it', async () => {
    const { ask, log } = await testHandler({ logLevel: undefined });

    await ask('{ broken }');

    expect(log()).toEqual([]);
  });
});
