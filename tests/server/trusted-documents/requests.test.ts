import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Of } from '../../../src/server/trusted-documents/trusted-documents';
import { closeHandlers, testHandler, type TestHandler } from '../../support/handlers';

const GREET = 'query Greet($to: String! = "you") { greeting(to: $to) }';
const HASH = sha256Of(GREET);
const GREETED = { data: { greeting: 'Hello, you' } };

const persisted = (sha256Hash: string, version = 1) => ({ extensions: { persistedQuery: { version, sha256Hash } } });

describe('trusted documents', () => {
  let folder: string;
  let path: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsgraph-trusted-'));
    path = join(folder, 'manifest.json');
    writeFileSync(path, JSON.stringify({ greet: GREET, broken: '{ broken', wrong: '{ wrong }' }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(closeHandlers);

  const post = ({ app }: TestHandler, payload: object) => app.inject({ method: 'POST', url: '/graphql', payload });
  const get = ({ app }: TestHandler, parts: Record<string, string>) =>
    app.inject({ url: `/graphql?${new URLSearchParams(parts).toString()}`, headers: { 'apollo-require-preflight': '1' } });

  it('hashes are the SHA-256 of the text in UTF-8', () => {
    // printf '{ é }' | sha256sum
    expect(sha256Of('{ é }')).toBe('6ed1179be308ef4c2e705b3e9bdb43678ae4f31bfd35e2b11f9aa3addc48a710');
  });

  describe.each([false, true])('where only they are executed: %s', (only) => {
    it.each([
      ['its id', { documentId: 'greet' }],
      ['its hash as a documentId', { documentId: `sha256:${HASH}` }],
      ["its hash in Apollo's form", persisted(HASH)],
      ['its text', { query: GREET }],
      ['its text and hash', { query: GREET, ...persisted(HASH) }],
      ['its text and id', { query: GREET, documentId: 'greet' }],
    ])('a document is executed by %s', async (_what, payload) => {
      const handler = await testHandler({ trustedDocuments: { path, only } });

      expect((await post(handler, payload)).json()).toEqual(GREETED);
      const { extensions, ...rest } = payload as { extensions?: object };
      const parts = { ...rest, ...(extensions === undefined ? {} : { extensions: JSON.stringify(extensions) }) };
      expect((await get(handler, parts as Record<string, string>)).json()).toEqual(GREETED);
    });

    it('leaves it to Apollo to refuse extensions by GET that are no JSON', async () => {
      // Given
      const handler = await testHandler({ trustedDocuments: { path, only } });
      // When
      const answer = await get(handler, { query: GREET, extensions: '{' });
      // Then
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    });

    it('takes variables', async () => {
      const handler = await testHandler({ trustedDocuments: { path, only } });

      expect((await post(handler, { documentId: 'greet', variables: { to: 'all' } })).json()).toEqual({ data: { greeting: 'Hello, all' } });
    });

    it.each<[string, object, number, string]>([
      ['an unknown id', { documentId: 'other' }, 400, 'PERSISTED_QUERY_NOT_FOUND'],
      ['an unknown hash as a documentId', { documentId: `sha256:${'0'.repeat(64)}` }, 400, 'PERSISTED_QUERY_NOT_FOUND'],
      ["an unknown hash in Apollo's form", persisted('0'.repeat(64)), 200, 'PERSISTED_QUERY_NOT_FOUND'],
      ['an id of the prototype', { documentId: 'constructor' }, 400, 'PERSISTED_QUERY_NOT_FOUND'],
      ['the hash of another text', { query: '{ greeting }', ...persisted(HASH) }, 400, 'PERSISTED_QUERY_HASH_MISMATCH'],
      ['the id of another text', { query: '{ greeting }', documentId: 'greet' }, 400, 'PERSISTED_QUERY_HASH_MISMATCH'],
      ['an id that is no string', { documentId: 7 }, 400, 'BAD_REQUEST'],
      ['another version', persisted(HASH, 2), 400, 'BAD_REQUEST'],
      ['a persisted query that is none', { extensions: { persistedQuery: 'x' } }, 400, 'BAD_REQUEST'],
      ['nothing', { variables: {} }, 400, 'BAD_REQUEST'],
      ['a document that is not valid', { documentId: 'wrong' }, 200, 'GRAPHQL_VALIDATION_FAILED'],
      ['a document that is none', { documentId: 'broken' }, 200, 'GRAPHQL_PARSE_FAILED'],
    ])('refuses %s', async (_what, payload, status, code) => {
      const handler = await testHandler({ trustedDocuments: { path, only } });

      const response = await post(handler, payload);

      expect(response.statusCode).toBe(status);
      expect(response.json().errors[0].extensions.code).toBe(code);
      expect(response.json()).not.toHaveProperty('data');
    });

    it("tells Apollo's clients in their words that a hash is unknown", async () => {
      const handler = await testHandler({ trustedDocuments: { path, only } });

      expect((await post(handler, persisted('0'.repeat(64)))).json()).toEqual({
        errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      });
    });

    it('registers nothing', async () => {
      const handler = await testHandler({ trustedDocuments: { path, only } });
      const other = '{ greeting }';

      await post(handler, { query: other, ...persisted(sha256Of(other)) });

      expect((await post(handler, persisted(sha256Of(other)))).json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    });

    it('holds them to the limits', async () => {
      const handler = await testHandler({ trustedDocuments: { path, only }, limits: { tokens: 3 } });

      expect((await post(handler, { documentId: 'greet' })).json().errors[0].extensions.code).toBe('TOO_MANY_TOKENS');
    });
  });

  it.each([
    ['a text', { query: '{ greeting }' }],
    ['a text that differs by a space', { query: `${GREET} ` }],
    ['a text and its hash', { query: '{ greeting }', ...persisted(sha256Of('{ greeting }')) }],
  ])('refuses %s that is not one of them, where only they are executed', async (_what, payload) => {
    const strict = await testHandler({ trustedDocuments: { path, only: true } });
    const open = await testHandler({ trustedDocuments: { path } });

    expect((await post(open, payload)).json()).toEqual(GREETED);
    const response = await post(strict, payload);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions).toEqual({ code: 'DOCUMENT_NOT_TRUSTED' });
  });

  it('refuses other texts that come by GET, even beside one of them', async () => {
    const { app } = await testHandler({ trustedDocuments: { path, only: true } });
    const headers = { 'apollo-require-preflight': '1' };
    const [greet, other] = [encodeURIComponent(GREET), encodeURIComponent('{ greeting }')];

    expect((await app.inject({ url: `/graphql?query=${other}`, headers })).json().errors[0].extensions.code).toBe('DOCUMENT_NOT_TRUSTED');
    expect((await app.inject({ url: `/graphql?query=${other}&query=${greet}`, headers })).json().errors[0].extensions.code).toBe('DOCUMENT_NOT_TRUSTED');
    expect((await app.inject({ url: `/graphql?query=${greet}&query=${other}`, headers })).json()).toEqual(GREETED);
  });

  it('does not start without them', async () => {
    await expect(testHandler({ trustedDocuments: { path: join(folder, 'none') } })).rejects.toThrow(`there is no manifest or folder ${folder}/none`);
  });
});
