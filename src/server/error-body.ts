/** Errors that arise outside of GraphQL, told in GraphQL's shape: clients need to read one form only. */

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
  | 'SERVICE_UNAVAILABLE';

/** A GraphQL response that holds one error and no data. */
export interface ErrorBody {
  errors: [{ message: string; extensions: { code: TransportErrorCode; id?: string } }];
}

/** The body for one error; `id` is that of its log line, where its cause is not told. */
export function errorBody(code: TransportErrorCode, message: string, id?: string): ErrorBody {
  return { errors: [{ message, extensions: id === undefined ? { code } : { code, id } }] };
}

/** A request that is refused before GraphQL sees it. The message is for the caller. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly statusCode: number,
    readonly code: TransportErrorCode,
    message: string,
  ) {
    super(message);
  }
}
