import { closeHandlers, testHandler } from '../support/handlers';

const REFUSED = (code: string) => ({ errors: [{ message: expect.any(String), extensions: { code } }] });

describe('the /graphql route', () => {
  afterEach(closeHandlers);

  it('answers a query by POST', async () => {
    const { ask } = await testHandler();

    const response = await ask('query Greet($to: String!) { greeting(to: $to) }', { variables: { to: 'reader' } });

    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json()).toEqual({ data: { greeting: 'Hello, reader' } });
  });

  it('marks answers as not to be sniffed, and those to POST as not to be stored', async () => {
    const { ask } = await testHandler();

    const { headers } = await ask('{ greeting }');

    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('answers a query by GET when a header forces a preflight', async () => {
    const { app } = await testHandler();

    const response = await app.inject({
      url: `/graphql?query=${encodeURIComponent('query($to: String!) { greeting(to: $to) }')}&variables={"to":"you all"}`,
      headers: { 'apollo-require-preflight': '1' },
    });

    expect(response.json()).toEqual({ data: { greeting: 'Hello, you all' } });
  });

  it('refuses a GET that any page could send', async () => {
    const { app } = await testHandler();

    const response = await app.inject({ url: '/graphql?query={greeting}' });

    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual(REFUSED('BAD_REQUEST'));
  });

  it('refuses a mutation by GET with 405', async () => {
    const { app } = await testHandler();

    const response = await app.inject({
      url: '/graphql?query=mutation{touch}',
      headers: { 'apollo-require-preflight': '1' },
    });

    expect(response.statusCode).toBe(405);
    expect(response.headers['allow']).toBe('POST');
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const)('answers %s with 405 and what it allows', async (method) => {
    const { app } = await testHandler();

    const response = await app.inject({ method, url: '/graphql?x=1', headers: { 'content-type': 'text/plain' } });

    expect(response.statusCode).toBe(405);
    expect(response.headers['allow']).toBe('GET, POST');
    if (method !== 'HEAD') expect(response.json()).toEqual(REFUSED('METHOD_NOT_ALLOWED'));
  });

  it.each([
    ['malformed JSON', '{"query": "{ greeting }"', 400, 'BAD_REQUEST'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'BAD_REQUEST'],
    ['a list of operations', '[{"query":"{ greeting }"}]', 400, 'BAD_REQUEST'],
    ['no query', '{"variables":{}}', 400, 'BAD_REQUEST'],
    ['an empty body', '', 400, 'BAD_REQUEST'],
    ['a body over 256 KiB', JSON.stringify({ query: `{ greeting } #${'x'.repeat(256 * 1024)}` }), 413, 'BODY_TOO_LARGE'],
  ])('refuses %s', async (_what, payload, status, code) => {
    const { app } = await testHandler();

    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload,
    });

    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual(REFUSED(code));
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  it('takes a body of just 256 KiB', async () => {
    const { app } = await testHandler();
    const bodyWith = (padding: string) => JSON.stringify({ query: '{ greeting }', variables: { padding } });
    const padding = 'x'.repeat(256 * 1024 - bodyWith('').length);

    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: bodyWith(padding),
    });

    expect(response.statusCode).toBe(200);
  });

  it.each([
    ['text/plain', {}],
    ['application/x-www-form-urlencoded', {}],
    ['application/graphql', {}],
    ['application/json; charset=utf-16', {}],
    ['nonsense', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
  ])('refuses a body of %s %j with 415', async (contentType, headers) => {
    const { app } = await testHandler();

    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': contentType, ...headers },
      payload: '{"query":"{ greeting }"}',
    });

    expect(response.statusCode).toBe(415);
    expect(response.json()).toEqual(REFUSED('UNSUPPORTED_MEDIA_TYPE'));
  });

  it('is not thrown off by a Host header that is no host', async () => {
    const { app } = await testHandler();

    const response = await app.inject({
      method: 'POST',
      url: '/graphql?a=1',
      headers: { host: 'a b:99999999' },
      payload: { query: '{ greeting }' },
    });

    expect(response.json()).toEqual({ data: { greeting: 'Hello, you' } });
  });

  it('tells application/json under 200, and application/graphql-response+json under 400, what cannot be executed', async () => {
    const { ask } = await testHandler();

    for (const query of ['{ greeting', '{ unknown }', 'query($to: String!) { greeting(to: $to) }']) {
      expect((await ask(query, { accept: 'application/json' })).statusCode).toBe(200);
      expect((await ask(query, { accept: 'application/graphql-response+json' })).statusCode).toBe(400);
    }
  });

  it('answers 406 to who accepts neither form', async () => {
    const { ask } = await testHandler();

    expect((await ask('{ greeting }', { accept: 'text/html' })).statusCode).toBe(406);
  });

  it('registers no document by its hash', async () => {
    const { app } = await testHandler();

    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ greeting }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
    });

    expect(response.json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });
});

describe('every other path', () => {
  afterEach(closeHandlers);

  it.each([
    ['GET', '/'],
    ['GET', '/schema.graphql'],
    ['GET', '/graphql/'],
    ['POST', '/nothing'],
    ['DELETE', '/nothing'],
  ] as const)('%s %s is answered 404 in the shape of GraphQL', async (method, url) => {
    const { app } = await testHandler();

    const response = await app.inject({ method, url, headers: { 'content-type': 'text/plain' }, payload: 'x' });

    expect(response.statusCode).toBe(404);
    expect(response.json()).toEqual(REFUSED('NOT_FOUND'));
  });

  it('answers a malformed address with 400', async () => {
    const { app } = await testHandler();

    const response = await app.inject({ url: '/%zz' });

    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual(REFUSED('BAD_REQUEST'));
  });
});
