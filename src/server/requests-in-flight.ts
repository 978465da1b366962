/** How many requests wait for their answer. */
import type { EventEmitter } from 'node:events';

/**
 * Counts requests until their response is over or their connection is. Both have to be watched: a response that
 * queues behind another on the same connection is told nothing when the connection goes.
 */
export class RequestsInFlight {
  private readonly bySocket = new Map<EventEmitter, number>();
  private total = 0;
  private whenNone: (() => void) | null = null;

  /** Takes a request in. */
  add(socket: EventEmitter, response: EventEmitter): void {
    if (!this.bySocket.has(socket)) {
      this.bySocket.set(socket, 0);
      socket.once('close', () => {
        this.change(socket, -(this.bySocket.get(socket) ?? 0));
        this.bySocket.delete(socket);
      });
    }
    this.change(socket, 1);
    response.once('close', () => {
      if (this.bySocket.has(socket)) this.change(socket, -1);
    });
  }

  /** Resolves once none is left. */
  async none(): Promise<void> {
    if (this.total > 0) await new Promise<void>((resolve) => (this.whenNone = resolve));
  }

  private change(socket: EventEmitter, by: number): void {
    this.bySocket.set(socket, (this.bySocket.get(socket) ?? 0) + by);
    this.total += by;
    if (this.total === 0) this.whenNone?.();
  }
}
