/**
 * The gateway's graph and its compiled execution behind Apollo Server on Fastify, with nothing of what guards it: no
 * limits, no cost, no time, no masked errors, no orderly end. What the guards cost is measured against this.
 */
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { collectEarly } from '../../src/cli/collect-early';
import type { GraphContext, Newsgraph } from '../../src/newsgraph';
import { compiledExecution } from '../../src/server/compiled-execution';
import { serveGateway } from './gateway';

async function unguarded(newsgraph: Newsgraph): Promise<FastifyInstance> {
  const app = Fastify();
  const apollo = new ApolloServer<GraphContext>({
    gateway: compiledExecution(newsgraph),
    csrfPrevention: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();
  app.post('/graphql', async (request, reply) => {
    const httpGraphQLRequest = { method: 'POST', headers: headersOf(request), search: '', body: request.body };
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => newsgraph.createContext() });
    for (const [name, value] of headers) reply.header(name, value);
    reply.code(status ?? 200);
    return body.kind === 'complete' ? body.string : '';
  });
  return app;
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  return headers;
}

collectEarly();
void serveGateway(unguarded);
