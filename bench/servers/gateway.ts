/** The gateway's graph behind whatever serves it, as the benchmark wants a server. */
import type { FastifyInstance } from 'fastify';
import { createNewsgraph, type GraphContext, type Newsgraph } from '../../src/newsgraph';
import { announce } from './protocol';

/** Opens the store that this process was started for, and listens with what `build` makes of it. */
export async function serveGateway(build: (newsgraph: Newsgraph) => Promise<FastifyInstance>): Promise<void> {
  const { newsgraph, countStatements } = counting(await createNewsgraph({ databaseUrl: process.argv[2] ?? '' }));
  const app = await build(newsgraph);
  await app.listen({ host: '127.0.0.1', port: 0 });
  announce(app.server.address(), {
    countStatements,
    stop: async () => {
      await app.close();
      await newsgraph.close();
    },
  });
}

/** A context tells what its request cost. None is kept beyond the count: it would keep its request's rows. */
function counting(opened: Newsgraph): { newsgraph: Newsgraph; countStatements: () => () => number } {
  let contexts: GraphContext[] | null = null;
  // Not where it is made: what Apollo hands on is a copy.
  const executeParsed: Newsgraph['executeParsed'] = (request, context) => {
    contexts?.push(context);
    return opened.executeParsed(request, context);
  };
  return {
    newsgraph: Object.create(opened, { executeParsed: { value: executeParsed } }) as Newsgraph,
    countStatements: () => {
      const counted: GraphContext[] = (contexts = []);
      return () => {
        contexts = null;
        return counted.reduce((sum, { statementCount }) => sum + statementCount, 0);
      };
    },
  };
}
