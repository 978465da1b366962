/** What is answered when a request does not come as far as a route, or a route fails. */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LimitError } from '../newsgraph';
import { errorBody, RequestRefused } from './error-body';
import { describeError } from './error-log';
import { RateLimited } from './rate-limit/rate-limited';

/** Fastify's own refusals in our words; what it says besides is for the one who writes the server. */
const FASTIFY_REFUSALS: Readonly<Record<string, RequestRefused>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new RequestRefused(413, 'BODY_TOO_LARGE', 'The body is too large.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new RequestRefused(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'Requests are read as application/json only.',
  ),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new RequestRefused(400, 'BAD_REQUEST', 'The body is not as long as it was said to be.'),
  FST_ERR_BAD_URL: new RequestRefused(400, 'BAD_REQUEST', 'The address is malformed.'),
};

/** What is answered to a request that names nothing that is served. */
export const NOT_FOUND = new RequestRefused(404, 'NOT_FOUND', 'Nothing is served here; the graph is at /graphql.');

/** Answers every error outside of GraphQL in GraphQL's shape; causes go to the log, under an id where they are ours. */
export function answerRefusals(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | RequestRefused>((error, request, reply) => refuse(error, request, reply));
  app.setNotFoundHandler((request, reply) => refuse(NOT_FOUND, request, reply));
}

/** Answers a request with an error. */
export function refuse(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  if (error instanceof RateLimited) reply.header('retry-after', error.retryAfter);
  if (refusal !== null) return send(request, reply, refusal);
  const id = randomUUID();
  request.log.error({ errorId: id, code: 'INTERNAL_SERVER_ERROR', error: describeError(error) }, 'error');
  return send(request, reply, new RequestRefused(500, 'INTERNAL_SERVER_ERROR', 'Internal server error.', { id }));
}

function refusalOf(error: Error): RequestRefused | null {
  if (error instanceof RequestRefused) return error;
  if (error instanceof LimitError) return new RequestRefused(400, error.code, error.message, { maximum: error.maximum });
  if (error instanceof RateLimited) return rateLimited(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = FASTIFY_REFUSALS[code];
  if (known !== undefined) return known;
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  return status < 500 ? new RequestRefused(status, 'BAD_REQUEST', 'The request is malformed.') : null;
}

function rateLimited({ message, maximum, retryAfter }: RateLimited): RequestRefused {
  return new RequestRefused(429, 'RATE_LIMITED', message, { maximum, retryAfter });
}

function send(request: FastifyRequest, reply: FastifyReply, { statusCode, code, message, details }: RequestRefused): FastifyReply {
  request.refusal = code;
  if (request.method === 'POST') reply.header('cache-control', 'no-store');
  // Fastify refuses malformed addresses before any hook.
  reply.header('x-content-type-options', 'nosniff');
  return reply.code(statusCode).type('application/json; charset=utf-8').send(errorBody(code, message, details));
}
