/** Tells the request's log line what its operation was and cost. */
import type { ApolloServerPlugin, HTTPGraphQLRequest } from '@apollo/server';
import type { GraphContext } from '../newsgraph';
import { costOf } from './limits/operation-cost';
import type { OperationRecord } from './request-log';

/** Apollo passes the HTTP request through by reference and copies all else, so it is what ties a record to its request. */
const records = new WeakMap<HTTPGraphQLRequest, OperationRecord>();

/** What is known of the operation of this request; null when it did not come so far. Call it after the execution. */
export function operationRecordOf(request: HTTPGraphQLRequest): OperationRecord | null {
  return records.get(request) ?? null;
}

/** The Apollo plugin that makes the records. */
export const operationRecords: ApolloServerPlugin<GraphContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, operation, operationName, contextValue }) {
        if (request.http === undefined) return;
        const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
        records.set(request.http, {
          name: operationName ?? null,
          type: operation?.operation ?? null,
          statements: contextValue.statementCount,
          cost: costOf(request.http),
          errorCodes: distinct(errors.map(({ extensions }) => extensions?.['code'])),
          errorIds: distinct(errors.map(({ extensions }) => extensions?.['id'])),
        });
      },
    };
  },
};

function distinct(values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
