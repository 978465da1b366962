/** What a search box may offer: nodes whose names have the typed words, the last of which may go on. */
import type { Noun } from '../../domain/identity';
import type { SearchQuery } from '../../domain/search-query';
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import { firstMatches } from './first-matches';
import { matchExpression } from './match-expression';
import { indexedNouns } from './node-texts';
import { headingTable, keyColumn } from './search-index';
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
}

/**
 * How many matches of a noun are considered: of stories those that came last, of shared nodes those that came first,
 * among which are those with most stories.
 */
const CONSIDERED = { Story: 200, shared: 500 } as const;

/** Rows of suggestions: of each noun the best first. */
export function suggestionStatement({ query, nouns, size }: SuggestRequest, dialect: Dialect): BoundStatement {
  const parameters: SqlValue[] = [matchExpression(query, dialect), size];
  const branches = nouns.flatMap((noun) => {
    const { table, nameColumn } = indexedNouns[noun];
    if (nameColumn === null) return [];
    const key = `f.${keyColumn(dialect)}`;
    const [way, limit, count] = noun === 'Story' ? (['DESC', CONSIDERED.Story, '0'] as const) : (['ASC', CONSIDERED.shared, 'n."storyCount"'] as const);
    const index = headingTable(noun);
    const considered =
      dialect.name === 'sqlite'
        ? `SELECT ${key} AS "key" FROM "${index}" f WHERE "${index}" MATCH ${dialect.parameter(1)} ORDER BY ${key} ${way} LIMIT ${limit}`
        : firstMatches({ noun, part: 'heading', query: dialect.parameter(1), columns: ['key'], way, limit });
    const order = noun === 'Story' ? 'n."orderedAt" DESC, n."id"' : 'n."storyCount" DESC, n."id"';
    return [
      `SELECT * FROM (SELECT '${noun}' AS "noun", n."id" AS "id", n."${nameColumn}" AS "name", ${count} AS "storyCount" ` +
        `FROM (${considered}) k JOIN "${table}" n ON n."key" = k."key" ORDER BY ${order} LIMIT ${dialect.parameter(2)} + 0) AS "of${noun}"`,
    ];
  });
  return branches.length === 0
    ? { sql: 'SELECT 1 AS "noun" WHERE 1 = 0', parameters: [] }
    : { sql: branches.join(' UNION ALL '), parameters };
}
