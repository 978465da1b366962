import { types } from 'node:util';
import { DatabaseError } from 'pg';
import { StoreUnavailableError } from '../errors';
import { ConstraintError } from './constraint-error';

/** Classes and codes of https://www.postgresql.org/docs/current/errcodes-appendix.html that pass, or that an operator mends. */
const UNAVAILABLE: readonly (readonly [prefix: string, message: string])[] = [
  ['08', 'The connection to the database broke.'],
  ['57P', 'The database is shutting down or starting.'],
  ['57014', 'The database took too long.'],
  ['53100', 'The disk of the database is full.'],
  ['53', 'The database has no resources left.'],
  ['55P03', 'Another process holds the lock on the store.'],
  ['40', 'The database gave up the transaction for another one.'],
  ['25006', 'The database is read-only.'],
  ['28', 'The database refuses the user or the password.'],
  ['3D000', 'There is no such database.'],
  ['58', 'The database cannot read or write its files.'],
];

/** The driver's error in the store's words; an error that is a fault of the program stays as it is. */
export function translatePostgresError(error: unknown): unknown {
  if (error instanceof DatabaseError && error.code !== undefined) {
    const { code } = error;
    if (code.startsWith('23')) return new ConstraintError(error.message, { cause: error });
    const known = UNAVAILABLE.find(([prefix]) => code.startsWith(prefix));
    return known === undefined ? error : new StoreUnavailableError(known[1], { cause: error });
  }
  // What is not told by the server is told by the socket: refused, reset, ended, timed out.
  if (isSocketError(error)) return new StoreUnavailableError('The database cannot be reached.', { cause: error });
  return error;
}

/** Whether a statement was refused only because one before it in its transaction had failed. */
export function isAftermath(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '25P02';
}

const DRIVER_MESSAGES = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;

function isSocketError(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  // Node tries every address of a name and reports all.
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.some(isSocketError);
  if ('syscall' in error || ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code))) return true;
  return DRIVER_MESSAGES.test(error.message);
}
