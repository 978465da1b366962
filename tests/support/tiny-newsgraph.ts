/** A newsgraph over a made-up schema of a few fields, for tests of what stands around the graph. */
import { buildSchema, execute, graphql, GraphQLError, printSchema } from 'graphql';
import type { Controller, GraphContext, Newsgraph } from '../../src/newsgraph';

const TYPES = /* GraphQL */ `
  type Query {
    greeting(to: String! = "you"): String!
    "Waits until the test lets it go."
    slow: String
    "Fails as a bug would."
    broken: String
    "Fails as a database that is gone would."
    unreachable: String
    "Refuses its argument."
    page(first: Int): String
  }
  type Mutation {
    touch: Boolean
  }
`;

/** What a bug's error says, and nobody outside may read. */
export const SECRET = 'SELECT secret FROM "topic" at /srv/app';

class TinyContext implements GraphContext {
  statementCount = 0;

  constructor(readonly controller?: Controller) {}
}

export interface TinyNewsgraph extends Newsgraph {
  /** Resolves once a `slow` field waits. */
  readonly slowHasBegun: Promise<void>;
  letSlowGo(): void;
  /** What `ping` does from now on. */
  pingWith(ping: () => Promise<void>): void;
  isClosed(): boolean;
}

/** Builds one; whatever a test of the surroundings has no use for rejects. */
export function tinyNewsgraph(): TinyNewsgraph {
  const begun = latch();
  const released = latch();
  let ping = async () => {};
  let closed = false;
  const schema = buildSchema(TYPES);
  const { Query, Mutation } = { Query: schema.getQueryType()?.getFields(), Mutation: schema.getMutationType()?.getFields() };
  const resolve = (name: string, resolver: (args: Record<string, unknown>, context: TinyContext) => unknown): void => {
    const field = Query?.[name] ?? Mutation?.[name];
    if (field !== undefined) field.resolve = (_source, args, context) => resolver(args, context);
  };
  resolve('greeting', ({ to }, context) => {
    context.statementCount += 2;
    return `Hello, ${String(to)}`;
  });
  resolve('slow', async () => {
    begun.open();
    await released.opened;
    return 'done';
  });
  resolve('broken', () => {
    throw Object.assign(new Error(SECRET), { parameters: ['hunter2'] });
  });
  resolve('unreachable', () => {
    throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'SERVICE_UNAVAILABLE' });
  });
  resolve('page', () => {
    throw new GraphQLError('first must be between 0 and 100', { extensions: { code: 'BAD_USER_INPUT', argument: 'first' } });
  });
  resolve('touch', () => true);

  return {
    schema,
    schemaText: printSchema(schema),
    createContext: (controller) => new TinyContext(controller),
    execute: ({ query, variables, operationName }, context = new TinyContext()) =>
      graphql({ schema, source: query, contextValue: context, variableValues: variables, operationName }),
    executeParsed: async ({ document, variables, operationName }, contextValue) =>
      execute({ schema, document, contextValue, variableValues: variables, operationName }),
    importDocuments: notHere,
    importFiles: notHere,
    exportDocuments: notHere,
    remove: notHere,
    onStoriesChanged: notHere,
    reindex: notHere,
    migrate: notHere,
    stats: notHere,
    vitals: () => ({ compiledOperations: { size: 0, hits: 0, misses: 0 }, connections: null }),
    ping: () => ping(),
    close: async () => {
      closed = true;
    },
    slowHasBegun: begun.opened,
    letSlowGo: released.open,
    pingWith: (next) => {
      ping = next;
    },
    isClosed: () => closed,
  };
}

function notHere(): never {
  throw new Error('The tiny newsgraph has no store.');
}

function latch(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
