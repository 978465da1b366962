/**
 * The newest matches of a noun, by their keys: those that are ranked. Of a query with phrases they are looked for among
 * the newest nodes that have the phrases' words in any order, the window, since few places need be compared then.
 */
import type { Noun } from '../../domain/identity';
import type { SearchQuery } from '../../domain/search-query';
import { firstMatches, matchesOneByOne } from './first-matches';
import type { SearchPart } from './match-expression';
import { keyColumn, searchTable } from './search-index';
import { SearchMatches } from './search-matches';
import type { SearchParameters } from './search-parameters';
import { PHRASE_WINDOW, RANKED, type SearchRequest } from './search-request';

/** The newest matches of one request, in one statement. */
export class NewestMatches {
  readonly matches: SearchMatches;
  /** The words of the query's phrases in any order; null where it has no phrases. */
  private readonly loose: SearchQuery | null;
  /** The key of a row `f` of an index. */
  private readonly key: string;

  constructor(
    private readonly request: SearchRequest,
    private readonly parameters: SearchParameters,
  ) {
    this.matches = new SearchMatches(request, parameters);
    this.loose = looseQuery(request.query);
    this.key = `f.${keyColumn(parameters.dialect)}`;
  }

  /** What a statement begins with that asks for these: members of a WITH clause. */
  preparation(nouns: readonly Noun[]): string[] {
    const { loose } = this;
    return [...this.parameters.words(nouns), ...(loose === null ? [] : nouns.map((noun) => this.window(noun, loose)))];
  }

  /** A SELECT of the `key` of so many, with these columns of the index; in any order. */
  select(noun: Noun, count: number, parts: readonly SearchPart[] = []): string {
    const { key } = this;
    const columns = [`${key} AS "key"`, ...parts.map((part) => `f."${part}"`)].join(', ');
    if (!this.matches.isUnplanned) return `SELECT ${columns} FROM ${this.rankable(noun)} ORDER BY ${key} DESC LIMIT ${count}`;
    if (this.loose === null) {
      const query = this.parameters.bindQuery(this.request.query);
      return firstMatches({ noun, part: 'words', query, columns: ['key', ...parts], way: 'DESC', limit: count });
    }
    // The phrases' nodes are among those of their words.
    return `SELECT ${columns} FROM "window${noun}" w JOIN "${searchTable(noun)}" f ON f."key" = w."key" WHERE w."isMatch" ORDER BY ${key} DESC LIMIT ${count}`;
  }

  /** The key below which no match is ranked. */
  lowest(noun: Noun): string {
    const lowest = `(SELECT min("key") FROM (${this.select(noun, RANKED)}) k)`;
    return this.loose === null ? lowest : `coalesce(${lowest}, ${this.low(noun)})`;
  }

  /**
   * How many matches a noun has, counted to one more than are ranked; so many also where there may be others beyond the window.
   * @param found a table of the newest, one more than are ranked.
   */
  count(noun: Noun, found: string): string {
    const count = `(SELECT count(*) FROM ${found})`;
    return this.loose === null ? count : `CASE WHEN ${this.low(noun)} > 0 THEN ${RANKED + 1} ELSE ${count} END`;
  }

  /** The newest nodes that have the words: their keys and whether they match; where a plan is made for the words, the lowest key alone. */
  private window(noun: Noun, loose: SearchQuery): string {
    if (this.matches.isUnplanned) {
      const query = this.parameters.bindQuery(loose);
      const newest = firstMatches({ noun, part: 'words', query, columns: ['key', 'words'], way: 'DESC', limit: PHRASE_WINDOW + 1 });
      const isMatch = matchesOneByOne('m."words"', this.parameters.bindQuery(this.request.query));
      return `"window${noun}" AS MATERIALIZED (SELECT m."key" AS "key", ${isMatch} AS "isMatch" FROM (${newest}) m)`;
    }
    const newest = `SELECT ${this.key} AS "key" FROM ${this.matches.of(noun, loose)} ORDER BY ${this.key} DESC LIMIT ${PHRASE_WINDOW + 1}`;
    return `"window${noun}" AS MATERIALIZED (SELECT CASE WHEN count(*) > ${PHRASE_WINDOW} THEN min(w."key") ELSE 0 END AS "low" FROM (${newest}) w)`;
  }

  /** FROM and WHERE of the matches among which the newest are ranked. */
  private rankable(noun: Noun): string {
    const within = this.loose === null ? [] : [`${this.key} >= ${this.low(noun)}`];
    return this.matches.of(noun, this.request.query, ...within);
  }

  /** The lowest key of a full window; 0 where it is not full. */
  private low(noun: Noun): string {
    if (!this.matches.isUnplanned) return `(SELECT "low" FROM "window${noun}")`;
    return `(SELECT CASE WHEN count(*) > ${PHRASE_WINDOW} THEN min("key") ELSE 0 END FROM "window${noun}")`;
  }
}

function looseQuery({ terms }: SearchQuery): SearchQuery | null {
  if (terms.every(({ words }) => words.length === 1)) return null;
  const each = terms.flatMap(({ words, isPrefix }) => words.map((word, place) => ({ words: [word], isPrefix: isPrefix && place === words.length - 1 })));
  return { terms: each, excluded: [] };
}
