/** Refuses operations that would cost too much, and tells the cost of the others to clients that ask. */
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LimitError, operationCost } from '../../newsgraph';
import type { OperationRequest } from '../operation-request';

/** A request with this header, set to `true`, is told its cost in the answer's `extensions.cost`. */
export const COST_HEADER = 'x-newsgraph-cost';

/** An operation of a valid document, with its variables as they came. */
interface ResolvedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown> | undefined;
}

/** What an operation costs, and what it might. */
export interface CostReport {
  requested: number;
  maximum: number;
}

/**
 * Computes the cost of an operation once its variables are known, before anything is executed.
 * @param request is told the cost, also of what is refused.
 * @throws LimitError `COST_LIMIT_EXCEEDED`
 */
export function limitCost(
  { schema, document, operation, variables }: ResolvedOperation,
  maximum: number,
  request: OperationRequest | null,
): void {
  const requested = operationCost(schema, document, operation, variables);
  if (request !== null) request.cost = requested;
  if (requested > maximum) throw tooCostly(requested, maximum);
}

/** The cost, to a client that asked for it; else null. */
export function costReport({ headers, cost }: OperationRequest, maximum: number): CostReport | null {
  const requested = headers.get(COST_HEADER) === 'true' ? cost : null;
  return requested === null ? null : { requested, maximum };
}

function tooCostly(requested: number, maximum: number): LimitError {
  const message = `An operation may cost ${maximum}, not ${requested}: ask for smaller pages, or fewer inside one another.`;
  return new LimitError('COST_LIMIT_EXCEEDED', maximum, message, { requested });
}
