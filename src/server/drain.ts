/**
 * A clean end: what is in flight is answered, what comes later is refused, and idle connections hold nothing up. It takes
 * no longer than 9 s: who sends SIGTERM sends SIGKILL after a while, of which 10 s is the shortest that is usual.
 */
import type { FastifyInstance } from 'fastify';
import { RequestRefused } from './error-body';
import { refuse } from './refusals';
import { RequestsInFlight } from './requests-in-flight';

declare module 'fastify' {
  interface FastifyRequest {
    /** Is called once nobody waits for the request's answer any more, be it given or not. */
    whenOver: (() => void) | null;
  }
}

const STOPPING = new RequestRefused(503, 'SERVICE_UNAVAILABLE', 'The server is stopping.');

/** How long a request that is half sent may take for its other half. Node ends its own timeouts when a server closes. */
const REST_OF_REQUEST_MS = 2000;

/** When operations that still run are answered that the server is stopping. */
const LAST_CALL_MS = 8000;
/** When clients that have not taken their answers by then are left without them. */
const CUT_MS = 9000;

/**
 * Makes `app.close()` wait for the requests in flight, and only for them.
 * @returns a signal that is aborted when it is time to answer what still runs.
 */
export function drainOnClose(app: FastifyInstance): AbortSignal {
  const lastCall = new AbortController();
  const inFlight = new RequestsInFlight();
  let isStopping = false;

  app.decorateRequest('whenOver', null);
  app.addHook('onRequest', (request, reply, done) => {
    if (isStopping) {
      refuse(STOPPING, request, reply);
      return;
    }
    inFlight.add(request.raw.socket, request, reply.raw);
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    // Else the client would keep the connection for a next request, and the server would wait for its end.
    if (isStopping) reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('preClose', async () => {
    isStopping = true;
    const noConnections = new Promise<void>((resolve) => app.server.close(() => resolve()));
    const timers = [
      setTimeout(() => inFlight.cutIncomplete(), REST_OF_REQUEST_MS),
      setTimeout(() => lastCall.abort(), LAST_CALL_MS),
      setTimeout(() => app.server.closeAllConnections(), CUT_MS),
    ];
    await inFlight.none();
    for (const timer of timers) clearTimeout(timer);
    // What is left has sent no whole request: half a head, or nothing at all.
    app.server.closeAllConnections();
    await noConnections;
  });
  return lastCall.signal;
}
