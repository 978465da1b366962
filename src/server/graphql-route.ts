/**
 * `/graphql`: HTTP in, Apollo, HTTP out. Written out rather than taken from an integration package, because request
 * URLs and statuses are ours to answer for: a hostile Host header must not throw, and the log line needs the operation.
 */
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { GraphContext, Newsgraph } from '../newsgraph';
import type { Admission } from './limits/admission';
import { RunningOperations } from './limits/running-operations';
import { OperationRequest } from './operation-request';
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
  /** Aborted when operations that still run are to be answered that the server is stopping. */
  lastCall: AbortSignal;
}

/** Serves operations by POST, and queries by GET for clients that force a preflight. */
export function serveGraphql(app: FastifyInstance, { apollo, newsgraph, admission, operationMs, lastCall }: GraphqlRoute): void {
  const running = new RunningOperations(operationMs);
  lastCall.addEventListener('abort', () => running.stopAll(serverStopping));
  app.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const httpGraphQLRequest = operationRequestOf(request);
      admission.admit(httpGraphQLRequest);
      const time = running.begin();
      request.whenOver = () => running.stop(time, clientGone);
      const context = async (): Promise<GraphContext> => newsgraph.createContext(time, request.observer ?? undefined);
      let response: HTTPGraphQLResponse;
      try {
        response = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
      } finally {
        running.end(time);
      }
      request.operation = httpGraphQLRequest.record;
      if (response.body.kind !== 'complete') throw new Error('Incremental delivery is not enabled, yet came.');
      sendHead(request, reply, response.status ?? 200, response.headers);
      // Not `reply` itself, which Fastify would wait for as one waits for a promise.
      return response.body.string;
    },
  });
}

function serverStopping(): GraphQLError {
  return new GraphQLError('The server is stopping.', { extensions: { code: 'SERVICE_UNAVAILABLE', http: { status: 503 } } });
}

/** Nobody reads it but traces: the work that is left is for nobody. */
function clientGone(): GraphQLError {
  return new GraphQLError('The client is gone.', { extensions: { code: 'CLIENT_GONE', http: { status: 400 } } });
}

function operationRequestOf(request: FastifyRequest): OperationRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const queryStart = request.url.indexOf('?');
  const search = queryStart === -1 ? '' : request.url.slice(queryStart);
  return new OperationRequest(request.method, headers, search, request.body, request.client);
}

function sendHead(request: FastifyRequest, reply: FastifyReply, status: number, headers: HeaderMap): void {
  for (const [name, value] of headers) reply.header(name, value);
  if (request.method === 'POST') reply.header('cache-control', 'no-store');
  reply.code(responseStatus(status, headers.get('content-type') ?? '', request.operation?.errorCodes ?? []));
}
