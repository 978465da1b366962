/**
 * The connections of a SQLite store that read. A connection runs one statement at a time, and with one alone a slow
 * statement would hold up all others until its time is over. Here the others go on by another connection, and who waits
 * for a connection waits for the first that is free.
 */
import type sqlite3 from 'sqlite3';
import type { DataSource } from 'typeorm';
import { VOCABULARIES } from '../searching/beginnings';
import type { SqlValue } from './database';
import { readOnlySqliteSource } from './data-source';
import { InterruptibleReads } from './interruptible-reads';
import { SqliteConnection } from './sqlite-connection';

/** More do not pay: SQLite's statements run in the four threads of Node's pool, and there the writer runs as well. */
const CONNECTIONS = 2;

/** The tables are the connection's own, and could not be made once nothing may be written. */
const PREPARATION = `
  PRAGMA cache_size = -16384;
  PRAGMA temp_store = MEMORY;
  ${VOCABULARIES.join('; ')};
  PRAGMA query_only = ON;
`;

class Reader {
  private readonly connection: SqliteConnection;
  private readonly reads: InterruptibleReads;

  constructor(
    private readonly source: DataSource,
    handle: sqlite3.Database,
  ) {
    this.connection = new SqliteConnection(handle);
    this.reads = new InterruptibleReads(this.connection);
  }

  prepare(): Promise<void> {
    return this.connection.execute(PREPARATION);
  }

  run<Row extends object>(sql: string, parameters?: readonly SqlValue[], signal?: AbortSignal): Promise<Row[]> {
    return this.reads.run<Row>(sql, parameters, signal);
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.source.destroy();
  }
}

export class SqliteReaders {
  /** The last one that was freed is taken first: its pages are the warmest. */
  private readonly free: Reader[];
  private readonly waiting: ((reader: Reader) => void)[] = [];

  private constructor(private readonly readers: readonly Reader[]) {
    this.free = [...readers];
  }

  /**
   * Opens them on the file of a migrated store.
   * @param handleOf gives the driver's handle of an open source.
   */
  static async open(filePath: string, handleOf: (source: DataSource) => sqlite3.Database): Promise<SqliteReaders> {
    const opened: Reader[] = [];
    try {
      while (opened.length < CONNECTIONS) {
        const source = await readOnlySqliteSource(filePath).initialize();
        const reader = new Reader(source, handleOf(source));
        opened.push(reader);
        await reader.prepare();
      }
      return new SqliteReaders(opened);
    } catch (error) {
      await Promise.all(opened.map((reader) => reader.close()));
      throw error;
    }
  }

  /** Runs one SELECT when a connection is free. See `InterruptibleReads.run` for what it throws. */
  async run<Row extends object>(sql: string, parameters?: readonly SqlValue[], signal?: AbortSignal): Promise<Row[]> {
    const reader = this.free.pop() ?? (await new Promise<Reader>((resolve) => this.waiting.push(resolve)));
    try {
      return await reader.run<Row>(sql, parameters, signal);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free.push(reader);
      else next(reader);
    }
  }

  /** Waits for what runs. */
  async close(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.close()));
  }
}
