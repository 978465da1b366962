/**
 * One line a request, and never what a client said in it: no variables, no query text, no headers, no query string
 * (which holds variables when a query comes by GET).
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What the graph tells of a request's operation, for its line. */
export interface OperationRecord {
  name: string | null;
  type: string | null;
  statements: number;
  /** As the limit of costs has it; null when it did not come so far. */
  cost: number | null;
  /** The codes of the answer's errors, each once. */
  errorCodes: readonly string[];
  /** The ids under which the causes of internal errors are logged. */
  errorIds: readonly string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once GraphQL has answered. */
    operation: OperationRecord | null;
    /** The code of the error that the request was refused with before GraphQL saw it. */
    refusal: string | null;
  }
}

/** A name is the client's to choose; only so much of it is kept. */
const LONGEST_NAME = 100;

/** Writes a line when a request is answered, or its client is gone. */
export function logRequests(app: FastifyInstance): void {
  app.decorateRequest('operation', null);
  app.decorateRequest('refusal', null);
  if (app.log.level === 'silent') return;
  const told = new WeakSet<FastifyRequest>();
  const tell = (request: FastifyRequest, reply: FastifyReply, isAborted: boolean): void => {
    if (told.has(request)) return;
    told.add(request);
    const level = isQuiet(request, reply) ? 'debug' : 'info';
    app.log[level](lineOf(request, reply, isAborted), 'request');
  };
  app.addHook('onRequest', (request, reply, done) => {
    // After an answer too, which has then been told of.
    reply.raw.once('close', () => tell(request, reply, true));
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    tell(request, reply, false);
    done();
  });
}

/** Probes come every few seconds and say the same each time, until they do not. */
function isQuiet(request: FastifyRequest, reply: FastifyReply): boolean {
  return reply.statusCode < 400 && request.url.startsWith('/health/');
}

function lineOf(request: FastifyRequest, reply: FastifyReply, isAborted: boolean): Record<string, unknown> {
  const { operation, refusal } = request;
  return {
    requestId: request.id,
    method: request.method,
    path: request.routeOptions.url ?? null,
    status: isAborted ? null : reply.statusCode,
    durationMs: Math.round(reply.elapsedTime * 10) / 10,
    aborted: isAborted || undefined,
    operation: operation?.name?.slice(0, LONGEST_NAME),
    operationType: operation?.type ?? undefined,
    statements: operation?.statements,
    errors: listOrNothing(operation?.errorCodes ?? (refusal === null ? [] : [refusal])),
    errorIds: listOrNothing(operation?.errorIds ?? []),
  };
}

function listOrNothing(values: readonly string[]): readonly string[] | undefined {
  return values.length > 0 ? values : undefined;
}
