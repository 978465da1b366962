import type { FastifyInstance } from 'fastify';
import type { Observer, ServedRequestObserver } from './observer';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where nobody observes. */
    observer: ServedRequestObserver | null;
  }
}

/** Tells the observer of each request, from its head until it is answered or its client is gone. */
export function observeRequests(app: FastifyInstance, observer: Observer | null): void {
  app.decorateRequest('observer', null);
  if (observer === null) return;
  app.addHook('onRequest', (request, reply, done) => {
    const { method, headers } = request;
    const observed = observer.requestStarted({ method, headers, route: request.routeOptions.url ?? null });
    request.observer = observed;
    reply.raw.once('close', () => {
      observed.ended({
        status: reply.raw.writableEnded ? reply.statusCode : null,
        milliseconds: reply.elapsedTime,
        operation: request.operation,
        refusal: request.refusal,
      });
    });
    done();
  });
}
