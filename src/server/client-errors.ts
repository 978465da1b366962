/** Answers what Node keeps from Fastify: by hand, where there is no reply to send either. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { errorBody, RequestRefused } from './error-body';

const REFUSALS: Readonly<Record<string, RequestRefused>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new RequestRefused(408, 'REQUEST_TIMEOUT', 'The request took too long to arrive.'),
  HPE_HEADER_OVERFLOW: new RequestRefused(431, 'HEADERS_TOO_LARGE', 'The headers are too large.'),
};

const NO_TUNNEL = new RequestRefused(405, 'METHOD_NOT_ALLOWED', 'This is no proxy.');

const MALFORMED = new RequestRefused(400, 'BAD_REQUEST', 'The request is not HTTP.');

/**
 * Requests that Node would answer without a body, or not at all. An expectation that is not known may be passed over
 * (RFC 9110, 10.1.1): the request is answered like any other.
 */
export function answerUnusualRequests(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request, response) => app.routing(request, response));
  app.server.on('connect', (_request, socket) => answer(socket, NO_TUNNEL));
}

/** Fastify's `clientErrorHandler`: what the HTTP parser refuses before there is a request. */
export function answerClientError(error: { code?: string }, socket: Socket): void {
  // The client is gone, or has been answered and the rest of what it sends is of no interest.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  answer(socket, REFUSALS[error.code ?? ''] ?? MALFORMED);
}

function answer(socket: Duplex, { statusCode, code, message }: RequestRefused): void {
  const body = JSON.stringify(errorBody(code, message));
  const head = [
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
