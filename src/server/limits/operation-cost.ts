/** Refuses operations that would cost too much, and tells the cost of the others to clients that ask. */
import type { ApolloServerPlugin, HTTPGraphQLRequest } from '@apollo/server';
import { LimitError, operationCost, type GraphContext } from '../../newsgraph';

/** A request with this header, set to `true`, is told its cost in the answer's `extensions.cost`. */
export const COST_HEADER = 'x-newsgraph-cost';

/** What an operation costs, and what it might. */
export interface CostReport {
  requested: number;
  maximum: number;
}

/** Apollo passes the HTTP request through by reference, see `operationRecordOf`. */
const costs = new WeakMap<HTTPGraphQLRequest, number>();

/** The cost of this request's operation; null when it did not come so far. */
export function costOf(request: HTTPGraphQLRequest): number | null {
  return costs.get(request) ?? null;
}

/** Puts the cost of an operation that is within the limit to whoever asks for it. */
export type ChargeOperation = (request: HTTPGraphQLRequest, cost: number) => Promise<void>;

/**
 * The Apollo plugin that computes the cost once the variables are known, before anything is executed.
 * @param charge is told of it, and may throw to refuse the operation.
 */
export function limitCost(maximum: number, charge: ChargeOperation | null = null): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          // Apollo answers itself that there is none of this name.
          if (operation === undefined) return;
          const requested = operationCost(schema, document, operation, request.variables);
          if (request.http !== undefined) costs.set(request.http, requested);
          if (requested > maximum) throw tooCostly(requested, maximum);
          if (request.http !== undefined) await charge?.(request.http, requested);
        },
        async willSendResponse({ request, response }) {
          if (request.http?.headers.get(COST_HEADER) !== 'true' || response.body.kind !== 'single') return;
          const requested = costOf(request.http);
          if (requested === null) return;
          const cost: CostReport = { requested, maximum };
          response.body.singleResult.extensions = { ...response.body.singleResult.extensions, cost };
        },
      };
    },
  };
}

function tooCostly(requested: number, maximum: number): LimitError {
  const message = `An operation may cost ${maximum}, not ${requested}: ask for smaller pages, or fewer inside one another.`;
  return new LimitError('COST_LIMIT_EXCEEDED', maximum, message, { requested });
}
