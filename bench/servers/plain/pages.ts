/** Pages of a relation for many parents in one statement, in the form that suits the database. */
import type { BenchmarkDatabase } from '../database';

export interface PagedRelation {
  /** What to read, of the tie `e` and what is joined to it. */
  readonly columns: string;
  /** The table that is cut into pages, under the alias `e`. */
  readonly tie: string;
  /** The tie's column that holds the parent's key. */
  readonly parent: string;
  /** The tie's columns that the rest of the statement uses. */
  readonly carried: readonly string[];
  readonly where?: string;
  readonly order: string;
  readonly join?: string;
}

/** The statement's text; `$1` is the list of keys, `$2` the size of a page. Rows tell their parent's key as `parent`. */
export function pagesText(database: BenchmarkDatabase, relation: PagedRelation): string {
  return database.kind === 'sqlite' ? windowText(database, relation) : lateralText(relation);
}

/** SQLite has no LATERAL: all the parents' rows are numbered, and only keys and order are carried so far. */
function windowText(database: BenchmarkDatabase, { columns, tie, parent, carried, where, order, join = '' }: PagedRelation): string {
  const numbered =
    `SELECT ${listOf([parent, ...carried])}, row_number() OVER (PARTITION BY e."${parent}" ORDER BY ${order}) AS "rank" ` +
    `FROM ${tie} WHERE e."${parent}" ${database.anyOf(1)}${andAlso(where)}`;
  return (
    `SELECT ${columns}, e."${parent}" AS "parent" FROM (${numbered}) e ${join} ` +
    `WHERE e."rank" <= $2 ORDER BY e."${parent}", e."rank"`
  );
}

/** A page is read off an index for each parent. */
function lateralText({ columns, tie, parent, carried, where, order, join = '' }: PagedRelation): string {
  const page = `SELECT ${listOf(carried)} FROM ${tie} WHERE e."${parent}" = k."key"${andAlso(where)} ORDER BY ${order} LIMIT $2`;
  return (
    `SELECT ${columns}, k."key" AS "parent" FROM unnest($1::int[]) AS k("key") CROSS JOIN LATERAL (${page}) e ${join} ` +
    `ORDER BY k."key", ${order}`
  );
}

function listOf(columns: readonly string[]): string {
  return columns.map((column) => `e."${column}"`).join(', ');
}

function andAlso(condition: string | undefined): string {
  return condition === undefined ? '' : ` AND ${condition}`;
}
