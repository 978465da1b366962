/**
 * The manifests that tools write: Apollo's (`generate-persisted-query-manifest`) and Relay's (`persistConfig.file` of its
 * compiler), which is an object of texts by their ids.
 */
import { TrustedDocumentsError } from './errors';
import { sha256Of, type TrustedDocument } from './trusted-documents';

/** The forms of manifests that are written. */
export const MANIFEST_FORMATS = ['apollo', 'relay'] as const;
export type ManifestFormat = (typeof MANIFEST_FORMATS)[number];

const APOLLO_FORMAT = 'apollo-persisted-query-manifest';

/** A document with what a manifest tells of its operation. */
export interface NamedDocument extends TrustedDocument {
  name: string;
  type: string;
}

/**
 * Reads a manifest of either form.
 * @param source what it is called in errors
 * @throws TrustedDocumentsError for what is no manifest, and for a text that does not match the hash it stands under.
 */
export function readManifest(json: string, source: string): TrustedDocument[] {
  const manifest = parse(json, source);
  const documents = manifest['format'] === APOLLO_FORMAT ? readApollo(manifest, source) : readRelay(manifest, source);
  const ids = new Set<string>();
  for (const document of documents) {
    checkHash(document, source);
    if (ids.has(document.id)) throw new TrustedDocumentsError(`${source} has the id ${document.id} twice`);
    ids.add(document.id);
  }
  return documents;
}

/** Writes a manifest, ordered by the names of the operations. */
export function writeManifest(documents: readonly NamedDocument[], format: ManifestFormat): string {
  const ordered = [...documents].sort((a, b) => (a.name < b.name ? -1 : 1));
  const manifest =
    format === 'apollo'
      ? { format: APOLLO_FORMAT, version: 1, operations: ordered.map(({ id, name, type, text }) => ({ id, name, type, body: text })) }
      : Object.fromEntries(ordered.map(({ id, text }) => [id, text]));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function parse(json: string, source: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (isRecord(value)) return value;
  } catch (cause) {
    throw new TrustedDocumentsError(`${source} is not JSON, as a manifest is; documents are given as the folder of their .graphql files`, { cause });
  }
  throw new TrustedDocumentsError(`${source} is not a manifest: it holds no object`);
}

function readApollo({ version, operations }: Record<string, unknown>, source: string): TrustedDocument[] {
  if (version !== 1 || !Array.isArray(operations)) {
    throw new TrustedDocumentsError(`${source} is not a manifest of version 1 with a list of operations`);
  }
  return operations.map((operation: unknown, index) => {
    if (isRecord(operation) && typeof operation['id'] === 'string' && typeof operation['body'] === 'string') {
      return { id: operation['id'], text: operation['body'] };
    }
    throw new TrustedDocumentsError(`${source}: operations[${index}] has no id and body`);
  });
}

function readRelay(manifest: Record<string, unknown>, source: string): TrustedDocument[] {
  return Object.entries(manifest).map(([id, text]) => {
    if (typeof text === 'string') return { id, text };
    throw new TrustedDocumentsError(`${source} is not a manifest: ${JSON.stringify(id.slice(0, 100))} is no text`);
  });
}

const SHA256 = /^(?:sha256:)?([0-9a-f]{64})$/;

/** Other ids (Relay's MD5, names) promise nothing about the text. */
function checkHash({ id, text }: TrustedDocument, source: string): void {
  const hash = SHA256.exec(id)?.[1];
  if (hash === undefined || hash === sha256Of(text)) return;
  throw new TrustedDocumentsError(`${source}: the text under ${id} has another hash; was it changed after it was written?`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
