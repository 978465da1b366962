/** The same resolvers as the Apollo gateway's, on GraphQL Yoga with graphql-jit: the fast lane of today. */
import { createServer } from 'node:http';
import { useGraphQlJit } from '@envelop/graphql-jit';
import { createSchema, createYoga } from 'graphql-yoga';
import { openDatabase } from './database';
import { Reads } from './plain/reads';
import { resolvers, type Context } from './plain/resolvers';
import { typeDefs } from './plain/type-definitions';
import { announce } from './protocol';

async function main(databaseUrl: string): Promise<void> {
  const database = await openDatabase(databaseUrl);
  const yoga = createYoga<object, Context>({
    schema: createSchema({ typeDefs, resolvers }),
    context: () => ({ reads: new Reads(database) }),
    plugins: [useGraphQlJit()],
    logging: false,
  });
  const server = createServer((request, response) => void yoga(request, response));
  server.listen(0, '127.0.0.1', () => announce(server.address(), database));
}

void main(process.argv[2] ?? '');
