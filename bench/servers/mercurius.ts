/** The same resolvers as the Apollo gateway's, on Mercurius with its own use of graphql-jit, on Fastify. */
import Fastify from 'fastify';
import { createSchema } from 'graphql-yoga';
import mercurius from 'mercurius';
import { openDatabase } from './database';
import { Reads } from './plain/reads';
import { resolvers, type Context } from './plain/resolvers';
import { typeDefs } from './plain/type-definitions';
import { announce } from './protocol';

async function main(databaseUrl: string): Promise<void> {
  const database = await openDatabase(databaseUrl);
  const app = Fastify();
  const schema = createSchema<Context>({ typeDefs, resolvers });
  await app.register(mercurius, { schema, context: (): Context => ({ reads: new Reads(database) }), jit: 1 });
  await app.listen({ host: '127.0.0.1', port: 0 });
  announce(app.server.address(), database);
}

void main(process.argv[2] ?? '');
