/** One request for an operation, with what is learned of it on its way. */
import type { HeaderMap, HTTPGraphQLRequest } from '@apollo/server';
import type { OperationRecord } from './request-log';

/** The request as Apollo wants it. Apollo passes it on by reference and copies all else, so that findings are kept here. */
export class OperationRequest implements HTTPGraphQLRequest {
  /** What the operation costs; null until that is known. */
  cost: number | null = null;
  /** What the log tells of the operation; null until it is answered. */
  record: OperationRecord | null = null;

  constructor(
    readonly method: string,
    readonly headers: HeaderMap,
    public search: string,
    public body: unknown,
    /** Who is charged with the cost, where that is counted. */
    readonly client: string,
  ) {}
}

/** The request that Apollo hands on, which is one of ours unless a program asks Apollo by other ways. */
export function operationRequestOf(http: HTTPGraphQLRequest | undefined): OperationRequest | null {
  return http instanceof OperationRequest ? http : null;
}
