/**
 * The form in which statements give JSON: a row is a list of its values in a known order, and its names are put to them
 * when the JSON has been parsed. Written out, each name would be made, sent and parsed once for each row: a fifth of
 * what PostgreSQL takes for a page, a tenth of what SQLite does, a fifth of the parsing.
 *
 * Where a row has one value alone, that stands for it.
 */
import type { Dialect } from '../database/dialect';

/** Makes what was asked for of a value as it was parsed, whose lists it may change. */
export type Read = (value: unknown) => unknown;

/** SQL that gives a value, and how to read that. */
export interface Form {
  readonly sql: string;
  /** Null where the value is what was asked for as it stands. */
  readonly read: Read | null;
  /** Whether the SQL gives JSON, rather than a value that becomes JSON as a part of other JSON. */
  readonly isJson: boolean;
}

export type Entry = readonly [name: string, form: Form];

/** What an SQL expression gives. */
export function value(sql: string): Form {
  return { sql, read: null, isJson: false };
}

/** JSON that is what was asked for as it stands. */
export function json(sql: string): Form {
  return { sql, read: null, isJson: true };
}

/** A row that is always there. */
export function record(entries: readonly Entry[], dialect: Dialect): Form {
  const [only, ...others] = entries;
  if (only === undefined || others.length > 0) return listed(entries, dialect);
  const [name, { sql, read, isJson }] = only;
  return {
    sql,
    isJson,
    read: (given) => {
      // An assignment: an object literal with a computed name takes several times as long.
      const row: Record<string, unknown> = {};
      row[name] = read === null ? given : read(given);
      return row;
    },
  };
}

/** A row of a subquery's `FROM`, or null where it gives none. */
export function rowOrNull(entries: readonly Entry[], from: string, dialect: Dialect): Form {
  // Never the one value for the row: a null would mean either.
  const { sql, read, isJson } = listed(entries, dialect);
  return { sql: `(SELECT ${sql} FROM ${from})`, isJson, read: (given) => (given === null || read === null ? given : read(given)) };
}

/** One member for each row of `FROM (ordered subquery)`. */
export function listOf({ sql, read }: Form, from: string, dialect: Dialect): Form {
  const list = `(SELECT ${dialect.jsonArray(sql)} FROM ${from})`;
  return { sql: list, isJson: true, read: read === null ? null : readEach(read) };
}

/** The same as JSON in any case, for the outermost value of a statement. */
export function asJson(form: Form, dialect: Dialect): Form {
  return form.isJson ? form : { sql: dialect.jsonList([form.sql]), isJson: true, read: (given) => readFirst(given as unknown[], form.read) };
}

function listed(entries: readonly Entry[], dialect: Dialect): Form {
  return { sql: dialect.jsonList(entries.map(([, { sql }]) => sql)), isJson: true, read: readNamed(entries) };
}

function readNamed(entries: readonly Entry[]): Read {
  const names = entries.map(([name]) => name);
  const parts = entries.flatMap(([, { read }], place) => (read === null ? [] : [{ place, read }]));
  return (given) => {
    const values = given as unknown[];
    for (const { place, read } of parts) values[place] = read(values[place]);
    const row: Record<string, unknown> = {};
    for (let place = 0; place < names.length; place += 1) row[names[place] as string] = values[place];
    return row;
  };
}

function readEach(read: Read): Read {
  return (given) => {
    const members = given as unknown[];
    for (let place = 0; place < members.length; place += 1) members[place] = read(members[place]);
    return members;
  };
}

function readFirst([first]: readonly unknown[], read: Read | null): unknown {
  return read === null ? first : read(first);
}
