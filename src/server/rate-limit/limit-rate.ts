/** Counts every request to its client, and refuses those of clients that have nothing left. */
import { isIP } from 'node:net';
import type { HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clientNetwork } from './client-network';
import type { RateLimit } from './rate-limit';

/** Apollo passes the HTTP request through by reference, see `operationRecordOf`. */
const clients = new WeakMap<HTTPGraphQLRequest, string>();

/** Remembers whose operation this request brings, for `chargeOperation`. */
export function rememberClient(operationRequest: HTTPGraphQLRequest, request: FastifyRequest): void {
  clients.set(operationRequest, clientOf(request));
}

/** Charges the operation that a request brought. @throws RateLimited */
export async function chargeOperation(rateLimit: RateLimit, operationRequest: HTTPGraphQLRequest, cost: number): Promise<void> {
  const client = clients.get(operationRequest);
  if (client !== undefined) await rateLimit.chargeOperation(client, cost);
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
