/** A sound, ordinary gateway: Apollo Server as it comes, on Fastify, with graphql-js, DataLoader and SQL by hand. */
import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { openDatabase } from './database';
import { Reads } from './plain/reads';
import { resolvers, type Context } from './plain/resolvers';
import { typeDefs } from './plain/type-definitions';
import { announce } from './protocol';

async function main(databaseUrl: string): Promise<void> {
  const database = await openDatabase(databaseUrl);
  const app = Fastify();
  const apollo = new ApolloServer<Context>({ typeDefs, resolvers, plugins: [fastifyApolloDrainPlugin(app)] });
  await apollo.start();
  await app.register(fastifyApollo(apollo), { context: async () => ({ reads: new Reads(database) }) });
  await app.listen({ host: '127.0.0.1', port: 0 });
  announce(app.server.address(), database);
}

void main(process.argv[2] ?? '');
