/** The statement that counts all matches of a search, however many there are. */
import type { Noun } from '../../domain/identity';
import type { Dialect } from '../database/dialect';
import type { BoundStatement } from './bound-statement';
import { SearchMatches } from './search-matches';
import { SearchParameters } from './search-parameters';
import type { SearchRequest } from './search-request';

/** One row: `total`, how many matches these nouns have. */
export function totalStatement(request: SearchRequest, nouns: readonly Noun[], dialect: Dialect): BoundStatement {
  const parameters = new SearchParameters(request.query, dialect);
  const matches = new SearchMatches(request, parameters);
  const counts = nouns.map((noun) => `(SELECT count(*) FROM ${matches.counted(noun)})`);
  const words = parameters.words(nouns);
  return parameters.statement(`${words.length === 0 ? '' : `WITH ${words.join(', ')} `}SELECT CAST(${counts.join(' + ')} AS integer) AS "total"`);
}
