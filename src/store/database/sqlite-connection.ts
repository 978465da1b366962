/**
 * One SQLite handle with its prepared statements. Preparing costs more than most of our statements do, so each text
 * is prepared once and kept; the count is bounded, and all are finalised on close (SQLite cannot close otherwise).
 */
import type { Database as Handle, Statement } from 'sqlite3';
import { StoreUnavailableError } from '../errors';
import type { SqlValue } from './database';
import { translateSqliteError } from './sqlite-errors';

const MAX_PREPARED = 400;
/** In UTF-16 code units of their texts: a prepared statement takes some ten times its text. */
const MAX_PREPARED_LENGTH = 2 * 2 ** 20;

export class SqliteConnection {
  /** By text, the most recently used last. */
  private readonly prepared = new Map<string, Statement>();
  private readonly preparing = new Map<string, Promise<Statement>>();
  /** Of the texts of all that is prepared. */
  private preparedLength = 0;
  private isClosed = false;

  constructor(private readonly handle: Handle) {}

  /**
   * Runs one statement and gives its rows.
   * @throws StoreUnavailableError when the file is locked, full or broken.
   */
  all<Row extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    const statement = this.prepared.get(sql);
    if (statement === undefined) return this.prepare(sql).then((fresh) => runAll<Row>(fresh, parameters));
    this.prepared.delete(sql);
    this.prepared.set(sql, statement);
    return runAll<Row>(statement, parameters);
  }

  /** Runs statements that give no rows and take no parameters, parted by semicolons. */
  execute(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.handle.exec(sql, (error) => (error === null ? resolve() : reject(translateSqliteError(error))));
    });
  }

  /** Stops every statement that is running; each fails with a `StoreUnavailableError`. */
  interrupt(): void {
    if (!this.isClosed) this.handle.interrupt();
  }

  /** Finalises every statement; what is running ends first. The handle itself is its owner's to close. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.allSettled(this.preparing.values());
    const statements = [...this.prepared.values()];
    this.prepared.clear();
    await Promise.all(statements.map((statement) => new Promise<void>((resolve) => statement.finalize(() => resolve()))));
  }

  /** A text that is asked for twice while it is being prepared is prepared once. */
  private prepare(sql: string): Promise<Statement> {
    if (this.isClosed) return Promise.reject(new StoreUnavailableError('The store is closed.'));
    const underWay = this.preparing.get(sql);
    if (underWay !== undefined) return underWay;
    const preparation = new Promise<Statement>((resolve, reject) => {
      const statement = this.handle.prepare(sql, (error: Error | null) => {
        this.preparing.delete(sql);
        if (error !== null) return reject(translateSqliteError(error));
        this.keep(sql, statement);
        resolve(statement);
      });
    });
    this.preparing.set(sql, preparation);
    return preparation;
  }

  private keep(sql: string, statement: Statement): void {
    this.prepared.set(sql, statement);
    this.preparedLength += sql.length;
    // The newest is kept whatever its length is: it is about to be run.
    for (const [text, oldest] of this.prepared) {
      if (text === sql || (this.prepared.size <= MAX_PREPARED && this.preparedLength <= MAX_PREPARED_LENGTH)) return;
      this.prepared.delete(text);
      this.preparedLength -= text.length;
      // Queued behind its running executions by the driver.
      oldest.finalize();
    }
  }
}

/** `all` steps to the end and so leaves no read open, as `get` would. */
function runAll<Row extends object>(statement: Statement, parameters: readonly SqlValue[]): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    statement.all<Row>(parameters, (error, rows) => (error === null ? resolve(rows) : reject(translateSqliteError(error))));
  });
}
