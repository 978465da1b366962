/** Errors that arise outside of GraphQL, told in GraphQL's shape: clients need to read one form only. */
import type { LimitCode } from '../newsgraph';

/** Codes of what goes wrong before or around an operation; those of operations are the graph's and Apollo's. */
export type TransportErrorCode =
  | 'BAD_REQUEST'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'REQUEST_TIMEOUT'
  | 'BODY_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'HEADERS_TOO_LARGE'
  | 'INTERNAL_SERVER_ERROR'
  | 'SERVICE_UNAVAILABLE'
  | 'RATE_LIMITED'
  | 'DOCUMENT_NOT_TRUSTED'
  | 'PERSISTED_QUERY_HASH_MISMATCH'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | LimitCode;

/** What an error says besides its code. */
export interface ErrorDetails {
  /** The id of the log line that tells the cause, which is not told here. */
  id?: string;
  /** What a limit allows. */
  maximum?: number;
  /** Seconds until asking again is of use. */
  retryAfter?: number;
}

/** A GraphQL response that holds one error and no data. */
export interface ErrorBody {
  errors: [{ message: string; extensions: { code: TransportErrorCode } & ErrorDetails }];
}

/** The body for one error. */
export function errorBody(code: TransportErrorCode, message: string, details: ErrorDetails = {}): ErrorBody {
  return { errors: [{ message, extensions: { code, ...details } }] };
}

/** A request that is refused before GraphQL sees it. The message is for the caller. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly statusCode: number,
    readonly code: TransportErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }
}
