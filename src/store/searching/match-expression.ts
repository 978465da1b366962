/** Queries in the words of the two full-text engines. Words are letters and digits alone, so that nothing needs escaping. */
import type { SearchQuery, SearchTerm } from '../../domain/search-query';
import type { Dialect } from '../database/dialect';

/** What of a document a query is held against: one part alone, or all its words. */
export type SearchPart = 'heading' | 'lead' | 'words';

/** A piece of a query for FTS5: text as it is, or a beginning of words with what stands before it in its phrase. */
export type MatchPiece = string | { readonly before: string; readonly beginning: string };

/** Is in no document. */
const NOTHING: SearchTerm = { words: ['\ue00f'], isPrefix: false };

/** A query that finds nothing, for FTS5. */
export const FTS5_NOTHING = '"\ue00f"';

/**
 * The value to bind where a statement asks for matches: FTS5's MATCH on SQLite, a `tsquery` on PostgreSQL. A query
 * that asks for nothing finds nothing.
 * @param part asks in this part alone; on PostgreSQL each part is a column, and the value is the same for all.
 */
export function matchExpression(query: SearchQuery, { name }: Pick<Dialect, 'name'>, part: SearchPart = 'words'): string {
  if (name === 'sqlite') return matchPieces(query, part).map(textOf).join('');
  const { excluded } = query;
  return [...termsOf(query).map(tsquery), ...excluded.map((term) => `!(${tsquery(term)})`)].join(' & ');
}

/**
 * The same for FTS5, in pieces, so that beginnings may be spelled out.
 * https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function matchPieces(query: SearchQuery, part: SearchPart = 'words'): MatchPiece[] {
  const wanted = ['(', ...joined(termsOf(query), ' AND '), ')'];
  const { excluded } = query;
  const asked = excluded.length === 0 ? wanted : ['(', ...wanted, ' NOT (', ...joined(excluded, ' OR '), '))'];
  return part === 'words' ? asked : [`${part} : `, ...asked];
}

export function hasBeginnings({ terms, excluded }: SearchQuery): boolean {
  return [...terms, ...excluded].some(({ isPrefix }) => isPrefix);
}

function termsOf({ terms }: SearchQuery): readonly SearchTerm[] {
  return terms.length === 0 ? [NOTHING] : terms;
}

function joined(terms: readonly SearchTerm[], operator: string): MatchPiece[] {
  return terms.flatMap((term, place) => (place === 0 ? [fts5(term)] : [operator, fts5(term)]));
}

function fts5({ words, isPrefix }: SearchTerm): MatchPiece {
  if (!isPrefix) return `"${words.join(' ')}"`;
  return { before: words.slice(0, -1).map((word) => `${word} `).join(''), beginning: words.at(-1) ?? '' };
}

function textOf(piece: MatchPiece): string {
  return typeof piece === 'string' ? piece : `"${piece.before}${piece.beginning}" *`;
}

/** https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY */
function tsquery({ words, isPrefix }: SearchTerm): string {
  return `(${words.map((word, place) => `'${word}'${isPrefix && place === words.length - 1 ? ':*' : ''}`).join(' <-> ')})`;
}
