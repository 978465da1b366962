import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

import { EXPLORER_FOLDER, readExplorerBundle, type ExplorerBundle } from './bundle';
import { SECURITY_HEADERS } from './security-headers';

/** Options of `explorerPlugin`. */
export interface ExplorerPluginOptions {
  /** The folder that the explorer was built into; by default `dist/explorer` of this package. */
  readonly folder?: string;
}

/**
 * A Fastify plugin that serves the explorer, GraphiQL: the page at `/` and its files under `/assets/`. The page sends
 * its queries to `graphql` beside itself. Register it with a prefix to mount both elsewhere.
 *
 * @throws on registration, when the explorer is not built
 */
export const explorerPlugin: FastifyPluginAsync<ExplorerPluginOptions> = async (app, { folder = EXPLORER_FOLDER }) => {
  const bundle = await readExplorerBundle(folder);

  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });

  app.get('/', (request, reply) => sendPage(bundle, request, reply));

  // A route for each file that is there now (`wildcard: false`), so that no address is ever looked up on the disk.
  // Each name has a hash of the content in it: a browser need never ask again.
  await app.register(fastifyStatic, {
    root: bundle.assetsFolder,
    prefix: '/assets/',
    wildcard: false,
    index: false,
    decorateReply: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
};

/** The page itself is asked for on each visit, so that a new version's assets are found. */
function sendPage({ page, pageTag }: ExplorerBundle, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.replace(/[?#].*$/s, '');
  // The page names its files relative to itself, so a mounted page needs the slash.
  if (!path.endsWith('/')) return reply.redirect(`${path}/`, 308);

  reply.headers({ 'cache-control': 'no-cache', etag: pageTag });
  if (isCurrent(request.headers['if-none-match'], pageTag)) return reply.code(304).send();
  return reply.type('text/html; charset=utf-8').send(page);
}

/** RFC 9110, 13.1.2: the condition is a list of tags, weakly compared, or `*`. */
function isCurrent(condition: string | undefined, tag: string): boolean {
  const known = (condition ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}
