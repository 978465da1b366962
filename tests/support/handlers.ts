/** Handlers over a tiny newsgraph, and what they logged. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createHandler, type HandlerOptions } from '../../src/server';
import { tinyNewsgraph, type TinyNewsgraph } from './tiny-newsgraph';

export interface TestHandler {
  app: FastifyInstance;
  newsgraph: TinyNewsgraph;
  /** The lines logged so far, parsed. */
  log: () => Record<string, unknown>[];
  /** Posts a query as JSON. */
  ask: (query: string, more?: { variables?: object; operationName?: string; accept?: string }) => Promise<LightMyRequestResponse>;
}

const open: FastifyInstance[] = [];

/** Builds one with a log of level `info`; `closeHandlers` closes all that were built. */
export async function testHandler(options: HandlerOptions = {}): Promise<TestHandler> {
  const lines: string[] = [];
  const newsgraph = tinyNewsgraph();
  const app = await createHandler(newsgraph, {
    logLevel: 'info',
    logStream: { write: (line) => void lines.push(line) },
    ...options,
  });
  open.push(app);
  return {
    app,
    newsgraph,
    log: () => lines.map((line) => JSON.parse(line)),
    ask: (query, { accept, ...more } = {}) =>
      app.inject({
        method: 'POST',
        url: '/graphql',
        headers: accept === undefined ? {} : { accept },
        payload: { query, ...more },
      }),
  };
}

/** For `afterEach`. */
export async function closeHandlers(): Promise<void> {
  await Promise.all(open.splice(0).map((app) => app.close()));
}
