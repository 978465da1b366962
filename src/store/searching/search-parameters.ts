/** The parameters of a statement that searches: what is asked of the indexes, and what else is bound. */
import type { Noun } from '../../domain/identity';
import type { SearchQuery } from '../../domain/search-query';
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import { piecesValue, spelledOut, wordsOfBeginnings } from './beginnings';
import type { BoundStatement } from './bound-statement';
import { hasBeginnings, matchExpression, matchPieces, type SearchPart } from './match-expression';

/** Those of one statement, in the order in which its text is put together. */
export class SearchParameters {
  private readonly values: SqlValue[] = [];
  /** The places of queries that are parameters of PostgreSQL, each once. */
  private readonly queries = new Map<string, string>();
  /** Whether FTS5 is asked for the words that the query's beginnings stand for. */
  private readonly isSpelledOut: boolean;

  constructor(
    private readonly query: SearchQuery,
    readonly dialect: Dialect,
  ) {
    this.isSpelledOut = dialect.name === 'sqlite' && hasBeginnings(query);
  }

  /** The placeholder of one more parameter, which holds this value. */
  bind(value: SqlValue): string {
    this.values.push(value);
    return this.dialect.parameter(this.values.length);
  }

  /** The placeholder of a query for PostgreSQL, which is the same for every noun. */
  bindQuery(query: SearchQuery): string {
    const value = matchExpression(query, this.dialect);
    const known = this.queries.get(value);
    if (known !== undefined) return known;
    const placeholder = this.bind(value);
    this.queries.set(value, placeholder);
    return placeholder;
  }

  /** What a query asks of a noun's index, as an expression. The statement begins with `words` of this noun. */
  asked(noun: Noun, query: SearchQuery, part: SearchPart = 'words'): string {
    if (this.dialect.name === 'postgres') return this.bindQuery(query);
    if (!this.isSpelledOut || !hasBeginnings(query)) return this.bind(matchExpression(query, this.dialect, part));
    return spelledOut(this.bind(piecesValue(matchPieces(query, part))), wordsTable(noun));
  }

  /** The tables of the words that the query's beginnings stand for, once for all that asks for them: members of a WITH clause. */
  words(nouns: readonly Noun[]): string[] {
    if (!this.isSpelledOut) return [];
    const pieces = this.bind(piecesValue(matchPieces(this.query)));
    return nouns.map((noun) => `${wordsTable(noun)} AS MATERIALIZED (${wordsOfBeginnings(noun, pieces)})`);
  }

  /** The statement of this text; nothing is bound after it. */
  statement(sql: string): BoundStatement {
    return { sql, parameters: this.values };
  }
}

function wordsTable(noun: Noun): string {
  return `"words${noun}"`;
}
