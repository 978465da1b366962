import type { FastifyInstance } from 'fastify';
import type { AllowedOrigins } from '../../src/server';
import { closeHandlers, testHandler } from '../support/handlers';

/** The origin that an answer allows, or undefined. */
async function allowed(app: FastifyInstance, origin: string): Promise<unknown> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { origin },
    payload: { query: '{ greeting }' },
  });
  expect(response.statusCode).toBe(200);
  return response.headers['access-control-allow-origin'];
}

describe('CORS', () => {
  afterEach(closeHandlers);

  it.each<[AllowedOrigins, string, string | undefined]>([
    ['any', 'https://anywhere.example', '*'],
    ['localhost', 'http://localhost:5173', 'http://localhost:5173'],
    ['localhost', 'https://127.0.0.1', 'https://127.0.0.1'],
    ['localhost', 'http://[::1]:3000', 'http://[::1]:3000'],
    ['localhost', 'http://app.localhost:3000', 'http://app.localhost:3000'],
    ['localhost', 'http://localhost.evil.example', undefined],
    ['localhost', 'http://evil.example/localhost', undefined],
    ['localhost', 'http://notlocalhost', undefined],
    ['localhost', 'null', undefined],
    [['https://news.example'], 'https://news.example', 'https://news.example'],
    [['https://news.example'], 'https://news.example.evil.example', undefined],
    [['https://news.example'], 'http://news.example', undefined],
    [[], 'http://localhost:5173', undefined],
  ])('with %j allows %s: %s', async (corsOrigins, origin, expected) => {
    const { app } = await testHandler({ corsOrigins });

    expect(await allowed(app, origin)).toBe(expected);
  });

  it('answers a preflight', async () => {
    const { app } = await testHandler({ corsOrigins: ['https://news.example'] });

    const response = await app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: {
        origin: 'https://news.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

    expect(response.statusCode).toBe(204);
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': 'https://news.example',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '7200',
    });
    expect(response.headers['vary']).toContain('Origin');
  });

  it('does not answer the preflight of another origin with a permission', async () => {
    const { app } = await testHandler({ corsOrigins: ['https://news.example'] });

    const response = await app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });

    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('takes an OPTIONS that is no preflight for what it is', async () => {
    const { app } = await testHandler({ corsOrigins: 'any' });

    expect((await app.inject({ method: 'OPTIONS', url: '/graphql' })).statusCode).toBe(405);
    expect((await app.inject({ method: 'OPTIONS', url: '/nothing' })).statusCode).toBe(404);
  });

  it('lets an allowed page read why it is refused', async () => {
    const { app } = await testHandler({ corsOrigins: 'any' });

    const response = await app.inject({ method: 'PUT', url: '/graphql', headers: { origin: 'https://a.example' } });

    expect(response.statusCode).toBe(405);
    expect(response.headers['access-control-allow-origin']).toBe('*');
  });

  it('knows no preflights when no origin is allowed', async () => {
    const { app } = await testHandler();

    const response = await app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
    });

    expect(response.statusCode).toBe(405);
  });
});
