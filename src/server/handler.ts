/** The HTTP face of a newsgraph: everything around the graph, put together in its order. */
import type { FastifyInstance } from 'fastify';
import type { Newsgraph } from '../newsgraph';
import { startApollo } from './apollo';
import { allowOrigins } from './cors';
import { drainOnClose } from './drain';
import { explorerPlugin, type ExplorerPluginOptions } from './explorer';
import { buildFastify } from './fastify';
import { serveGraphql } from './graphql-route';
import { serveHealth } from './health';
import { acceptJsonBodies } from './json-body';
import { ServedPaths } from './methods';
import { handlerSettings, type HandlerOptions } from './options';
import { answerRefusals } from './refusals';
import { logRequests } from './request-log';
import { serveSchema } from './schema-route';

/**
 * Builds a Fastify server over an open newsgraph, ready to `listen`, or to be given requests by a host program's own
 * server (`app.routing(request, response)` after `app.ready()`). Closing it answers what is in flight; it does not close the newsgraph.
 */
export async function createHandler(newsgraph: Newsgraph, options: HandlerOptions = {}): Promise<FastifyInstance> {
  const settings = handlerSettings(options);
  const app = buildFastify(settings);
  const served = new ServedPaths(app);

  logRequests(app);
  answerRefusals(app);
  acceptJsonBodies(app);
  drainOnClose(app);
  served.refusePlainOptions();
  await allowOrigins(app, settings.corsOrigins);
  served.refuseUnserved();

  const apollo = await startApollo(newsgraph, settings, app.log);
  app.addHook('onClose', async () => apollo.stop());

  serveHealth(app, newsgraph);
  serveGraphql(app, apollo, newsgraph);
  if (settings.introspection) serveSchema(app, newsgraph);
  if (settings.explorer !== false) await app.register(explorerPlugin, explorerOptions(settings.explorer));
  return app;
}

function explorerOptions(explorer: true | { folder: string }): ExplorerPluginOptions {
  return explorer === true ? {} : explorer;
}
