/** What a search box may offer: nodes whose names have the typed words, the last of which may go on. */
import type { Noun } from '../../domain/identity';
import type { SearchQuery } from '../../domain/search-query';
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import { firstMatches, matchesOneByOne } from './first-matches';
import { matchExpression } from './match-expression';
import { indexedNouns } from './node-texts';
import { HEADING_START } from './search-document';
import { headingTable } from './search-index';
import type { BoundStatement } from './bound-statement';

export interface SuggestRequest {
  readonly query: SearchQuery;
  readonly nouns: readonly Noun[];
  /** How many to give of each noun. */
  readonly size: number;
}

export interface Suggestion {
  readonly noun: Noun;
  readonly id: string;
  readonly name: string;
  /** How many stories have it; 0 for a story. */
  readonly storyCount: number;
  /** 1 when its name or an alias begins with what has been typed, else 0. */
  readonly begins: number;
}

/**
 * How many matches of a noun are considered: of stories those that came last, of shared nodes those that came first,
 * among which are those with most stories.
 */
const CONSIDERED = { Story: 200, shared: 500 } as const;

/** Rows of suggestions: of each noun first those that begin so, then those with most stories, or the newest. */
export function suggestionStatement({ query, nouns, size }: SuggestRequest, dialect: Dialect): BoundStatement {
  const parameters: SqlValue[] = [matchExpression(query, dialect), size, matchExpression(beginningOf(query), dialect)];
  const branches = nouns.flatMap((noun) => {
    const { table, nameColumn } = indexedNouns[noun];
    if (nameColumn === null) return [];
    const count = noun === 'Story' ? '0' : 'n."storyCount"';
    const order = noun === 'Story' ? 'n."orderedAt" DESC, n."id"' : 'n."storyCount" DESC, n."id"';
    return [
      `SELECT * FROM (SELECT '${noun}' AS "noun", n."id" AS "id", n."${nameColumn}" AS "name", ${count} AS "storyCount", k."begins" AS "begins" ` +
        `FROM (${considered(noun, dialect)}) k JOIN "${table}" n ON n."key" = k."key" ` +
        `ORDER BY k."begins" DESC, ${order} LIMIT ${dialect.parameter(2)} + 0) AS "of${noun}"`,
    ];
  });
  return branches.length === 0
    ? { sql: 'SELECT 1 AS "noun" WHERE 1 = 0', parameters: [] }
    : { sql: branches.join(' UNION ALL '), parameters };
}

/** What has been typed, as the beginning of a heading. */
function beginningOf({ terms }: SearchQuery): SearchQuery {
  const words = [HEADING_START, ...terms.flatMap((term) => term.words)];
  return { terms: [{ words, isPrefix: terms.at(-1)?.isPrefix ?? false }], excluded: [] };
}

/** A SELECT of the considered `key`s with what `begins` so. */
function considered(noun: Noun, dialect: Dialect): string {
  const [way, limit] = noun === 'Story' ? (['DESC', CONSIDERED.Story] as const) : (['ASC', CONSIDERED.shared] as const);
  const [query, beginning] = [dialect.parameter(1), dialect.parameter(3)];
  if (dialect.name === 'postgres') {
    const matches = firstMatches({ noun, part: 'heading', query, columns: ['key', 'heading'], way, limit });
    return `SELECT m."key" AS "key", CASE WHEN ${matchesOneByOne('m."heading"', beginning)} THEN 1 ELSE 0 END AS "begins" FROM (${matches}) m`;
  }
  const index = `"${headingTable(noun)}"`;
  const matches = `SELECT rowid AS "key" FROM ${index} WHERE ${index} MATCH ${query} ORDER BY rowid ${way} LIMIT ${limit}`;
  // FTS5 looks for beginnings within the span of the considered alone, and takes a NULL for no bound at all.
  const bound = (edge: 'min' | 'max'): string => `(SELECT coalesce(${edge}("key"), -1) FROM "matches")`;
  const begins = `SELECT rowid FROM ${index} WHERE ${index} MATCH ${beginning} AND rowid BETWEEN ${bound('min')} AND ${bound('max')}`;
  return `WITH "matches" AS MATERIALIZED (${matches}) SELECT m."key" AS "key", m."key" IN (${begins}) AS "begins" FROM "matches" m`;
}
