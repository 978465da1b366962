/** Apollo Server on Fastify with nothing behind it: what a request costs before anything is read. */
import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { announce } from './protocol';

async function main(): Promise<void> {
  const app = Fastify();
  const apollo = new ApolloServer({ typeDefs: 'type Query { nothing: Boolean }', plugins: [fastifyApolloDrainPlugin(app)] });
  await apollo.start();
  await app.register(fastifyApollo(apollo));
  await app.listen({ host: '127.0.0.1', port: 0 });
  announce(app.server.address(), { countStatements: () => () => 0 });
}

void main();
