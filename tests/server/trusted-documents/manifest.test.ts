import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { DEFAULT_LIMITS, documentsOfFolder, readTrustedDocuments, TrustedDocumentsError, writeManifest } from '../../../src/server';
import { checkDocuments } from '../../../src/server/trusted-documents/check-documents';
import { readManifest } from '../../../src/server/trusted-documents/manifest';

/** An MD5, as Relay's compiler writes by default. */
const HASH = 'b5d71c3c6a0d7bb3b2e0a4b5a3c0e2e5';
const TEXT = '{ greeting }';

describe('manifests', () => {
  const apollo = (operations: object[], version = 1) => JSON.stringify({ format: 'apollo-persisted-query-manifest', version, operations });

  it("are read in Apollo's form", () => {
    const manifest = apollo([{ id: 'greet', name: 'Greet', type: 'query', body: TEXT }]);

    expect(readManifest(manifest, 'm.json')).toEqual([{ id: 'greet', text: TEXT }]);
  });

  it("are read in Relay's form", () => {
    expect(readManifest(JSON.stringify({ [HASH]: TEXT }), 'm.json')).toEqual([{ id: HASH, text: TEXT }]);
  });

  it.each([
    ['no JSON', '{', 'm.json is not JSON, as a manifest is; documents are given as the folder of their .graphql files'],
    ['no object', '[]', 'm.json is not a manifest: it holds no object'],
    ['another version', apollo([], 2), 'm.json is not a manifest of version 1 with a list of operations'],
    ['an operation without its text', apollo([{ id: 'a' }]), 'm.json: operations[0] has no id and body'],
    ['what is no text', '{"a":1}', 'm.json is not a manifest: "a" is no text'],
    ['an id twice', apollo([{ id: 'a', body: 'x' }, { id: 'a', body: 'y' }]), 'm.json has the id a twice'],
    [
      'a text that does not match its hash',
      JSON.stringify({ ['0'.repeat(64)]: TEXT }),
      `m.json: the text under ${'0'.repeat(64)} has another hash; was it changed after it was written?`,
    ],
    [
      'a text that does not match its prefixed hash',
      apollo([{ id: `sha256:${'0'.repeat(64)}`, body: TEXT }]),
      `m.json: the text under sha256:${'0'.repeat(64)} has another hash; was it changed after it was written?`,
    ],
  ])('with %s are refused', (_what, json, message) => {
    expect(() => readManifest(json, 'm.json')).toThrow(expect.objectContaining({ name: TrustedDocumentsError.name, message }));
  });
});

describe('folders of documents', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsgraph-documents-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (file: string, text: string) => writeFileSync(join(folder, file), text);

  it('give a document for each operation, with the fragments that it needs from wherever they stand', () => {
    mkdirSync(join(folder, 'more'));
    put('both.graphql', 'query One { ...F }\nquery Two { b }');
    put('more/fragment.gql', '\uFEFFfragment F on Query { a } # the rest\nfragment Unused on Query { c }');
    put('notes.txt', 'not a document');

    expect(documentsOfFolder(folder)).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{64}$/), name: 'One', type: 'query', text: 'query One {\n  ...F\n}\n\nfragment F on Query {\n  a\n}' },
      { id: expect.stringMatching(/^[0-9a-f]{64}$/), name: 'Two', type: 'query', text: 'query Two {\n  b\n}' },
    ]);
  });

  it.each(['apollo', 'relay'] as const)('become a manifest (%s) that reads back as the same documents', (format) => {
    put('b.graphql', 'query B { b }');
    put('a.graphql', 'query A { a }');
    const documents = documentsOfFolder(folder);

    const written = writeManifest(documents, format);

    expect(readManifest(written, 'm.json')).toEqual(documents.map(({ id, text }) => ({ id, text })));
    put('manifest.json', written);
    expect(readTrustedDocuments(join(folder, 'manifest.json'))).toEqual(readTrustedDocuments(folder).map(({ id, text }) => ({ id, text })));
  });

  it.each([
    ['a syntax error', 'query A {\n  a(\n}', /a\.graphql:3: Syntax Error: Expected Name, found "}"\./],
    ['an operation without a name', '{ a }', /\.graphql:1: an operation without a name$/],
    ['two of a name', 'query A { a }\nquery A { b }', /\.graphql:2: a second definition of A, which \S+\.graphql:1 has$/],
    ['two fragments of a name', 'query A { ...F } fragment F on Q { a }\n\nfragment F on Q { b }', /\.graphql:3: a second definition of F, which \S+\.graphql:1 has$/],
    ['types', 'type A { a: Int }', /\.graphql:1: a ObjectTypeDefinition is not executed$/],
  ])('with %s are refused', (_what, text, message) => {
    put('a.graphql', text);

    expect(() => documentsOfFolder(folder)).toThrow(TrustedDocumentsError);
    expect(() => documentsOfFolder(folder)).toThrow(message);
  });

  it('that are not there, or empty, are refused', () => {
    expect(() => readTrustedDocuments(folder)).toThrow(`${folder} holds no documents`);
    expect(() => readTrustedDocuments(join(folder, 'x'))).toThrow(`there is no manifest or folder ${folder}/x`);
    expect(() => documentsOfFolder(join(folder, 'x'))).toThrow(`there is no folder ${folder}/x`);
  });

  it.each(['a.graphql', 'a.gql'])('are not given as one of their files, %s: its fragments may stand in another', (file) => {
    // Given
    put(file, 'query A { ...F }');
    const path = join(folder, file);
    const refusal = `${path} is one file of documents, whose fragments may stand in others; give the folder that it is in`;
    // When, then
    expect(() => documentsOfFolder(path)).toThrow(new TrustedDocumentsError(refusal));
    expect(() => readTrustedDocuments(path)).toThrow(new TrustedDocumentsError(`${refusal}, or a manifest`));
  });

  it('are no other file either', () => {
    put('manifest.json', '{}');
    expect(() => documentsOfFolder(join(folder, 'manifest.json'))).toThrow(new TrustedDocumentsError(`${folder}/manifest.json is a file, not a folder of .graphql files`));
  });
});

describe('checkDocuments', () => {
  const schema = buildSchema('type Query { a: Int q: Query }');
  const problems = (text: string) => checkDocuments(schema, [{ id: 'the-id', text }], DEFAULT_LIMITS);

  it('finds nothing wrong with a valid document', () => {
    expect(problems('query A { a }')).toEqual([]);
  });

  it.each([
    ['what the schema does not have', 'query A { missing absent }', ['Cannot query field "missing" on type "Query".', 'Cannot query field "absent" on type "Query".'], 'A'],
    ['what is over a limit', `query A ${'{ q '.repeat(12)}{ a }${'}'.repeat(12)}`, ['A document may have 12 levels of fields, not 13.'], 'A'],
    ['what cannot be parsed', 'query A {', ['Syntax Error: Expected Name, found <EOF>.'], null],
    ['two operations', 'query A { a } query B { a }', ['A document holds one operation.'], null],
  ])('tells %s', (_what, text, messages, name) => {
    expect(problems(text)).toEqual(messages.map((message) => ({ id: 'the-id', name, message })));
  });
});
