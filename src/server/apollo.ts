/** Apollo Server as this gateway sets it up. How operations are executed is decided here and nowhere else. */
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphContext, Newsgraph } from '../newsgraph';
import { compiledExecution } from './compiled-execution';
import { maskErrors } from './mask-error';
import { operationPlugin } from './operation-plugin';
import type { HandlerSettings } from './options';
import type { RateLimit } from './rate-limit/rate-limit';

type DocumentStore = NonNullable<ApolloServerOptions<GraphContext>['documentStore']>;

/**
 * Parsed documents are kept up to this many characters of query text in all: parsed, a character takes about 80 bytes,
 * and as many compiled operations are kept of them.
 */
const DOCUMENT_STORE_SIZE = 500_000;

/**
 * Builds and starts the server that executes operations. It listens to no port and no signal, asks no environment
 * variable for what it does, and reports to nobody.
 */
export async function startApollo(
  newsgraph: Newsgraph,
  settings: HandlerSettings,
  log: FastifyBaseLogger,
  rateLimit: RateLimit | null,
): Promise<ApolloServer<GraphContext>> {
  const apollo = new ApolloServer<GraphContext>({
    gateway: compiledExecution(newsgraph),
    nodeEnv: 'production',
    introspection: settings.introspection,
    // Suggestions are taken out of all errors where they are formatted; this would do so slowly, and of some.
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: settings.stacktraces,
    formatError: maskErrors(log, settings),
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: documentStore(),
    stopOnTerminationSignals: false,
    logger: apolloLogger(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      operationPlugin(settings.limits, rateLimit),
    ],
  });
  await apollo.start();
  return apollo;
}

function documentStore(): DocumentStore {
  return new InMemoryLRUCache({
    maxSize: DOCUMENT_STORE_SIZE,
    sizeCalculation: (document) => document.loc?.end ?? DOCUMENT_STORE_SIZE,
  });
}

/** Apollo hands over whole sentences; their level is all that it says besides. */
function apolloLogger(log: FastifyBaseLogger): NonNullable<ApolloServerOptions<GraphContext>['logger']> {
  return {
    debug: (message) => log.debug(String(message)),
    info: (message) => log.info(String(message)),
    warn: (message) => log.warn(String(message)),
    error: (message) => log.error(String(message)),
  };
}
