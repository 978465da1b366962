/**
 * Status codes where GraphQL over HTTP leaves Apollo's: who accepts `application/json` is told under 200 of an operation
 * that cannot be executed, since that form does not promise that a status is the graph's and not a proxy's;
 * `application/graphql-response+json` gets 400.
 * https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
import { ApolloServerErrorCode } from '@apollo/server/errors';

const OF_THE_OPERATION: ReadonlySet<string> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.BAD_USER_INPUT,
]);

/** The status for an answer of Apollo's, given its content type and the codes of its errors. */
export function responseStatus(status: number, contentType: string, errorCodes: readonly string[]): number {
  const isOfTheOperation = errorCodes.length > 0 && errorCodes.every((code) => OF_THE_OPERATION.has(code));
  return status === 400 && isOfTheOperation && contentType.startsWith('application/json') ? 200 : status;
}
