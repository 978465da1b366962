/**
 * The first matches in the order of their keys, on PostgreSQL. Where many nodes match, they are found soonest by going
 * through the nodes in order until there are enough; where few do, by the index of words, which gives all of them. Its
 * planner guesses how many there are, and guesses wrong for beginnings of words and for words that go together. So a few
 * nodes are looked at first, in the same statement, and the statement's plan fits any words: it is made once and kept.
 * They are taken from all over what would be gone through, since a name that is in all of today's news may be in no older;
 * and no more than that is gone through before the index is asked after all.
 */
import type { Noun } from '../../domain/identity';
import { searchTable } from './search-index';

/** How many nodes are looked at, and how many of them must match for a word to be taken for a common one. */
const LOOKED_AT = 48;
const COMMON = 4;

/** How many nodes are gone through for each match that is wanted: as many as a common word has at most. */
const PASSED_A_MATCH = LOOKED_AT / COMMON;
/** And at least so many, since a few matches may lie farther from one another. */
const LEAST_PASSED = 2_000;

export interface FirstMatches {
  readonly noun: Noun;
  /** Where the words are looked for. */
  readonly part: 'heading' | 'words';
  /** The placeholder of a parameter that holds a `tsquery`. */
  readonly query: string;
  /** Columns of the index to be given. */
  readonly columns: readonly string[];
  /** Further conditions on the rows `f` of the index. */
  readonly conditions?: readonly string[];
  readonly way: 'ASC' | 'DESC';
  readonly limit: number | string;
}

/** A SELECT of these columns; in any order. */
export function firstMatches({ noun, part, query, columns, conditions = [], way, limit }: FirstMatches): string {
  const table = `"${searchTable(noun)}" f`;
  const order = `ORDER BY f."key" ${way}`;
  const list = columns.map((column) => `f."${column}"`).join(', ');
  const where = (all: readonly string[]): string => (all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`);
  const isMatch = matchesOneByOne(`f."${part}"`, query);
  const count = `greatest(${LEAST_PASSED}, ${PASSED_A_MATCH} * (${limit}))`;
  const start = `(SELECT f."key" FROM ${table}${where(conditions)} ${order} LIMIT 1)`;
  const [within, sign] = way === 'DESC' ? ['<=', '-'] : ['>=', '+'];
  const place = `${start} ${sign} step * (${count} / ${LOOKED_AT})`;
  const looked =
    `SELECT f."${part}" FROM generate_series(0, ${LOOKED_AT - 1}) AS step, ` +
    `LATERAL (SELECT f."${part}" FROM ${table} WHERE f."key" ${within} ${place} ${order} LIMIT 1) f`;
  const passed = `SELECT f.* FROM ${table}${where(conditions)} ${order} LIMIT ${count}`;
  const indexed = `SELECT ${list} FROM ${table}${where([`f."${part}" @@ ${unplanned(query)}`, ...conditions])} ${order} LIMIT ${limit}`;
  const isFull = `(SELECT count(*) >= ${limit} FROM "walk")`;
  return (
    `WITH "look" ("isCommon") AS MATERIALIZED (SELECT count(*) >= ${COMMON} FROM (${looked}) f WHERE ${isMatch}), ` +
    `"walk" AS MATERIALIZED (SELECT ${list} FROM (${passed}) f WHERE (SELECT "isCommon" FROM "look") AND ${isMatch} LIMIT ${limit}) ` +
    `SELECT * FROM "walk" WHERE ${isFull} UNION ALL SELECT * FROM (${indexed}) i WHERE NOT ${isFull}`
  );
}

/** A `tsquery` in a parameter, which the planner is not to see: it takes one that it does not see for a rare one. */
export function unplanned(placeholder: string): string {
  return `(SELECT ${placeholder}::tsquery)`;
}

/** A condition for rows that are found otherwise: the function of the operator `@@`, which no index knows. */
export function matchesOneByOne(vector: string, placeholder: string): string {
  return `ts_match_vq(${vector}, ${placeholder}::tsquery)`;
}
