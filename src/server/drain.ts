/** A clean end: what is in flight is answered, what comes later is refused, and idle connections hold nothing up. */
import type { FastifyInstance } from 'fastify';
import { RequestRefused } from './error-body';
import { refuse } from './refusals';
import { RequestsInFlight } from './requests-in-flight';

const STOPPING = new RequestRefused(503, 'SERVICE_UNAVAILABLE', 'The server is stopping.');

/** Makes `app.close()` wait for the requests in flight, and only for them. */
export function drainOnClose(app: FastifyInstance): void {
  const inFlight = new RequestsInFlight();
  let isStopping = false;

  app.addHook('onRequest', (request, reply, done) => {
    if (isStopping) {
      refuse(STOPPING, request, reply);
      return;
    }
    inFlight.add(request.raw.socket, reply.raw);
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
    await inFlight.none();
    // What is left has sent no whole request: half a head, or nothing at all.
    app.server.closeAllConnections();
    await noConnections;
  });
}
