import fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, graphql } from 'graphql';

import { explorerPlugin } from '../../../src/server/explorer';

const schema = buildSchema(`
  "Everything that can be asked."
  type Query {
    "One story, by its slug."
    story(slug: String!): Story
    "All stories."
    stories: [Story!]!
  }
  "A happening in the news."
  type Story { title: String! outlets: [Outlet!]! }
  "Who tells the news."
  type Outlet { name: String! }
`);

/** A made-up story of a made-up outlet. */
const HARBOUR = { slug: 'harbour-reopens', title: 'The harbour reopens', outlets: [{ name: 'The Quayside Courier' }] };

const rootValue = {
  story: ({ slug }: { slug: string }) => (slug === HARBOUR.slug ? HARBOUR : null),
  stories: () => [HARBOUR],
};

interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** A server with the explorer and a graph of two types, for tests of the explorer alone. */
export async function smallGateway(explorerFolder: string): Promise<FastifyInstance> {
  const app = fastify();
  await app.register(explorerPlugin, { folder: explorerFolder });
  app.post<{ Body: GraphqlRequest }>('/graphql', ({ body }) =>
    graphql({ schema, rootValue, source: body.query, variableValues: body.variables, operationName: body.operationName }),
  );
  return app;
}
