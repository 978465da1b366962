/** Refuses what no route serves before its body is read: 405 where the path is served by another method, else 404. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestRefused } from './error-body';
import { NOT_FOUND, refuse } from './refusals';

/** Knows which methods each path is served by, once all routes are registered. */
export class ServedPaths {
  private readonly methodsByPath = new Map<string, Set<string>>();

  /** Make it before any route is registered. */
  constructor(private readonly app: FastifyInstance) {
    app.addHook('onRoute', ({ url, method }) => {
      const methods = this.methodsByPath.get(url) ?? new Set<string>();
      for (const each of [method].flat()) methods.add(each);
      this.methodsByPath.set(url, methods);
    });
  }

  /** Before CORS, which answers every OPTIONS: what is no preflight is a method like any other. */
  refusePlainOptions(): void {
    this.app.addHook('onRequest', (request, reply, done) => {
      if (request.method === 'OPTIONS' && !isPreflight(request)) this.refuse(request, reply);
      else done();
    });
  }

  /** After CORS, so that a page that may call from its origin may also read why it is refused. */
  refuseUnserved(): void {
    this.app.addHook('onRequest', (request, reply, done) => {
      if (request.is404) this.refuse(request, reply);
      else done();
    });
  }

  private refuse(request: FastifyRequest, reply: FastifyReply): void {
    const methods = this.methodsByPath.get(request.url.split('?', 1)[0] ?? '');
    if (methods === undefined) {
      refuse(NOT_FOUND, request, reply);
      return;
    }
    const allowed = [...methods].sort().join(', ');
    reply.header('allow', allowed);
    refuse(new RequestRefused(405, 'METHOD_NOT_ALLOWED', `Only ${allowed} are answered here.`), request, reply);
  }
}

function isPreflight({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}
