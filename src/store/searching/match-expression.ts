/** Queries in the words of the two full-text engines. Words are letters and digits alone, so that nothing needs escaping. */
import type { SearchQuery, SearchTerm } from '../../domain/search-query';
import type { Dialect } from '../database/dialect';

/** What of a document a query is held against: one part alone, or all its words. */
export type SearchPart = 'heading' | 'lead' | 'words';

/** Is in no document. */
const NOTHING: SearchTerm = { words: ['\ue00f'], isPrefix: false };

/**
 * The value to bind where a statement asks for matches: FTS5's MATCH on SQLite, a `tsquery` on PostgreSQL. A query
 * that asks for nothing finds nothing.
 * @param part asks in this part alone; on PostgreSQL each part is a column, and the value is the same for all.
 */
export function matchExpression(query: SearchQuery, { name }: Pick<Dialect, 'name'>, part: SearchPart = 'words'): string {
  const terms = query.terms.length === 0 ? [NOTHING] : query.terms;
  const { excluded } = query;
  if (name === 'postgres') return [...terms.map(tsquery), ...excluded.map((term) => `!(${tsquery(term)})`)].join(' & ');
  const wanted = `(${terms.map(fts5).join(' AND ')})`;
  const asked = excluded.length === 0 ? wanted : `(${wanted} NOT (${excluded.map(fts5).join(' OR ')}))`;
  return part === 'words' ? asked : `${part} : ${asked}`;
}

/** https://www.sqlite.org/fts5.html#full_text_query_syntax */
function fts5({ words, isPrefix }: SearchTerm): string {
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
}

/** https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY */
function tsquery({ words, isPrefix }: SearchTerm): string {
  return `(${words.map((word, place) => `'${word}'${isPrefix && place === words.length - 1 ? ':*' : ''}`).join(' <-> ')})`;
}
