/** How many requests wait for their answer. */
import type { EventEmitter } from 'node:events';

/** A connection, as far as it matters here. */
interface Connection extends EventEmitter {
  destroy(): unknown;
}

/** A request; complete once its last byte has come. */
interface Incoming {
  readonly raw: { readonly complete: boolean };
  /** Is called once nobody waits for its answer any more, be it given or not. */
  whenOver: (() => void) | null;
}

/**
 * Counts requests until their response is over or their connection is. Both have to be watched: a response that
 * queues behind another on the same connection is told nothing when the connection goes.
 */
export class RequestsInFlight {
  private readonly byConnection = new Map<Connection, Set<Incoming>>();
  private total = 0;
  private whenNone: (() => void) | null = null;

  /** Takes a request in, which is told when it is over. */
  add(connection: Connection, request: Incoming, response: EventEmitter): void {
    const requests = this.requestsOn(connection);
    requests.add(request);
    this.total += 1;
    response.once('close', () => this.remove(requests, request));
  }

  /** Resolves once none is left. */
  async none(): Promise<void> {
    if (this.total > 0) await new Promise<void>((resolve) => (this.whenNone = resolve));
  }

  /** Ends the connections on which nobody waits for an answer yet: what they sent is not whole. */
  cutIncomplete(): void {
    for (const [connection, requests] of this.byConnection) {
      if (![...requests].some(({ raw }) => raw.complete)) connection.destroy();
    }
  }

  private requestsOn(connection: Connection): Set<Incoming> {
    const known = this.byConnection.get(connection);
    if (known !== undefined) return known;
    const requests = new Set<Incoming>();
    this.byConnection.set(connection, requests);
    connection.once('close', () => {
      this.byConnection.delete(connection);
      for (const request of requests) this.remove(requests, request);
    });
    return requests;
  }

  private remove(requests: Set<Incoming>, request: Incoming): void {
    if (!requests.delete(request)) return;
    request.whenOver?.();
    this.total -= 1;
    if (this.total === 0) this.whenNone?.();
  }
}
