import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import fastify, { type FastifyInstance } from 'fastify';

import { explorerPlugin } from '../../src/server/explorer';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self'; font-src 'self'; " +
  "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

describe('the explorer’s plugin', () => {
  let folder: string;
  let app: FastifyInstance;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgraph-plugin-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<p>page</p>');
    await writeFile(join(folder, 'assets/main-ABC.js'), 'plain()');
    await writeFile(join(folder, 'assets/main-ABC.js.gz'), gzipSync('plain()'));
    await writeFile(join(folder, 'assets/font-ABC.woff2'), 'font');
    app = fastify();
  });

  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  it('serves the page, to be asked for again on each visit', async () => {
    await app.register(explorerPlugin, { folder });

    const response = await app.inject('/');

    expect(response.statusCode).toBe(200);
    expect(response.body).toBe('<p>page</p>');
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': POLICY,
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['TAG', 'W/TAG', '"other", TAG', '*'])('answers 304 to a visitor who holds %s', async (condition) => {
    await app.register(explorerPlugin, { folder });
    const tag = String((await app.inject('/')).headers.etag);

    const response = await app.inject({ url: '/', headers: { 'if-none-match': condition.replace('TAG', tag) } });

    expect(response.statusCode).toBe(304);
    expect(response.body).toBe('');
  });

  it('gives a changed page another tag, though its size and its date are the same', async () => {
    const other = fastify();
    await app.register(explorerPlugin, { folder });
    const { etag } = (await app.inject('/')).headers;
    await writeFile(join(folder, 'index.html'), '<p>gape</p>');
    await other.register(explorerPlugin, { folder });

    const response = await other.inject({ url: '/', headers: { 'if-none-match': String(etag) } });

    expect(response.statusCode).toBe(200);
    await other.close();
  });

  it('serves assets for good, compressed where the browser takes it', async () => {
    await app.register(explorerPlugin, { folder });

    const packed = await app.inject({ url: '/assets/main-ABC.js', headers: { 'accept-encoding': 'gzip, br' } });
    const plain = await app.inject({ url: '/assets/main-ABC.js' });
    const font = await app.inject({ url: '/assets/font-ABC.woff2', headers: { 'accept-encoding': 'gzip, br' } });

    expect(packed.headers).toMatchObject({
      'content-type': 'application/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': POLICY,
      etag: expect.stringMatching(/^W\/".+"$/) as unknown,
    });
    expect(gunzipSync(packed.rawPayload).toString()).toBe('plain()');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe('plain()');
    expect(font.headers).toMatchObject({ 'content-type': 'font/woff2' });
  });

  it.each(['/assets/', '/assets/none.js', '/assets/../index.html', '/assets/%2e%2e/index.html', '/index.html'])(
    'serves nothing at %s',
    async (url) => {
      await app.register(explorerPlugin, { folder });

      expect((await app.inject(url)).statusCode).toBe(404);
    },
  );

  it('can be mounted elsewhere, and then leads to the address with a slash, which its files are relative to', async () => {
    await app.register(explorerPlugin, { folder, prefix: '/explore' });

    expect((await app.inject('/explore/')).body).toBe('<p>page</p>');
    expect((await app.inject('/explore/assets/main-ABC.js')).body).toBe('plain()');
    const bare = await app.inject('/explore?x');
    expect([bare.statusCode, bare.headers.location]).toEqual([308, '/explore/']);
  });

  it('does not start without a built explorer', async () => {
    const empty = join(folder, 'assets');

    await expect(async () => await app.register(explorerPlugin, { folder: empty })).rejects.toThrow(
      `The explorer is not built: ${join(empty, 'index.html')} is missing.`,
    );
  });
});
