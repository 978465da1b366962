/** The schema as a file, for code generators and people. */
import type { FastifyInstance } from 'fastify';
import type { Newsgraph } from '../newsgraph';

/** Serves `/schema.graphql`; as plain text, which browsers show. */
export function serveSchema(app: FastifyInstance, newsgraph: Pick<Newsgraph, 'schemaText'>): void {
  app.get('/schema.graphql', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(newsgraph.schemaText),
  );
}
