/** The HTTP face of a newsgraph: everything around the graph, put together in its order. */
import type { FastifyInstance } from 'fastify';
import type { Newsgraph } from '../newsgraph';
import { startApollo } from './apollo';
import { compressAnswers } from './compression';
import { allowOrigins } from './cors';
import { drainOnClose } from './drain';
import { explorerPlugin, type ExplorerPluginOptions } from './explorer';
import { buildFastify } from './fastify';
import { serveGraphql } from './graphql-route';
import { serveHealth } from './health';
import { acceptJsonBodies } from './json-body';
import { Admission } from './limits/admission';
import { ServedPaths } from './methods';
import { observeRequests } from './observing/observe-requests';
import { checkHandlerOptions, handlerSettings, type HandlerOptions, type HandlerSettings } from './options';
import { limitRate } from './rate-limit/limit-rate';
import { RateLimit } from './rate-limit/rate-limit';
import { answerRefusals } from './refusals';
import { checkHeads } from './request-head';
import { logRequests } from './request-log';
import { serveSchema } from './schema-route';
import { readTrustedDocuments } from './trusted-documents/read-trusted-documents';
import { TrustedDocuments } from './trusted-documents/trusted-documents';

/**
 * Builds a Fastify server over an open newsgraph, ready to `listen`, or to be given requests by a host program's own
 * server (`app.routing(request, response)` after `app.ready()`). Closing it answers what is in flight; it does not close the newsgraph.
 * @throws ConfigurationError for options that there are not, and TrustedDocumentsError for documents that cannot be read
 * or do not match their hashes.
 */
export async function createHandler(newsgraph: Newsgraph, options: HandlerOptions = {}): Promise<FastifyInstance> {
  checkHandlerOptions(options);
  return buildHandler(newsgraph, options);
}

/** The same for options among which may be others: the whole configuration of a server. */
export async function buildHandler(newsgraph: Newsgraph, options: HandlerOptions): Promise<FastifyInstance> {
  const settings = handlerSettings(options);
  const { limits } = settings;
  const admission = new Admission(limits, trustedDocumentsOf(settings));
  const rateLimit = settings.rateLimit === null ? null : new RateLimit(settings.rateLimit.costPerMinute);
  const app = buildFastify(settings);
  const served = new ServedPaths(app);

  logRequests(app);
  checkHeads(app);
  observeRequests(app, settings.observer);
  answerRefusals(app);
  acceptJsonBodies(app, limits);
  const lastCall = drainOnClose(app);
  compressAnswers(app);
  served.refusePlainOptions();
  await allowOrigins(app, settings.corsOrigins);
  // After CORS, so that a page that may call from its origin may also read that it is to wait.
  limitRate(app, rateLimit);
  served.refuseUnserved();

  const apollo = await startApollo(newsgraph, settings, app.log, rateLimit);
  app.addHook('onClose', async () => apollo.stop());

  serveHealth(app, newsgraph);
  serveGraphql(app, { apollo, newsgraph, admission, operationMs: limits.operationMs, lastCall });
  if (settings.introspection) serveSchema(app, newsgraph);
  if (settings.explorer !== false) await app.register(explorerPlugin, explorerOptions(settings.explorer));
  return app;
}

function explorerOptions(explorer: true | { folder: string }): ExplorerPluginOptions {
  return explorer === true ? {} : explorer;
}

function trustedDocumentsOf({ trustedDocuments }: HandlerSettings): TrustedDocuments | null {
  if (trustedDocuments === null) return null;
  return new TrustedDocuments(readTrustedDocuments(trustedDocuments.path), trustedDocuments.only ?? false);
}
