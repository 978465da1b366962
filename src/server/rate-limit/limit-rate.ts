/** Counts every request to its client, and refuses those of clients that have nothing left. */
import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clientNetwork } from './client-network';
import type { RateLimit } from './rate-limit';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose request it is, as `clientNetwork` names it; empty where that is not counted. */
    client: string;
  }
}

/**
 * Charges each request when its head is there. Probes are not counted: they may come from where the clients' requests do.
 * @param rateLimit null where nothing is counted.
 */
export function limitRate(app: FastifyInstance, rateLimit: RateLimit | null): void {
  app.decorateRequest('client', '');
  if (rateLimit === null) return;
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/health/')) return;
    request.client = clientOf(request);
    await rateLimit.chargeRequest(request.client);
  });
}

/** `ip` is a trusted proxy's word, which may be anything, or else the connection's. */
function clientOf({ ip, socket }: FastifyRequest): string {
  const address = isIP(ip) === 0 ? socket.remoteAddress : ip;
  // A socket of the file system has none; what is behind it is one client.
  return address === undefined ? 'local' : clientNetwork(address);
}
