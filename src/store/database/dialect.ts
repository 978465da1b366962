/**
 * Where the SQL of the two databases differs. All else in the store is written once, in the SQL that both speak.
 * Values never become part of a statement's text: they are parameters, lists of them one JSON parameter.
 */

import { jsonbRows } from './jsonb';

/** The type that a field of a JSON list has in SQL. `json` stays JSON text. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'json';

/** A table's columns with the types of their values. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** Rows as a table of SQL, with the parameters that hold them; the SQL is the same for any rows of these columns. */
export interface BulkRows {
  readonly table: string;
  readonly parameters: readonly (string | Buffer)[];
}

export interface Dialect {
  readonly name: 'sqlite' | 'postgres';

  /** The placeholder of the parameter at this place, counted from 1. */
  parameter(place: number): string;

  /** An expression that makes a JSON object of expressions; `null` SQL values become JSON null. */
  jsonObject(entries: readonly (readonly [name: string, expression: string])[]): string;

  /** The aggregate that makes a JSON array, `[]` of no rows, of an expression over the rows of `FROM (ordered subquery)`. */
  jsonArray(expression: string): string;

  /** A text column that holds JSON, as a JSON value inside `jsonObject` or `jsonArray`; SQL NULL stays null. */
  asJson(expression: string): string;

  /** An expression that makes a JSON array of expressions. */
  jsonList(expressions: readonly string[]): string;

  /** A JSON list of objects in a parameter as a table: `FROM <rows(…)>`. */
  rows(parameter: string, columns: Readonly<Record<string, ColumnType>>, alias: string): string;

  /** Rows to write, as a table: `FROM <table>`, with its own parameters. The fastest form that the database knows. */
  bulk(columns: Columns, rows: readonly Readonly<Record<string, unknown>>[], alias: string, firstPlace?: number): BulkRows;

  /** A JSON list of texts in a parameter as a table of `place` (from 0) and `value`. */
  values(parameter: string, alias: string): string;

  /** A JSON list of keys in a parameter as a subquery of one integer column: `IN <keys(…)>`. */
  keys(parameter: string): string;

  /** A JSON list of texts in a parameter as a subquery of one text column: `IN <texts(…)>`. */
  texts(parameter: string): string;

  /** A subquery that may use the tables to its left, as a table: `, <lateral(…)>`. The subquery selects one column `value`. */
  lateral(subquery: string, alias: string): string;

  /** The whole hours from the epoch to an instant's text, rounded down. The year 0, which PostgreSQL has not, counts as the year 1. */
  hours(instant: string): string;

  /** Whether an expression is among the few that a subquery of one column gives, whatever row it is asked for. */
  among(expression: string, subquery: string): string;

  /** An expression for a condition that is to be checked row by row, where the planner would else look rows up by it. */
  unindexed(expression: string): string;

  /**
   * What stands after LIMIT: the number in a parameter, which the planner is not to see, unless so much hangs on it that
   * a plan for this number is worth making each time.
   */
  limit(parameter: string, isWorthAPlan: boolean): string;

  /** One of the values of the row at which a page begins or ends, in a parameter, which the planner is not to see. */
  bound(parameter: string, type: 'text' | 'integer'): string;

  /** A boolean literal. */
  boolean(value: boolean): string;

  /**
   * A statement that sets so many generated keys of a table aside (the one parameter: how many) and gives the `first`.
   * For writers, who are one at a time.
   */
  reserveKeys(table: string): string;
}

const YEAR_ONE = '0001-01-01T00:00:00.000Z';
/** More hours than lie between the year 1 and the epoch. */
const HOURS_BEFORE = 20_000_000;

const quote = (name: string): string => `'${name.replaceAll("'", "''")}'`;
const pairs = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([name, expression]) => `${quote(name)}, ${expression}`).join(', ');

export const sqlite: Dialect = {
  name: 'sqlite',
  // Numbered: sqlite3 binds `$1` by first appearance in the text, not by its number.
  parameter: (place) => `?${place}`,
  jsonObject: (entries) => `json_object(${pairs(entries)})`,
  jsonList: (expressions) => `json_array(${expressions.join(', ')})`,
  jsonArray: (expression) => `json_group_array(${expression})`,
  asJson: (expression) => `json(${expression})`,
  rows: (parameter, columns, alias) => {
    const fields = Object.entries(columns).map(([name, type]) =>
      // -> keeps a JSON list or object as JSON text, ->> makes SQL values (booleans become 0 and 1).
      type === 'json'
        ? `nullif(value -> '$.${name}', 'null') AS "${name}"`
        : `value ->> '$.${name}' AS "${name}"`,
    );
    return `(SELECT key AS "place", ${fields.join(', ')} FROM json_each(${parameter})) AS ${alias}`;
  },
  bulk: (columns, rows, alias, firstPlace = 1) => {
    const names = Object.keys(columns);
    // The operator ->> makes a path of its number anew for each value; this one is a constant.
    const fields = names.map((name, place) => `jsonb_extract(value, '$[${place}]') AS "${name}"`);
    return {
      table: `(SELECT ${fields.join(', ')} FROM jsonb_each(?${firstPlace})) AS ${alias}`,
      parameters: [jsonbRows(names, rows)],
    };
  },
  values: (parameter, alias) => `(SELECT key AS "place", value AS "value" FROM json_each(${parameter})) AS ${alias}`,
  keys: (parameter) => `(SELECT value FROM json_each(${parameter}))`,
  texts: (parameter) => `(SELECT value FROM json_each(${parameter}))`,
  lateral: (subquery, alias) => `json_each((SELECT json_group_array("value") FROM (${subquery}))) AS ${alias}`,
  among: (expression, subquery) => `${expression} IN ${subquery}`,
  // https://www.sqlite.org/optoverview.html, "Disqualifying WHERE-Clause Terms using unary "+"
  unindexed: (expression) => `+${expression}`,
  // A parameter that stands alone there it looks into, and prepares the statement again each time another is bound: three
  // times the work of running it. An expression it takes as it comes.
  limit: (parameter) => `${parameter} + 0`,
  bound: (parameter) => parameter,
  // Whole milliseconds of a day number that is never below 0: both divisions round down.
  hours: (instant) => `((unixepoch(max(${instant}, '${YEAR_ONE}')) + ${HOURS_BEFORE * 3_600}) / 3600 - ${HOURS_BEFORE})`,
  boolean: (value) => (value ? '1' : '0'),
  // The sequence follows by itself when rows with these keys are written.
  reserveKeys: (table) =>
    `SELECT coalesce(max("seq"), 0) + 1 AS "first" FROM "sqlite_sequence" WHERE "name" = ${quote(table)} AND ?1 > 0`,
};

const POSTGRES_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'integer',
  boolean: 'boolean',
  json: 'json',
};

/** Rows hold what SQL has scalars for; anything else would be a row made wrongly. */
function textOfValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError(`A row holds ${typeof value}, which is no SQL scalar.`);
}

/** https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO */
function arrayLiteral(values: readonly unknown[]): string {
  const elements = values.map((value) =>
    value === null || value === undefined ? 'NULL' : `"${textOfValue(value).replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${elements.join(',')}}`;
}

export const postgres: Dialect = {
  name: 'postgres',
  parameter: (place) => `$${place}`,
  jsonObject: (entries) => `json_build_object(${pairs(entries)})`,
  jsonList: (expressions) => `json_build_array(${expressions.join(', ')})`,
  jsonArray: (expression) => `coalesce(json_agg(${expression}), '[]'::json)`,
  asJson: (expression) => `(${expression})::json`,
  rows: (parameter, columns, alias) => {
    const fields = Object.entries(columns).map(([name, type]) => {
      const value = type === 'json' ? `nullif((value -> '${name}')::text, 'null')` : `(value ->> '${name}')`;
      return `${value}${type === 'json' ? '' : `::${POSTGRES_TYPES[type]}`} AS "${name}"`;
    });
    return (
      `(SELECT ordinality::integer - 1 AS "place", ${fields.join(', ')} ` +
      `FROM json_array_elements(${parameter}::json) WITH ORDINALITY) AS ${alias}`
    );
  },
  bulk: (columns, rows, alias, firstPlace = 1) => {
    const names = Object.keys(columns);
    // An array a column takes an eighth of the time that JSON rows do.
    const arrays = Object.values(columns).map((type, place) => `$${firstPlace + place}::${POSTGRES_TYPES[type]}[]`);
    return {
      table: `unnest(${arrays.join(', ')}) AS ${alias} (${names.map((name) => `"${name}"`).join(', ')})`,
      parameters: names.map((name) => arrayLiteral(rows.map((row) => row[name]))),
    };
  },
  values: (parameter, alias) =>
    `(SELECT ordinality::integer - 1 AS "place", value AS "value" ` +
    `FROM json_array_elements_text(${parameter}::json) WITH ORDINALITY) AS ${alias}`,
  keys: (parameter) => `(SELECT value::integer FROM json_array_elements_text(${parameter}::json))`,
  texts: (parameter) => `(SELECT value FROM json_array_elements_text(${parameter}::json))`,
  lateral: (subquery, alias) => `LATERAL (${subquery}) AS ${alias}`,
  // It takes a JSON list for a hundred rows, and would read all ties for them; of an array it expects ten, as here is usual.
  among: (expression, subquery) => `${expression} = ANY (ARRAY${subquery})`,
  // Its planner knows how many rows to expect.
  unindexed: (expression) => expression,
  // For values that it sees it makes a plan each time, half a millisecond of work, because a plan for any values seems to
  // cost more: it takes an unknown page for a tenth of all rows. For values that it does not see it keeps one plan.
  limit: (parameter, isWorthAPlan) => (isWorthAPlan ? `${parameter}::integer` : `(SELECT ${parameter}::integer)`),
  bound: (parameter, type) => `(SELECT ${parameter}::${POSTGRES_TYPES[type]})`,
  hours: (instant) => `floor(extract(epoch FROM greatest(${instant}, '${YEAR_ONE}')::timestamptz) / 3600)::integer`,
  boolean: (value) => (value ? 'true' : 'false'),
  reserveKeys: (table) =>
    `SELECT (setval("sequence", nextval("sequence") + $1::bigint - 1) - $1::bigint + 1)::integer AS "first"
     FROM (SELECT pg_get_serial_sequence(${quote(`"${table}"`)}, 'key')::regclass AS "sequence") AS named`,
};
