import { types } from 'node:util';
import { StoreOpenError, StoreTooNewError, StoreUnavailableError } from '../errors';
import type { DatabaseLocation } from './database-url';
import { translatePostgresError } from './postgres-errors';
import { translateSqliteError } from './sqlite-errors';

/** What to say when a store cannot be opened: one line with its place, never with a password. */
export function openingError(location: DatabaseLocation, error: unknown): Error {
  if (error instanceof StoreOpenError || error instanceof StoreTooNewError) return error;
  const place = placeOf(location);
  const known = location.kind === 'postgres' ? translatePostgresError(error) : translateCause(error);
  const reason = types.isNativeError(known) ? known.message : String(known);
  const detail = known instanceof StoreUnavailableError ? detailOf(known.cause) : '';
  return new StoreOpenError(`Cannot open the store at ${place}: ${oneLine(reason + detail)}`, { cause: error });
}

function placeOf(location: DatabaseLocation): string {
  switch (location.kind) {
    case 'postgres':
      return location.label;
    case 'sqlite-file':
      return location.path;
    case 'sqlite-temporary':
      return 'a temporary file';
  }
}

/** TypeORM wraps a statement's error and keeps the driver's. */
function translateCause(error: unknown): unknown {
  if (!types.isNativeError(error)) return error;
  return 'driverError' in error && types.isNativeError(error.driverError)
    ? translateSqliteError(error.driverError)
    : translateSqliteError(error);
}

/** The server's own words help where ours are general. */
function detailOf(cause: unknown): string {
  if (!types.isNativeError(cause) || cause.message === '' || cause.message.startsWith('SQLITE_')) return '';
  return ` (${cause.message})`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
