/** Which pages in browsers may read the answers. Nothing here keeps other programs out. */
import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { AllowedOrigins } from './options';

/** http and https, any port, on this machine by any of its names. */
const LOCALHOST = /^https?:\/\/(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Answers preflights and marks answers for the origins allowed; for none, does neither. */
export async function allowOrigins(app: FastifyInstance, origins: AllowedOrigins): Promise<void> {
  if (Array.isArray(origins) && origins.length === 0) return;
  await app.register(fastifyCors, {
    origin: originOption(origins),
    methods: ['GET', 'POST'],
    maxAge: 7200,
    strictPreflight: false,
  });
}

function originOption(origins: AllowedOrigins): string | RegExp | string[] {
  if (origins === 'any') return '*';
  return origins === 'localhost' ? LOCALHOST : [...origins];
}
