import { types } from 'node:util';
import { StoreUnavailableError } from '../errors';
import { ConstraintError } from './constraint-error';

const UNAVAILABLE: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'The database file is locked by another process.',
  SQLITE_LOCKED: 'The database file is locked.',
  SQLITE_FULL: 'The disk with the database file is full.',
  SQLITE_IOERR: 'The database file cannot be read or written.',
  SQLITE_CANTOPEN: 'The database file cannot be opened.',
  SQLITE_READONLY: 'The database file is read-only.',
  SQLITE_CORRUPT: 'The database file is damaged.',
  SQLITE_NOTADB: 'The database file is not a SQLite database.',
  SQLITE_PERM: 'The database file may not be opened.',
  SQLITE_INTERRUPT: 'The statement was interrupted.',
};

/** The driver's error in the store's words; an error that is a fault of the program stays as it is. */
export function translateSqliteError(error: Error): Error {
  const code = sqliteCode(error);
  if (code === 'SQLITE_CONSTRAINT') return new ConstraintError(error.message, { cause: error });
  const message = code === null ? undefined : UNAVAILABLE[code];
  return message === undefined ? error : new StoreUnavailableError(message, { cause: error });
}

/** The code of SQLite that an error carries (`SQLITE_BUSY`), or null. */
export function sqliteCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') ? error.code : null;
}

/** Ends a transaction that failed, where it is not over: after a full disk, among others, SQLite has rolled back by itself. */
export async function rollBackSqlite(rollBack: () => Promise<unknown>): Promise<void> {
  try {
    await rollBack();
  } catch (error) {
    const isOver = types.isNativeError(error) && error.message.includes('no transaction is active');
    if (!isOver) throw error;
  }
}
