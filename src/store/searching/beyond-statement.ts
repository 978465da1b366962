/** The statement for what lies beyond the ranked part of a search: all other matches, noun by noun, newest first. */
import type { Noun } from '../../domain/identity';
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import type { BoundStatement } from './bound-statement';
import { firstMatches } from './first-matches';
import { NewestMatches } from './newest-matches';
import { keyColumn } from './search-index';
import { SearchParameters } from './search-parameters';
import { isRanked, type SearchRequest } from './search-request';

/** Rows of `noun`, `key` and `id`. */
export function beyondStatement(request: SearchRequest, nouns: readonly Noun[], size: number, dialect: Dialect): BoundStatement {
  return new Beyond(request, new SearchParameters(request.query, dialect)).statement(nouns, size);
}

/** The place of a noun among those that are asked for, below zero: the first is the highest. */
export function placeOf(noun: Noun, { nouns }: Pick<SearchRequest, 'nouns'>): number {
  return -1 - nouns.indexOf(noun);
}

class Beyond {
  private readonly newest: NewestMatches;
  private readonly after: readonly SqlValue[] | null;
  private readonly before: readonly SqlValue[] | null;

  constructor(
    private readonly request: SearchRequest,
    private readonly parameters: SearchParameters,
  ) {
    this.newest = new NewestMatches(request, parameters);
    const { after, before } = request.page;
    this.after = isRanked(after) ? null : after;
    this.before = isRanked(before) ? null : before;
  }

  statement(nouns: readonly Noun[], size: number): BoundStatement {
    const parts = nouns.filter((noun) => this.isWithin(placeOf(noun, this.request))).map((noun) => this.of(noun, size));
    const way = this.request.page.isBackward ? 'ASC' : 'DESC';
    const none = `SELECT '' AS "noun", 0 AS "place", 0 AS "key", '' AS "id" WHERE 1 = 0`;
    const preparation = this.newest.preparation(nouns);
    return this.parameters.statement(
      `${preparation.length === 0 ? '' : `WITH ${preparation.join(', ')} `}SELECT "noun", "key", "id" FROM (${[none, ...parts].join(' UNION ALL ')}) r ` +
        `ORDER BY r."place" ${way}, r."key" ${way} LIMIT ${this.parameters.bind(size)} + 0`,
    );
  }

  private isWithin(place: number): boolean {
    const { after, before } = this;
    return (after === null || place <= Number(after[1])) && (before === null || place >= Number(before[1]));
  }

  private of(noun: Noun, size: number): string {
    const { after, before, parameters, request } = this;
    const { matches } = this.newest;
    const key = `f.${keyColumn(parameters.dialect)}`;
    const place = placeOf(noun, request);
    const conditions = [`${key} < ${this.newest.lowest(noun)}`];
    if (after?.[1] === place) conditions.push(`${key} < ${parameters.bind(after[2] ?? null)}`);
    if (before?.[1] === place) conditions.push(`${key} > ${parameters.bind(before[2] ?? null)}`);
    const way = request.page.isBackward ? 'ASC' : 'DESC';
    const limit = `${parameters.bind(size)} + 0`;
    const keys = matches.isUnplanned
      ? firstMatches({ noun, part: 'words', query: parameters.bindQuery(request.query), columns: ['key'], conditions, way, limit })
      : `SELECT ${key} AS "key" FROM ${matches.of(noun, request.query, ...conditions)} ORDER BY ${key} ${way} LIMIT ${limit}`;
    return (
      `SELECT '${noun}' AS "noun", ${place} AS "place", k."key" AS "key", n."id" AS "id" ` +
      `FROM (${keys}) k JOIN "${noun.toLowerCase()}" n ON n."key" = k."key"`
    );
  }
}
