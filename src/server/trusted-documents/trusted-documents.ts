/**
 * Documents that are known before they are asked for: clients send what names one instead of its text.
 * https://www.apollographql.com/docs/graphos/platform/security/persisted-queries
 * https://graphql.github.io/graphql-over-http/draft/#sec-Persisted-Documents
 */
import { createHash } from 'node:crypto';
import { RequestRefused } from '../error-body';

/** A document with the name that clients call it by. */
export interface TrustedDocument {
  id: string;
  text: string;
}

/** The parts of a request: those that name its document, and others that are none of ours. */
type RequestParts = Readonly<Record<string, unknown>>;

/** The prefix of a `documentId` that is the hash of its document, see the appendix on persisted documents. */
const HASH_PREFIX = 'sha256:';

export class TrustedDocuments {
  private readonly textById = new Map<string, string>();
  private readonly textByHash = new Map<string, string>();
  private readonly texts: ReadonlySet<string>;

  /** @param isOnly whether no other document is executed. */
  constructor(
    documents: readonly TrustedDocument[],
    private readonly isOnly: boolean,
  ) {
    for (const { id, text } of documents) {
      this.textById.set(id, text);
      this.textByHash.set(sha256Of(text), text);
    }
    this.texts = new Set(this.textById.values());
  }

  /** How many there are. */
  get size(): number {
    return this.texts.size;
  }

  /**
   * Gives the parts with the text of the document that they name. Nothing is registered: a text that comes with its hash
   * is executed, where any is, and not remembered.
   * @throws RequestRefused for an unknown name, a hash of another text, and, where only these are executed, for all else.
   */
  resolve(parts: RequestParts): Record<string, unknown> {
    const { documentId, ...rest } = parts;
    const { persistedQuery, ...extensions } = recordOf(parts['extensions']);
    const text = this.textOf(documentId, persistedQuery, parts['query']);
    if (text !== undefined && this.isOnly && !this.texts.has(text)) {
      throw new RequestRefused(400, 'DOCUMENT_NOT_TRUSTED', 'Only documents that are known here are executed; send the id of one.');
    }
    const resolved: Record<string, unknown> = { ...rest, query: text ?? parts['query'] };
    if (persistedQuery !== undefined) resolved['extensions'] = extensions;
    return resolved;
  }

  private textOf(documentId: unknown, persistedQuery: unknown, query: unknown): string | undefined {
    const given = typeof query === 'string' && query !== '' ? query : undefined;
    if (documentId != null) return this.byId(documentId, given);
    if (persistedQuery != null) return this.byHash(recordOf(persistedQuery), given);
    return given;
  }

  private byId(documentId: unknown, given: string | undefined): string {
    if (typeof documentId !== 'string') throw new RequestRefused(400, 'BAD_REQUEST', '"documentId" is a string.');
    const text = documentId.startsWith(HASH_PREFIX)
      ? this.textByHash.get(documentId.slice(HASH_PREFIX.length))
      : this.textById.get(documentId);
    if (text === undefined) throw new RequestRefused(400, 'PERSISTED_QUERY_NOT_FOUND', 'No document of this id is known here.');
    if (given !== undefined && given !== text) throw mismatch();
    return text;
  }

  private byHash({ version, sha256Hash }: RequestParts, given: string | undefined): string {
    if (version !== 1 || typeof sha256Hash !== 'string') {
      throw new RequestRefused(400, 'BAD_REQUEST', '"extensions.persistedQuery" is {"version": 1, "sha256Hash": "…"}.');
    }
    if (given !== undefined && sha256Of(given) !== sha256Hash) throw mismatch();
    const text = given ?? this.textByHash.get(sha256Hash);
    // Message and status are what Apollo's clients look for, who then send the text.
    if (text === undefined) throw new RequestRefused(200, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    return text;
  }
}

/** SHA-256 of the text's UTF-8, in lower-case hexadecimal digits. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function mismatch(): RequestRefused {
  return new RequestRefused(400, 'PERSISTED_QUERY_HASH_MISMATCH', 'The document is not the one that the hash or id names.');
}

/** An empty one for what is none: what is malformed is refused where it is read. */
function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
