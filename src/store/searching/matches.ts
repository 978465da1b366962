/** How a statement asks an index for the nodes that match a query. */
import type { Noun } from '../../domain/identity';
import type { SearchQuery } from '../../domain/search-query';
import type { Dialect } from '../database/dialect';
import { piecesValue, spelledOutAlone } from './beginnings';
import { matchExpression, matchPieces } from './match-expression';
import { keyColumn, searchTable } from './search-index';

/**
 * The keys of the nodes of a noun that match, as a subquery of one integer column: `n."key" IN <matchingKeys(…)>`.
 * @param placeholder of a parameter that holds `matchValue` of the query.
 */
export function matchingKeys(noun: Noun, placeholder: string, dialect: Pick<Dialect, 'name'>): string {
  const operand = dialect.name === 'sqlite' ? spelledOutAlone(noun, placeholder) : placeholder;
  return `(SELECT ${keyColumn(dialect)} FROM "${searchTable(noun)}" WHERE ${matches(noun, operand, dialect)})`;
}

/** What a query's parameter holds; see `matchingKeys`. */
export function matchValue(query: SearchQuery, dialect: Pick<Dialect, 'name'>): string {
  return dialect.name === 'sqlite' ? piecesValue(matchPieces(query)) : matchExpression(query, dialect);
}

/**
 * The condition on the rows of a noun's index that match.
 * @param operand an expression that gives what `matchExpression` does.
 */
export function matches(noun: Noun, operand: string, { name }: Pick<Dialect, 'name'>): string {
  return name === 'sqlite' ? `"${searchTable(noun)}" MATCH ${operand}` : `"words" @@ ${operand}::tsquery`;
}
