/**
 * What stands before GraphQL: a request passes when its document may be executed here and is within the limits, and so
 * are its variables. What is malformed passes as well, for Apollo to say so.
 */
import type { OperationRequest } from '../operation-request';
import type { TrustedDocuments } from '../trusted-documents/trusted-documents';
import { checkJsonNesting } from './json-nesting';
import { KnownDocuments } from './known-documents';
import type { Limits } from './limits';
import { checkVariableLists } from './variable-lists';

/** The parts of a request that name its document, as they came. */
type RequestParts = Record<string, unknown>;

export class Admission {
  private readonly known: KnownDocuments;

  constructor(
    private readonly limits: Limits,
    private readonly trusted: TrustedDocuments | null,
  ) {
    this.known = new KnownDocuments(limits);
  }

  /**
   * Lets a request pass, and writes the text of a document that it names by hash into it.
   * @throws LimitError, RequestRefused
   */
  admit(request: OperationRequest): void {
    if (request.method === 'GET') this.admitSearch(request);
    else this.admitBody(request);
  }

  private admitBody(request: OperationRequest): void {
    const { body } = request;
    if (!isRecord(body)) return;
    const parts = this.resolve(body);
    this.check(parts['query'], parts['variables']);
    request.body = parts;
  }

  private admitSearch(request: OperationRequest): void {
    const search = new URLSearchParams(request.search);
    const given = {
      query: search.get('query') ?? undefined,
      documentId: search.get('documentId') ?? undefined,
      extensions: this.jsonOf(search.get('extensions')),
    };
    const parts = this.resolve(given);
    this.check(parts['query'], this.jsonOf(search.get('variables')));
    if (parts !== given) request.search = searchWith(search, parts, given.extensions !== undefined);
  }

  private resolve(parts: RequestParts): RequestParts {
    return this.trusted === null ? parts : this.trusted.resolve(parts);
  }

  private check(query: unknown, variables: unknown): void {
    if (typeof query === 'string') this.known.check(query);
    checkVariableLists(variables, this.limits.listItems);
  }

  private jsonOf(text: string | null): unknown {
    if (text === null) return undefined;
    checkJsonNesting(Buffer.from(text), this.limits.nesting);
    try {
      return JSON.parse(text);
    } catch {
      // Apollo reads it again, and says that it is malformed.
      return undefined;
    }
  }
}

/** @param isExtended whether there are extensions that could be read: others stay as they are, for Apollo to refuse. */
function searchWith(search: URLSearchParams, { query, extensions }: RequestParts, isExtended: boolean): string {
  const resolved = new URLSearchParams(search);
  resolved.delete('documentId');
  if (isExtended) resolved.delete('extensions');
  if (typeof query === 'string') resolved.set('query', query);
  if (extensions !== undefined) resolved.set('extensions', JSON.stringify(extensions));
  return `?${resolved.toString()}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
