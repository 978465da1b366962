/**
 * Compresses large answers for clients that ask for it. At the fastest level of either coding: the next ones up take two
 * to four times the CPU for a tenth less. No answer holds a secret that a guess beside it could be compared with (BREACH).
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** What is smaller goes in a packet or two either way. */
const SMALLEST_BYTES = 2048;

/** The codings, the preferred one first; `identity` is chosen by those who prefer it. */
const CODINGS: ('br' | 'gzip' | 'identity')[] = ['br', 'gzip', 'identity'];

const COMPRESSIBLE = /^(?:application\/(?:[a-z-]+\+)?json|text\/)/;

const BROTLI_OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MIN_QUALITY + 1 } };
const GZIP_OPTIONS = { level: constants.Z_BEST_SPEED };

const compressWith = {
  br: (payload: string | Buffer) => promisify(brotliCompress)(payload, BROTLI_OPTIONS),
  gzip: (payload: string | Buffer) => promisify(gzip)(payload, GZIP_OPTIONS),
};

/** Makes every answer of 2 KiB and more come compressed to clients that accept it. Files are compressed by the build. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (!isWorthIt(payload, reply)) {
      done();
      return;
    }
    vary(reply);
    const coding = negotiate(request.headers['accept-encoding'] ?? '', CODINGS);
    if (coding === null || coding === 'identity') {
      done();
      return;
    }
    compressWith[coding](payload).then(
      (compressed) => {
        describeAs(coding, compressed.length, reply);
        done(null, compressed);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error('The answer cannot be compressed.')),
    );
  });
}

function isWorthIt(payload: unknown, reply: FastifyReply): payload is string | Buffer {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return false;
  if (payload.length < SMALLEST_BYTES || reply.hasHeader('content-encoding')) return false;
  return COMPRESSIBLE.test(String(reply.getHeader('content-type') ?? ''));
}

/** Of what is large, caches keep an answer for each coding, also when this one goes as it is. CORS may vary already. */
function vary(reply: FastifyReply): void {
  const others = reply.getHeader('vary');
  reply.header('vary', others === undefined ? 'accept-encoding' : `${String(others)}, accept-encoding`);
}

function describeAs(coding: string, length: number, reply: FastifyReply): void {
  reply.header('content-encoding', coding);
  reply.header('content-length', length);
  // A strong validator is of these very bytes (RFC 9110, 8.8.1).
  const tag = reply.getHeader('etag');
  if (typeof tag === 'string' && tag.startsWith('"')) reply.header('etag', `W/${tag}`);
}
