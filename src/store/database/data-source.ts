/** TypeORM's part: connections, entities and migrations of a store. All statements of the store itself go beneath it. */
import { DataSource, type DataSourceOptions } from 'typeorm';
import sqlite3 from 'sqlite3';
import { entities } from '../entities';
import { migrations } from '../migrations';
import { type DatabaseLocation, parseDatabaseUrl } from './database-url';

/** How long a statement waits for another process's lock on the file. */
const BUSY_TIMEOUT_MS = 5_000;

const CONNECT_TIMEOUT_MS = 5_000;
/** A connection is renewed after so long, so that what is prepared on it does not grow without end. */
export const CONNECTION_LIFETIME_S = 600;

/** How many connections to PostgreSQL a process holds at most, unless it is told otherwise. */
export const DEFAULT_POOL_SIZE = 10;

/**
 * Compiling a statement of ours to machine code takes a hundred times as long as running it. And pages that are read all
 * the time lie in memory, where one out of turn costs hardly more than the next: by the default of 4, made for discs that
 * turn, PostgreSQL would read the whole table of outlets for each perspective.
 */
const POSTGRES_SETTINGS = '-c jit=off -c random_page_cost=1.1';

const schema = {
  entities,
  migrations,
  // A database may be shared with other programs of TypeORM, whose table has the default name.
  migrationsTableName: 'newsgraphMigration',
  synchronize: false,
  logging: false,
} satisfies Partial<DataSourceOptions>;

/**
 * A data source on the store at this URL, not yet initialised; for TypeORM's own command line.
 * @throws StoreOpenError when the URL is none of a store.
 */
export function createDataSource(databaseUrl: string): DataSource {
  return dataSourceOf(parseDatabaseUrl(databaseUrl));
}

/** A data source on a PostgreSQL database or on a SQLite file to write to. */
export function dataSourceOf(location: DatabaseLocation, poolSize: number = DEFAULT_POOL_SIZE): DataSource {
  switch (location.kind) {
    case 'postgres':
      return new DataSource({
        ...schema,
        type: 'postgres',
        url: location.url,
        applicationName: 'newsgraph',
        installExtensions: false,
        poolSize,
        connectTimeoutMS: CONNECT_TIMEOUT_MS,
        // The pool has already dropped an idle connection that broke; the next read opens a new one.
        poolErrorHandler: () => undefined,
        extra: { keepAlive: true, options: POSTGRES_SETTINGS, maxLifetimeSeconds: CONNECTION_LIFETIME_S },
      });
    case 'sqlite-file':
      return new DataSource({ ...schema, ...sqliteOptions(location.path) });
    case 'sqlite-temporary':
      return new DataSource({ ...schema, ...sqliteOptions(':memory:') });
  }
}

/** A data source that can only read the SQLite file at this path. */
export function readOnlySqliteSource(path: string): DataSource {
  return new DataSource({ ...sqliteOptions(path), flags: sqlite3.OPEN_READONLY });
}

function sqliteOptions(path: string) {
  return { type: 'sqlite', database: path, driver: quietDriver(), busyTimeout: BUSY_TIMEOUT_MS } as const;
}

/** TypeORM turns on sqlite3's verbose mode, which takes a stack trace for every statement. */
function quietDriver(): object {
  const quiet: object = { __proto__: sqlite3, verbose: () => quiet };
  return quiet;
}
