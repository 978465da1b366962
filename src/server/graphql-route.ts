/**
 * `/graphql`: HTTP in, Apollo, HTTP out. Written out rather than taken from an integration package, because request
 * URLs and statuses are ours to answer for: a hostile Host header must not throw, and the log line needs the operation.
 */
import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphContext, Newsgraph } from '../newsgraph';
import type { Admission } from './limits/admission';
import { OperationTime } from './limits/operation-time';
import { operationRecordOf } from './operation-record';
import { responseStatus } from './response-status';

/** Where the graph is served. */
export const GRAPHQL_PATH = '/graphql';

/** What the route hands operations to, and what they may take. */
export interface GraphqlRoute {
  apollo: ApolloServer<GraphContext>;
  newsgraph: Pick<Newsgraph, 'createContext'>;
  admission: Admission;
  /** For a whole operation, in milliseconds. */
  operationMs: number;
}

/** Serves operations by POST, and queries by GET for clients that force a preflight. */
export function serveGraphql(app: FastifyInstance, { apollo, newsgraph, admission, operationMs }: GraphqlRoute): void {
  app.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const httpGraphQLRequest = admission.admit(graphqlRequestOf(request));
      const time = new OperationTime(operationMs);
      const response = await apollo
        .executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => newsgraph.createContext(time.signal, request.observer ?? undefined) })
        .finally(() => time.end());
      request.operation = operationRecordOf(httpGraphQLRequest);
      if (response.body.kind !== 'complete') throw new Error('Incremental delivery is not enabled, yet came.');
      sendHead(request, reply, response.status ?? 200, response.headers);
      return reply.send(response.body.string);
    },
  });
}

function graphqlRequestOf(request: FastifyRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const queryStart = request.url.indexOf('?');
  return {
    method: request.method,
    headers,
    search: queryStart === -1 ? '' : request.url.slice(queryStart),
    body: request.body,
  };
}

function sendHead(request: FastifyRequest, reply: FastifyReply, status: number, headers: HeaderMap): void {
  for (const [name, value] of headers) reply.header(name, value);
  if (request.method === 'POST') reply.header('cache-control', 'no-store');
  reply.code(responseStatus(status, headers.get('content-type') ?? '', request.operation?.errorCodes ?? []));
}
