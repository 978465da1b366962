/** Tells the request's log line what its operation was and cost. */
import type { GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { GraphContext } from '../newsgraph';
import type { OperationRecord } from './request-log';

/** An operation that is about to be answered. */
interface AnsweredOperation {
  readonly operation?: OperationDefinitionNode | undefined;
  readonly operationName?: string | null | undefined;
  readonly contextValue: GraphContext;
}

/** @param errors all that the operation had, told or not. */
export function recordOf(
  { operation, operationName, contextValue }: AnsweredOperation,
  errors: readonly GraphQLFormattedError[],
): OperationRecord {
  return {
    name: operationName ?? null,
    type: operation?.operation ?? null,
    statements: contextValue.statementCount,
    errorCodes: errors.length === 0 ? NONE : distinct(errors.map(({ extensions }) => extensions?.['code'])),
    errorIds: errors.length === 0 ? NONE : distinct(errors.map(({ extensions }) => extensions?.['id'])),
  };
}

const NONE: readonly string[] = [];

function distinct(values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
