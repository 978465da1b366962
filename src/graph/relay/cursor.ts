/**
 * Cursors hold the values of a row in its list's order, and the name of that list. So they stay right when rows come
 * and go around them, and one list's cursor is not taken for another's.
 * https://relay.dev/graphql/connections.htm#sec-Cursor
 */
import { badUserInput } from '../errors';

export type CursorValue = string | number;

/** @param list names the list and its order: `Topic.stories:NEWEST`. */
export function encodeCursor(list: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([list, ...values])).toString('base64url');
}

/**
 * @param types of the list's order, which the values must have.
 * @throws BAD_USER_INPUT for anything that `encodeCursor` did not make for this list.
 */
export function decodeCursor(
  cursor: string,
  list: string,
  types: readonly ('text' | 'integer')[],
  argument: 'after' | 'before',
): CursorValue[] {
  const values = parse(cursor);
  const [name, ...rest] = values ?? [];
  const isOfList = name === list && rest.length === types.length && types.every((type, index) => hasType(rest[index], type));
  if (!isOfList) throw badUserInput(`"${argument}" is not a cursor of this list; give one that it returned.`, argument);
  return rest.filter((value): value is CursorValue => typeof value === 'string' || typeof value === 'number');
}

function parse(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const MAX_INTEGER = 2 ** 31 - 1;

/** PostgreSQL would refuse a NUL, and a number that takes more than 32 bits, with errors of its own. */
function hasType(value: unknown, type: 'text' | 'integer'): boolean {
  if (type === 'text') return typeof value === 'string' && !value.includes('\0');
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_INTEGER;
}
