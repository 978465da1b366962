/** Opens stores: URL → connections → migrations → the store's face. */
import type { DataSource } from 'typeorm';
import type { NormalisedStory } from '../domain/normalised-story';
import type { StoryDraft } from '../domain/story-draft';
import type { ConnectionUse, Database } from './database/database';
import { type DatabaseLocation, parseDatabaseUrl } from './database/database-url';
import { openPostgresSource, postgresDatabase } from './database/postgres';
import { locateSqliteFile, openSqliteDatabase, openSqliteWriter } from './database/sqlite';
import { openingError } from './database/opening-error';
import { exportStories } from './exporting/export-stories';
import { findUnknownReference } from './exporting/unknown-reference';
import { migrateDown, migrateUp, migrationStatus, schemaVersion, type MigrationsListener } from './migrations/migrator';
import { type GraphReader, SqlGraphReader } from './reading';
import { rebuildIndex, type RebuildProgress } from './searching';
import { readStats } from './store-stats';
import type {
  ExportFilter,
  MigrationStatus,
  NewsStore,
  RemovedStory,
  SaveOptions,
  SaveOutcome,
  StoreStats,
  StoriesChangedListener,
  UnknownReference,
} from './store';
import { StoryChanges } from './story-changes';
import { removeStories } from './writing/remove-stories';
import { saveStories } from './writing/story-writer';

/** The migrations of a store, which may be older than this program. */
export interface StoreMigrations {
  status(): Promise<MigrationStatus[]>;
  /** Applies what is missing. Gives the names of what was applied. */
  up(): Promise<string[]>;
  /** Takes back the newest. Gives its name, or null where there is none. */
  down(): Promise<string | null>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** How long a write waits for another process's write before it is `StoreUnavailableError`. Default 30 s. */
  lockTimeoutMs?: number;
  /** How many connections to PostgreSQL are held at most. Default 10. */
  poolSize?: number;
  /** Is called before a store that is not empty is migrated. */
  onMigrations?: MigrationsListener;
}

const LOCK_TIMEOUT_MS = 30_000;

/**
 * Opens the store at this URL; an empty or older one is migrated first.
 * @throws StoreOpenError when there is no store to be had, StoreTooNewError when a newer program made it.
 */
export async function openStore(databaseUrl: string, options?: StoreOptions): Promise<NewsStore> {
  const { database, version, dataSource } = await openDatabase(databaseUrl, options);
  return new SqlStore(database, version, dataSource);
}

/**
 * Opens the database of a store, migrated to this program's schema, without the store's face.
 * @throws StoreOpenError, StoreTooNewError as `openStore` does.
 */
export async function openDatabase(
  databaseUrl: string,
  { lockTimeoutMs = LOCK_TIMEOUT_MS, poolSize, onMigrations }: StoreOptions = {},
): Promise<{ database: Database; version: number; dataSource: DataSource }> {
  const location = parseDatabaseUrl(databaseUrl);
  const { dataSource, join, discard } = await connect(location, poolSize);
  try {
    await migrateUp(dataSource, onMigrations);
    const version = await schemaVersion(dataSource);
    return { database: await join(lockTimeoutMs), version, dataSource };
  } catch (error) {
    await dataSource.destroy();
    discard();
    throw openingError(location, error);
  }
}

/**
 * Opens a store for its migrations alone: nothing is migrated by opening it. All that is asked of it throws
 * StoreTooNewError when a newer program made it.
 * @throws StoreOpenError when there is no store to be had.
 */
export async function openMigrations(databaseUrl: string): Promise<StoreMigrations> {
  const location = parseDatabaseUrl(databaseUrl);
  const { dataSource, discard } = await connect(location);
  const told = async <Result>(work: Promise<Result>): Promise<Result> =>
    work.catch((error: unknown) => {
      throw openingError(location, error);
    });
  return {
    status: () => told(migrationStatus(dataSource)),
    up: () => told(migrateUp(dataSource)),
    down: () => told(migrateDown(dataSource)),
    close: async () => {
      await dataSource.destroy();
      discard();
    },
  };
}

interface Connection {
  readonly dataSource: DataSource;
  /** Makes the database of a store that has been migrated. */
  readonly join: (lockTimeoutMs: number) => Promise<Database>;
  /** Removes what was private to this connection, once it is closed. */
  readonly discard: () => void;
}

async function connect(location: DatabaseLocation, poolSize?: number): Promise<Connection> {
  try {
    if (location.kind === 'postgres') {
      const dataSource = await openPostgresSource(location, poolSize);
      return { dataSource, join: async (lockTimeoutMs) => postgresDatabase(dataSource, lockTimeoutMs), discard: () => undefined };
    }
    const file = await locateSqliteFile(location);
    const dataSource = await openSqliteWriter(file.path);
    return { dataSource, join: (lockTimeoutMs) => openSqliteDatabase(dataSource, file, lockTimeoutMs), discard: () => file.discard() };
  } catch (error) {
    throw openingError(location, error);
  }
}

class SqlStore implements NewsStore {
  readonly reader: GraphReader;
  private readonly changes = new StoryChanges();

  constructor(
    private readonly database: Database,
    private readonly version: number,
    private readonly dataSource: DataSource,
  ) {
    this.reader = new SqlGraphReader(database);
  }

  get connections(): ConnectionUse | null {
    return this.database.connectionUse;
  }

  async save(stories: readonly NormalisedStory[], options?: SaveOptions): Promise<SaveOutcome[]> {
    const outcomes = await saveStories(this.database, stories, options);
    if (options?.dryRun !== true) this.changes.saved(outcomes);
    return outcomes;
  }

  async remove(slugsOrIds: readonly string[]): Promise<RemovedStory[]> {
    const removed = await removeStories(this.database, slugsOrIds);
    this.changes.removed(removed);
    return removed;
  }

  onStoriesChanged(listener: StoriesChangedListener): () => void {
    return this.changes.listen(listener);
  }

  findUnknownReference(filter: ExportFilter): Promise<UnknownReference | null> {
    return findUnknownReference(this.database, filter);
  }

  stories(filter?: ExportFilter): AsyncIterable<StoryDraft> {
    return exportStories(this.database, filter);
  }

  reindex(onProgress?: (progress: RebuildProgress) => void): Promise<number> {
    return rebuildIndex(this.database, onProgress);
  }

  migrate(): Promise<string[]> {
    return migrateUp(this.dataSource);
  }

  stats(): Promise<StoreStats> {
    return readStats(this.database, this.version);
  }

  async ping(signal?: AbortSignal): Promise<void> {
    await this.database.read('SELECT 1 AS "answer"', [], signal);
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
