/** The two databases behind one face: reads that never wait for a write, and one transaction at a time to write in. */
import type { Dialect } from './dialect';

/** What a statement's parameters may hold. Lists travel as one value, see `Dialect.rows` and `Dialect.bulk`. */
export type SqlValue = string | number | Buffer | null;

/** Runs statements inside one transaction; unusable after it. */
export interface Transaction {
  readonly dialect: Dialect;

  /** Runs one statement and gives its rows (of a SELECT or a RETURNING clause). */
  run<Row extends object>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
}

/** The connections to a database server. */
export interface ConnectionUse {
  readonly open: number;
  /** Of those, how many nobody uses. */
  readonly idle: number;
  /** Who waits for one. */
  readonly waiting: number;
}

export interface Database {
  readonly dialect: Dialect;

  /** Null where there is no server. */
  readonly connectionUse: ConnectionUse | null;

  /**
   * Runs one SELECT outside every transaction: it sees what is committed and nothing else.
   * @param signal stops the database's work on it when it is aborted.
   * @throws StoreUnavailableError when the database cannot be reached or is too busy; the signal's reason when it was
   * aborted.
   */
  read<Row extends object>(sql: string, parameters?: readonly SqlValue[], signal?: AbortSignal): Promise<Row[]>;

  /**
   * Runs `work` in one transaction. All of it is committed when the promise resolves, and nothing of it is kept
   * when it rejects. Transactions of one process run one after another on SQLite.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;

  /** Gives back connections and files. Running statements are waited for. */
  close(): Promise<void>;
}
