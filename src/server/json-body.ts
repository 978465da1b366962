/**
 * The one form in which requests are taken: JSON in UTF-8, uncompressed.
 * https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestRefused } from './error-body';
import { checkJsonNesting } from './limits/json-nesting';
import type { Limits } from './limits/limits';

/** What it decodes has no state between two bodies, and to make one costs more than most bodies do. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Makes `application/json` in UTF-8 the only body that is read; all others are answered 415 before they are. */
export function acceptJsonBodies(app: FastifyInstance, limits: Pick<Limits, 'nesting'>): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      try {
        done(null, parseJson(request, body, limits));
      } catch (error) {
        done(error instanceof Error ? error : new Error('The body cannot be read.'));
      }
    },
  );
}

function parseJson(request: FastifyRequest, body: Buffer, { nesting }: Pick<Limits, 'nesting'>): unknown {
  requireUtf8(request.headers['content-type']);
  requireUncompressed(request.headers['content-encoding']);
  checkJsonNesting(body, nesting);
  try {
    return JSON.parse(UTF_8.decode(body));
  } catch {
    throw new RequestRefused(400, 'BAD_REQUEST', 'The body is not JSON in UTF-8.');
  }
}

function requireUtf8(contentType = ''): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType)?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return;
  throw new RequestRefused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Bodies are read in UTF-8 only.');
}

/** A small compressed body can hold a huge one, and requests are small. */
function requireUncompressed(contentEncoding = 'identity'): void {
  if (contentEncoding.toLowerCase() === 'identity') return;
  throw new RequestRefused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Compressed bodies are not read; send it as it is.');
}
