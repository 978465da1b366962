/**
 * SQLite: one connection writes, one transaction after another; others read, and see committed rows only.
 * See docs/store.md, "SQLite".
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sqlite3 from 'sqlite3';
import type { DataSource } from 'typeorm';
import { StoreOpenError, StoreUnavailableError } from '../errors';
import type { Database, SqlValue, Transaction } from './database';
import { dataSourceOf } from './data-source';
import type { DatabaseLocation } from './database-url';
import { sqlite as dialect } from './dialect';
import { SerialQueue } from './serial-queue';
import { SqliteConnection } from './sqlite-connection';
import { rollBackSqlite, sqliteCode } from './sqlite-errors';
import { SqliteReaders } from './sqlite-readers';

type SqliteLocation = Exclude<DatabaseLocation, { kind: 'postgres' }>;

/**
 * FULL: what was acknowledged survives a loss of power too. NORMAL would survive the death of the process only, and
 * with some hundred stories a transaction no difference in speed could be measured.
 */
const WRITER_PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 16000;
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -65536;
  PRAGMA temp_store = MEMORY;
`;

/** SQLite's waiters do not queue, and one that asks anew now and then is luckier than one that waits for long. */
const LOCK_ATTEMPTS = 6;

/** The file of a location, with its folder where that is ours to make. */
export interface SqliteFile {
  readonly path: string;
  /** Removes the file where it was private. */
  discard(): void;
}

/**
 * Prepares the place of a SQLite file. The folders of a relative path are made; those of an absolute one must exist,
 * because a missing one is more often a misspelt or unmounted place than a wish.
 * @throws StoreOpenError when the place cannot hold a database file.
 */
export async function locateSqliteFile(location: SqliteLocation): Promise<SqliteFile> {
  if (location.kind === 'sqlite-temporary') {
    const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-'));
    return { path: path.join(folder, 'store.db'), discard: () => rmSync(folder, { recursive: true, force: true }) };
  }
  const folder = path.dirname(location.path);
  if (!path.isAbsolute(location.path)) {
    await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
      throw new StoreOpenError(`Cannot open ${location.path}: its folder cannot be made.`, { cause });
    });
  }
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new StoreOpenError(`Cannot open ${location.path}: there is no folder ${folder}. Make it, or name another place.`);
  }
  if (statSync(location.path, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new StoreOpenError(`Cannot open ${location.path}: it is a folder. Name a file in it.`);
  }
  return { path: location.path, discard: () => undefined };
}

/**
 * Opens the connection that writes. The store may be of any schema; see `migrateUp`.
 * @throws StoreOpenError when the file is another program's.
 */
export async function openSqliteWriter(filePath: string): Promise<DataSource> {
  const dataSource = dataSourceOf({ kind: 'sqlite-file', path: filePath });
  await dataSource.initialize();
  try {
    await refuseForeignFile(dataSource, filePath);
    await new SqliteConnection(handleOf(dataSource)).execute(WRITER_PRAGMAS);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function refuseForeignFile(dataSource: DataSource, filePath: string): Promise<void> {
  const tables = await dataSource.query<{ name: string }[]>(`SELECT "name" FROM "sqlite_master" WHERE "type" = 'table'`);
  if (tables.length > 0 && !tables.some(({ name }) => name === dataSource.options.migrationsTableName)) {
    throw new StoreOpenError(`Cannot open ${filePath}: it is the database of another program. Name another file.`);
  }
}

/** Opens the reading side of a migrated store and joins both. */
export async function openSqliteDatabase(writer: DataSource, file: SqliteFile, lockTimeoutMs: number): Promise<Database> {
  const readers = await SqliteReaders.open(file.path, handleOf);
  try {
    const writing = new SqliteConnection(handleOf(writer));
    await writing.execute(`PRAGMA busy_timeout = ${Math.ceil(lockTimeoutMs / LOCK_ATTEMPTS)}`);
    return new SqliteDatabase({ writer, writing, readers, file });
  } catch (error) {
    await readers.close();
    throw error;
  }
}

interface Connections {
  readonly writer: DataSource;
  readonly writing: SqliteConnection;
  readonly readers: SqliteReaders;
  readonly file: SqliteFile;
}

class SqliteDatabase implements Database {
  readonly dialect = dialect;
  readonly connectionUse = null;
  private readonly queue = new SerialQueue();
  private readonly writing: SqliteConnection;
  private isClosed = false;

  constructor(private readonly connections: Connections) {
    this.writing = connections.writing;
  }

  read<Row extends object>(sql: string, parameters?: readonly SqlValue[], signal?: AbortSignal): Promise<Row[]> {
    return this.connections.readers.run<Row>(sql, parameters, signal);
  }

  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    if (this.isClosed) return Promise.reject(new StoreUnavailableError('The store is closed.'));
    return this.queue.run(async () => {
      await this.begin();
      const transaction = new SqliteTransaction(this.writing);
      try {
        const result = await work(transaction);
        transaction.end();
        await this.writing.all('COMMIT');
        return result;
      } catch (error) {
        transaction.end();
        await rollBackSqlite(() => this.writing.all('ROLLBACK'));
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.queue.drained();
    await Promise.all([this.connections.readers.close(), this.writing.close()]);
    await this.connections.writer.destroy();
    this.connections.file.discard();
  }

  /** Takes the lock at once: a lock taken at the first write could fail in the middle of the work. */
  private async begin(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.writing.all('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || attempt === LOCK_ATTEMPTS) throw error;
      }
    }
  }
}

class SqliteTransaction implements Transaction {
  readonly dialect = dialect;
  private isOver = false;

  constructor(private readonly connection: SqliteConnection) {}

  run<Row extends object>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]> {
    if (this.isOver) return Promise.reject(new Error('A transaction was used after its end.'));
    return this.connection.all<Row>(sql, parameters);
  }

  end(): void {
    this.isOver = true;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof StoreUnavailableError && sqliteCode(error.cause) === 'SQLITE_BUSY';
}

function handleOf(dataSource: DataSource): sqlite3.Database {
  const handle: unknown = 'databaseConnection' in dataSource.driver ? dataSource.driver.databaseConnection : null;
  if (!(handle instanceof sqlite3.Database)) throw new Error('The data source is not an open SQLite one.');
  return handle;
}
