/**
 * All that is done to an operation on its way through Apollo, in its order. One plugin, because Apollo waits for each
 * plugin's part in each stage on its own, and most operations take less time than a few of these waits.
 */
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphContext } from '../newsgraph';
import { firstErrors } from './limits/error-count';
import type { Limits } from './limits/limits';
import { costReport, limitCost } from './limits/operation-cost';
import { recordOf } from './operation-record';
import { operationRequestOf } from './operation-request';
import type { RateLimit } from './rate-limit/rate-limit';

/**
 * The plugin that limits what an operation costs and how many errors are told, and keeps a record for the log.
 * @param rateLimit is charged with the cost; null where nobody counts.
 */
export function operationPlugin(limits: Pick<Limits, 'cost' | 'errors'>, rateLimit: RateLimit | null): ApolloServerPlugin<GraphContext> {
  const listener: GraphQLRequestListener<GraphContext> = {
    async didResolveOperation({ schema, document, operation, request: { http, variables } }) {
      // The executor tells that there is none of this name, and runs nothing.
      if (operation === undefined) return;
      const request = operationRequestOf(http);
      limitCost({ schema, document, operation, variables }, limits.cost, request);
      if (rateLimit !== null && request !== null) await rateLimit.chargeOperation(request.client, request.cost ?? 0);
    },
    async willSendResponse(answered) {
      const { body } = answered.response;
      const request = operationRequestOf(answered.request.http);
      if (request === null || body.kind !== 'single') return;
      const { singleResult } = body;
      const cost = costReport(request, limits.cost);
      if (cost !== null) singleResult.extensions = { ...singleResult.extensions, cost };
      // Before errors are left out: the record is to have the codes of all.
      request.record = recordOf(answered, request.cost, singleResult.errors ?? []);
      if (singleResult.errors !== undefined) singleResult.errors = firstErrors(singleResult.errors, limits.errors);
    },
  };
  return { requestDidStart: async () => listener };
}
