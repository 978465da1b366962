/**
 * Refuses heads of many lines. Node bounds their bytes; of lines it silently drops those over its `maxHeadersCount`,
 * and a request is not to be answered as if it had not said what it said.
 */
import type { FastifyInstance } from 'fastify';
import { RequestRefused } from './error-body';
import { refuse } from './refusals';

/** Browsers and proxies send some thirty. */
const MOST_LINES = 200;

const TOO_MANY_LINES = new RequestRefused(431, 'HEADERS_TOO_LARGE', `A request may have ${MOST_LINES} header lines.`, {
  maximum: MOST_LINES,
});

/** Answers 431 to requests of more than 200 header lines. */
export function limitHeaderLines(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    // Names and values in turn.
    if (request.raw.rawHeaders.length / 2 > MOST_LINES) refuse(TOO_MANY_LINES, request, reply);
    else done();
  });
}
