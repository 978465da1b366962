/** The HTTP server under everything: its limits, its log, its manners. */
import { randomUUID } from 'node:crypto';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { answerClientError, answerUnusualRequests } from './client-errors';
import type { HandlerSettings } from './options';
import { refuse } from './refusals';

const HEADER_LIMIT = 16 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 15_000;
/** How often Node looks for requests that are over their time. Its own default of 30 s would be the timeout in effect. */
const TIMEOUT_CHECK_MS = 1000;

type FastifySettings = Pick<HandlerSettings, 'logLevel' | 'logStream' | 'limits' | 'trustedProxies'>;

/** A server without routes. */
export function buildFastify({ logLevel, logStream, limits, trustedProxies }: FastifySettings): FastifyInstance {
  const app = Fastify({
    logger: {
      level: logLevel,
      stream: logStream,
      base: undefined,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    // One line a request is written by our own hook, and a logger for each request only costs time.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    genReqId: requestIds(),
    bodyLimit: limits.bodyBytes,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
      maxHeaderSize: HEADER_LIMIT,
      // Looked at in `checkHeads`.
      requireHostHeader: false,
    },
    // Ours answer in GraphQL's shape.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => void refuse(error, request, reply),
    clientErrorHandler: answerClientError,
  });
  answerUnusualRequests(app);
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('x-content-type-options', 'nosniff');
    done(null, payload);
  });
  return app;
}

/** Ids that no other server gives: what is random is drawn once, since to draw it costs more than the rest of a small request's log. */
function requestIds(): () => string {
  const server = randomUUID();
  let count = 0;
  return () => `${server}-${(count += 1)}`;
}
