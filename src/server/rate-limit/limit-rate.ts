/** Counts every request to its client, and refuses those of clients that have nothing left. */
import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OperationRequest } from '../operation-request';
import { clientNetwork } from './client-network';
import type { RateLimit } from './rate-limit';

/** Charges the operation that a request brought. @throws RateLimited */
export async function chargeOperation(rateLimit: RateLimit, { source, cost }: OperationRequest): Promise<void> {
  await rateLimit.chargeOperation(clientOf(source), cost ?? 0);
}

/** Charges each request when its head is there. Probes are not counted: they may come from where the clients' requests do. */
export function limitRate(app: FastifyInstance, rateLimit: RateLimit): void {
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/health/')) await rateLimit.chargeRequest(clientOf(request));
  });
}

/** `ip` is a trusted proxy's word, which may be anything, or else the connection's. */
function clientOf({ ip, socket }: FastifyRequest): string {
  const address = isIP(ip) === 0 ? socket.remoteAddress : ip;
  // A socket of the file system has none; what is behind it is one client.
  return address === undefined ? '' : clientNetwork(address);
}
