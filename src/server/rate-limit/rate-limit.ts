/** What a client has spent of the cost that it may cause in a minute. */
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimited } from './rate-limited';

/**
 * What each request counts at least, whatever comes of it. One that asks for nothing takes as much CPU as this many
 * nodes of a story page do.
 */
export const REQUEST_COST = 50;

/** As many clients are remembered, some 550 bytes each; of more, who has been away longest begins anew. */
const REMEMBERED_CLIENTS = 50_000;

const SECONDS = 60;

export class RateLimit {
  private readonly spent: RateLimiterMemory;
  /** The library remembers each client for a minute, however many there are. */
  private readonly remembered: LRUCache<string, true>;

  /** @param costPerMinute what a client may spend in the minute that begins with its first request. */
  constructor(
    private readonly costPerMinute: number,
    rememberedClients = REMEMBERED_CLIENTS,
  ) {
    this.spent = new RateLimiterMemory({ points: costPerMinute, duration: SECONDS, keyPrefix: '' });
    this.remembered = new LRUCache({ max: rememberedClients, dispose: (_value, client) => void this.spent.delete(client) });
  }

  /**
   * Counts a request, before anything is known of it.
   * @throws RateLimited when the client has nothing left.
   */
  async chargeRequest(client: string): Promise<void> {
    if (this.remembered.get(client) === undefined) this.remembered.set(client, true);
    await this.charge(client, REQUEST_COST);
  }

  /**
   * Counts what an operation costs over what its request has counted already.
   * @throws RateLimited when that is more than the client has left; it is not counted then, and a cheaper one may pass.
   */
  async chargeOperation(client: string, cost: number): Promise<void> {
    const rest = cost - REQUEST_COST;
    if (rest <= 0) return;
    try {
      await this.charge(client, rest);
    } catch (error) {
      await this.spent.reward(client, rest);
      throw error;
    }
  }

  private async charge(client: string, cost: number): Promise<void> {
    try {
      await this.spent.consume(client, cost);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new RateLimited(this.costPerMinute, Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  }
}
