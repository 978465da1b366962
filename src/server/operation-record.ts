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

/**
 * @param cost of the operation; null when it is not known.
 * @param errors all that the operation had, told or not.
 */
export function recordOf(
  { operation, operationName, contextValue }: AnsweredOperation,
  cost: number | null,
  errors: readonly GraphQLFormattedError[],
): OperationRecord {
  return {
    name: operationName ?? null,
    type: operation?.operation ?? null,
    statements: contextValue.statementCount,
    cost,
    errorCodes: errors.length === 0 ? NONE : distinct(errors.map(({ extensions }) => extensions?.['code'])),
    errorIds: errors.length === 0 ? NONE : distinct(errors.map(({ extensions }) => extensions?.['id'])),
  };
}

const NONE: readonly string[] = [];

function distinct(values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
