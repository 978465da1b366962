/**
 * What stands before GraphQL: a request passes when its document may be executed here and is within the limits, and so
 * are its variables. What is malformed passes as well, for Apollo to say so.
 */
import type { HTTPGraphQLRequest } from '@apollo/server';
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
   * Gives the request to execute, with the text of the document that it names.
   * @throws LimitError, RequestRefused
   */
  admit(request: HTTPGraphQLRequest): HTTPGraphQLRequest {
    return request.method === 'GET' ? this.admitSearch(request) : this.admitBody(request);
  }

  private admitBody(request: HTTPGraphQLRequest): HTTPGraphQLRequest {
    const { body } = request;
    if (!isRecord(body)) return request;
    const parts = this.resolve(body);
    this.check(parts['query'], parts['variables']);
    return parts === body ? request : Object.assign(request, { body: parts });
  }

  private admitSearch(request: HTTPGraphQLRequest): HTTPGraphQLRequest {
    const search = new URLSearchParams(request.search);
    const given: RequestParts = {
      query: search.get('query') ?? undefined,
      documentId: search.get('documentId') ?? undefined,
      extensions: this.jsonOf(search.get('extensions')),
    };
    const parts = this.resolve(given);
    this.check(parts['query'], this.jsonOf(search.get('variables')));
    return parts === given ? request : Object.assign(request, { search: searchWith(search, parts) });
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

function searchWith(search: URLSearchParams, { query, extensions }: RequestParts): string {
  const resolved = new URLSearchParams(search);
  resolved.delete('documentId');
  resolved.delete('extensions');
  if (typeof query === 'string') resolved.set('query', query);
  if (extensions !== undefined) resolved.set('extensions', JSON.stringify(extensions));
  return `?${resolved.toString()}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
