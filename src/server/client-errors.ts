/** Answers what Node's HTTP parser refuses before there is a request: by hand, since there is no reply to send either. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorBody, RequestRefused } from './error-body';

const REFUSALS: Readonly<Record<string, RequestRefused>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new RequestRefused(408, 'REQUEST_TIMEOUT', 'The request took too long to arrive.'),
  HPE_HEADER_OVERFLOW: new RequestRefused(431, 'HEADERS_TOO_LARGE', 'The headers are too large.'),
};

const MALFORMED = new RequestRefused(400, 'BAD_REQUEST', 'The request is not HTTP.');

/** Fastify's `clientErrorHandler`. */
export function answerClientError(error: { code?: string }, socket: Socket): void {
  // The client is gone, or has been answered and the rest of what it sends is of no interest.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const { statusCode, code, message } = REFUSALS[error.code ?? ''] ?? MALFORMED;
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
