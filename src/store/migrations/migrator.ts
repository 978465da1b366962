/** Brings a store to this program's schema, safely when two processes do so at once. */
import type { DataSource, QueryRunner } from 'typeorm';
import { rollBackSqlite } from '../database/sqlite-errors';
import { StoreTooNewError } from '../errors';
import type { MigrationStatus } from '../store';
import { migrations } from './index';

/** Any number, the same in every process: whoever holds it migrates, the others wait. */
const MIGRATION_LOCK = 7_365_831_902;

/**
 * Every migration of this program, oldest first, and whether the store has it.
 * @throws StoreTooNewError when the store has had a migration that this program does not know.
 */
export async function migrationStatus(dataSource: DataSource): Promise<MigrationStatus[]> {
  const applied = new Set(await appliedNames(dataSource));
  const known = new Set<string>(migrations.map(({ name }) => name));
  const unknown = [...applied].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new StoreTooNewError(
      `The store was made by a newer newsgraph (it has ${unknown.join(', ')}): install that version, or name another store.`,
    );
  }
  return migrations.map(({ name }) => ({ name, isApplied: applied.has(name) }));
}

/** How many migrations the store has had. */
export async function schemaVersion(dataSource: DataSource): Promise<number> {
  return (await appliedNames(dataSource)).length;
}

/** Is called before a store that is not empty is migrated, with the names of what it lacks. */
export type MigrationsListener = (names: readonly string[]) => void;

/**
 * Applies what the store lacks, all of it or nothing. Gives the names of what was applied.
 * @throws StoreTooNewError when the store has had a migration that this program does not know.
 */
export async function migrateUp(dataSource: DataSource, onMigrations: MigrationsListener = () => undefined): Promise<string[]> {
  // Almost every start finds nothing to do, and then it should not wait for a writer.
  const status = await migrationStatus(dataSource);
  const lacking = status.filter(({ isApplied }) => !isApplied).map(({ name }) => name);
  if (lacking.length === 0) return [];
  if (lacking.length < status.length) onMigrations(lacking);
  return exclusively(dataSource, async () => {
    await migrationStatus(dataSource);
    const applied = await dataSource.runMigrations({ transaction: transactionMode(dataSource) });
    return applied.map(({ name }) => name);
  });
}

/**
 * Takes back the newest migration. Gives its name, or null where there is none.
 * @throws StoreTooNewError when the store has had a migration that this program does not know.
 */
export async function migrateDown(dataSource: DataSource): Promise<string | null> {
  return exclusively(dataSource, async () => {
    const newest = (await migrationStatus(dataSource)).findLast(({ isApplied }) => isApplied);
    if (newest === undefined) return null;
    await dataSource.undoLastMigration({ transaction: transactionMode(dataSource) });
    return newest.name;
  });
}

async function appliedNames(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const table = dataSource.options.migrationsTableName ?? 'migrations';
    if (!(await runner.hasTable(table))) return [];
    const rows = await dataSource.query<{ name: string }[]>(`SELECT "name" FROM "${table}" ORDER BY "id"`, [], runner);
    return rows.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}

function isSqlite(dataSource: DataSource): boolean {
  return dataSource.options.type === 'sqlite';
}

/** On SQLite the transaction is ours, because it is the lock too. */
function transactionMode(dataSource: DataSource): 'all' | 'none' {
  return isSqlite(dataSource) ? 'none' : 'all';
}

async function exclusively<Result>(dataSource: DataSource, work: () => Promise<Result>): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  try {
    return isSqlite(dataSource) ? await inSqliteTransaction(runner, work) : await underAdvisoryLock(runner, work);
  } finally {
    await runner.release();
  }
}

async function inSqliteTransaction<Result>(runner: QueryRunner, work: () => Promise<Result>): Promise<Result> {
  // Tables that are rebuilt would take their dependants' rows along. The pragma does nothing inside a transaction.
  await runner.query('PRAGMA foreign_keys = OFF');
  try {
    await runner.query('BEGIN IMMEDIATE');
    try {
      const result = await work();
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      await rollBackSqlite(() => runner.query('ROLLBACK'));
      throw error;
    }
  } finally {
    await runner.query('PRAGMA foreign_keys = ON');
  }
}

async function underAdvisoryLock<Result>(runner: QueryRunner, work: () => Promise<Result>): Promise<Result> {
  const unlock = (): Promise<unknown> => runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  const result = await work().catch(async (error: unknown) => {
    // On a broken connection this fails too, and the server has let the lock go; what broke it is what is told.
    await unlock().catch(() => undefined);
    throw error;
  });
  await unlock();
  return result;
}
