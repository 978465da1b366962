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
import { limitHeaderLines } from './header-count';
import { serveHealth } from './health';
import { acceptJsonBodies } from './json-body';
import { Admission } from './limits/admission';
import type { ChargeOperation } from './limits/operation-cost';
import { ServedPaths } from './methods';
import { handlerSettings, type HandlerOptions, type HandlerSettings } from './options';
import { chargeOperation, limitRate } from './rate-limit/limit-rate';
import { RateLimit } from './rate-limit/rate-limit';
import { answerRefusals } from './refusals';
import { logRequests } from './request-log';
import { serveSchema } from './schema-route';
import { readTrustedDocuments } from './trusted-documents/read-trusted-documents';
import { TrustedDocuments } from './trusted-documents/trusted-documents';

/**
 * Builds a Fastify server over an open newsgraph, ready to `listen`, or to be given requests by a host program's own
 * server (`app.routing(request, response)` after `app.ready()`). Closing it answers what is in flight; it does not close the newsgraph.
 * @throws TrustedDocumentsError for documents that cannot be read or do not match their hashes.
 */
export async function createHandler(newsgraph: Newsgraph, options: HandlerOptions = {}): Promise<FastifyInstance> {
  const settings = handlerSettings(options);
  const { limits } = settings;
  const admission = new Admission(limits, trustedDocumentsOf(settings));
  const app = buildFastify(settings);
  const served = new ServedPaths(app);

  logRequests(app);
  limitHeaderLines(app);
  answerRefusals(app);
  acceptJsonBodies(app, limits);
  drainOnClose(app);
  compressAnswers(app);
  served.refusePlainOptions();
  await allowOrigins(app, settings.corsOrigins);
  const charge = chargeRequests(app, settings);
  served.refuseUnserved();

  const apollo = await startApollo(newsgraph, settings, app.log, charge);
  app.addHook('onClose', async () => apollo.stop());

  serveHealth(app, newsgraph);
  serveGraphql(app, { apollo, newsgraph, admission, operationMs: limits.operationMs });
  if (settings.introspection) serveSchema(app, newsgraph);
  if (settings.explorer !== false) await app.register(explorerPlugin, explorerOptions(settings.explorer));
  return app;
}

/** After CORS, so that a page that may call from its origin may also read that it is to wait. */
function chargeRequests(app: FastifyInstance, { rateLimit: options }: HandlerSettings): ChargeOperation | null {
  if (options === null) return null;
  const rateLimit = new RateLimit(options.costPerMinute);
  limitRate(app, rateLimit);
  return (request) => chargeOperation(rateLimit, request);
}

function explorerOptions(explorer: true | { folder: string }): ExplorerPluginOptions {
  return explorer === true ? {} : explorer;
}

function trustedDocumentsOf({ trustedDocuments }: HandlerSettings): TrustedDocuments | null {
  if (trustedDocuments === null) return null;
  return new TrustedDocuments(readTrustedDocuments(trustedDocuments.path), trustedDocuments.only ?? false);
}
