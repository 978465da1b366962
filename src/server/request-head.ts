/** What of a request's head is ours to check, because Node would pass it over or answer it in a form of its own. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestRefused } from './error-body';
import { refuse } from './refusals';

/** Browsers and proxies send some thirty. */
const MOST_LINES = 200;

const TOO_MANY_LINES = new RequestRefused(431, 'HEADERS_TOO_LARGE', `A request may have ${MOST_LINES} header lines.`, {
  maximum: MOST_LINES,
});
const NO_HOST = new RequestRefused(400, 'BAD_REQUEST', 'The request names no host.');

/** Answers 431 to requests of more than 200 header lines, and 400 to those of HTTP/1.1 without a `Host`. */
export function checkHeads(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const refusal = refusalOf(request);
    if (refusal === null) done();
    else refuse(refusal, request, reply);
  });
}

function refusalOf({ raw }: FastifyRequest): RequestRefused | null {
  // Names and values in turn. Node bounds their bytes; of lines it silently drops those over its `maxHeadersCount`, and a
  // request is not to be answered as if it had not said what it said.
  if (raw.rawHeaders.length / 2 > MOST_LINES) return TOO_MANY_LINES;
  return raw.httpVersion === '1.1' && raw.headers.host === undefined ? NO_HOST : null;
}
