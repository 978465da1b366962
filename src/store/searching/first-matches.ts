/**
 * The first matches in the order of their keys, on PostgreSQL. Where many nodes match, they are found soonest by going
 * through the nodes in order until there are enough; where few do, by the index of words, which gives all of them. Its
 * planner guesses how many there are, and guesses wrong for beginnings of words and for words that go together. So a few
 * nodes are looked at first, in the same statement, and the statement's plan fits any words: it is made once and kept.
 */
import type { Noun } from '../../domain/identity';
import { keyColumn, searchTable } from './search-index';

/** How many nodes are looked at, and how many of them must match for a word to be taken for a common one. */
const LOOKED_AT = 48;
const COMMON = 4;

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
  const order = `ORDER BY f.${keyColumn({ name: 'postgres' })} ${way}`;
  const list = columns.map((column) => `f."${column}"`).join(', ');
  const first = (condition: string): string =>
    `SELECT ${list} FROM ${table} WHERE ${[condition, ...conditions].join(' AND ')} ${order} LIMIT ${limit}`;
  const sample = `SELECT f."${part}" AS "vector" FROM ${table} ${order} LIMIT ${LOOKED_AT}`;
  const isCommon = `SELECT count(*) >= ${COMMON} FROM (${sample}) s WHERE ${matchesOneByOne('s."vector"', query)}`;
  return (
    `WITH "look" ("isCommon") AS MATERIALIZED (${isCommon}) ` +
    `SELECT * FROM (${first(matchesOneByOne(`f."${part}"`, query))}) w WHERE (SELECT "isCommon" FROM "look") ` +
    `UNION ALL SELECT * FROM (${first(`f."${part}" @@ ${unplanned(query)}`)}) i WHERE NOT (SELECT "isCommon" FROM "look")`
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
