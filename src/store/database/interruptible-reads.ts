/**
 * Reads of one SQLite connection that can be stopped. SQLite's interrupt stops whatever its connection is running, so
 * that others' reads are hit as well: each of those is run once more.
 */
import type { SqlValue } from './database';
import type { SqliteConnection } from './sqlite-connection';
import { sqliteCode } from './sqlite-errors';

/** A statement that still waits behind others for the connection is hit by none of the interrupts before its turn. */
const AGAIN_MS = 50;

export class InterruptibleReads {
  constructor(private readonly connection: SqliteConnection) {}

  /**
   * Runs one SELECT.
   * @throws the signal's reason once it is aborted and the database works on this statement no more; else what the
   * connection throws.
   */
  async run<Row extends object>(sql: string, parameters?: readonly SqlValue[], signal?: AbortSignal): Promise<Row[]> {
    signal?.throwIfAborted();
    const stopListening = signal === undefined ? undefined : this.interruptOn(signal);
    try {
      return await this.connection.all<Row>(sql, parameters);
    } catch (error) {
      signal?.throwIfAborted();
      if (!isInterrupt(error)) throw error;
      return await this.connection.all<Row>(sql, parameters);
    } finally {
      stopListening?.();
    }
  }

  private interruptOn(signal: AbortSignal): () => void {
    let again: NodeJS.Timeout | undefined;
    const interrupt = (): void => {
      this.connection.interrupt();
      again = setTimeout(interrupt, AGAIN_MS);
    };
    signal.addEventListener('abort', interrupt, { once: true });
    return () => {
      signal.removeEventListener('abort', interrupt);
      clearTimeout(again);
    };
  }
}

function isInterrupt(error: unknown): boolean {
  return error instanceof Error && sqliteCode(error.cause) === 'SQLITE_INTERRUPT';
}
