/** The gateway itself, served as its own command serves it in production, without a log. */
import { createNewsgraph, type GraphContext, type Newsgraph } from '../../src/newsgraph';
import { createHandler } from '../../src/server';
import { announce } from './protocol';

async function main(databaseUrl: string): Promise<void> {
  const { newsgraph, countStatements } = counting(await createNewsgraph({ databaseUrl }));
  const app = await createHandler(newsgraph);
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
  const createContext = (): GraphContext => {
    const context = opened.createContext();
    contexts?.push(context);
    return context;
  };
  return {
    newsgraph: Object.create(opened, { createContext: { value: createContext } }) as Newsgraph,
    countStatements: () => {
      const counted: GraphContext[] = (contexts = []);
      return () => {
        contexts = null;
        return counted.reduce((sum, { statementCount }) => sum + statementCount, 0);
      };
    },
  };
}

void main(process.argv[2] ?? '');
