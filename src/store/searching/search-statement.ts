/**
 * The statements of a search. The ranked part: of each noun the newest matches (by their keys, an order that both
 * indexes give without sorting), scored by the rules, best first, page by page. The part beyond: all other matches,
 * noun by noun, newest first.
 */
import type { Noun } from '../../domain/identity';
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import { filterConditions } from '../reading/filters';
import { direction } from '../reading/keyset';
import type { OrderShape } from '../reading/shape';
import type { SearchQuery } from '../../domain/search-query';
import { piecesValue, spelledOut, wordsOfBeginnings } from './beginnings';
import { firstMatches, matchesOneByOne, unplanned } from './first-matches';
import { hasBeginnings, matchExpression, matchPieces, type SearchPart } from './match-expression';
import { matches } from './matches';
import { BASE_POINTS, scoreRules, type ScoreRule } from './score';
import { headingTable, keyColumn, searchTable } from './search-index';
import { PHRASE_WINDOW, RANKED, type Place, type SearchRequest } from './search-request';

export interface BoundStatement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** The nodes of a noun `n`, and what breaks ties between those of one score: nodes with most stories, then newer ones. */
const TIES: Readonly<Record<Noun, { readonly from: string; readonly weight: string; readonly instant: string }>> = {
  Story: { from: '"story" n', weight: '0', instant: 'n."orderedAt"' },
  Perspective: {
    from: '"perspective" n JOIN "story" t ON t."key" = n."storyKey"',
    weight: '0',
    instant: 'coalesce(n."publishedAt", t."orderedAt")',
  },
  Outlet: { from: '"outlet" n', weight: 'n."storyCount"', instant: `''` },
  Question: { from: '"question" n', weight: 'n."storyCount"', instant: `''` },
  Topic: { from: '"topic" n', weight: 'n."storyCount"', instant: `''` },
};

const BEST_FIRST: OrderShape = {
  columns: (['score', 'weight', 'instant', 'id'] as const).map((name) => ({
    expression: `r."${name}"`,
    type: name === 'score' || name === 'weight' ? 'integer' : 'text',
  })),
  isDescending: true,
};

export class SearchStatements {
  private parameters: SqlValue[] = [];
  /** Whether FTS5 is asked for the words that the query's beginnings stand for. */
  private readonly isSpelledOut: boolean;
  /** The words of the query's phrases in any order, so that few places need be compared; null where it has no phrases. */
  private readonly loose: SearchQuery | null;
  /** Whether the statement itself finds out how common the words are. With a filter PostgreSQL plans for the words' values. */
  private readonly isUnplanned: boolean;
  /** The places of queries that are parameters of PostgreSQL, each once. */
  private queries = new Map<string, string>();

  constructor(
    private readonly request: SearchRequest,
    private readonly dialect: Dialect,
  ) {
    this.isSpelledOut = dialect.name === 'sqlite' && hasBeginnings(request.query);
    this.loose = looseQuery(request.query);
    this.isUnplanned = dialect.name === 'postgres' && request.filter === null;
  }

  /**
   * One row: `rows`, a JSON list of [noun, key, id, score, weight, instant], and `counts`, how many matches each noun
   * has, counted to one more than are ranked; so many also where there may be others beyond a phrase's window.
   */
  ranked(size: number): BoundStatement {
    this.begin();
    const { nouns, page } = this.request;
    const found = nouns.flatMap((noun) => [this.found(noun), this.scored(noun)]);
    const preparation = this.preparation(nouns);
    const nodes = nouns.map((noun) => {
      const { from, weight, instant } = TIES[noun];
      const node = `n."key" AS "key", n."id" AS "id", s."score" AS "score", ${weight} AS "weight", ${instant} AS "instant"`;
      const ofNoun = `SELECT ${quote(noun)} AS "noun"`;
      if (this.dialect.name === 'sqlite') return `${ofNoun}, ${node} FROM "scored${noun}" s, ${from} WHERE n."key" = s."key"`;
      // The limit has PostgreSQL look up each node: it would read all of them for the thousand matches that there may be.
      return `${ofNoun}, l.* FROM "scored${noun}" s, LATERAL (SELECT ${node} FROM ${from} WHERE n."key" = s."key" LIMIT 1) l`;
    });
    const towards = direction(BEST_FIRST, page.isBackward, BEST_FIRST.columns.map(({ expression }) => expression));
    const back = direction(BEST_FIRST, !page.isBackward, BEST_FIRST.columns.map(({ expression }) => expression));
    const [start, end] = page.isBackward ? [page.before, page.after] : [page.after, page.before];
    const bounds = [
      ...(isRanked(start) ? [towards.beyond(this.bindRanked(start))] : []),
      ...(isRanked(end) ? [back.beyond(this.bindRanked(end))] : []),
    ];
    const where = bounds.length === 0 ? '' : ` WHERE ${bounds.join(' AND ')}`;
    const best = `SELECT * FROM (${nodes.join(' UNION ALL ')}) r${where} ORDER BY ${towards.orderBy} LIMIT ${this.bind(size)} + 0`;
    const row = this.dialect.jsonList(['noun', 'key', 'id', 'score', 'weight', 'instant'].map((name) => `b."${name}"`));
    const counts = nouns.map((noun) => this.countOfFound(noun));
    return this.statement(
      `WITH ${[...preparation, ...found].join(', ')} SELECT (SELECT ${this.dialect.jsonArray(row)} FROM (${best}) b) AS "rows", ` +
        `${this.dialect.jsonList(counts)} AS "counts"`,
    );
  }

  /** Rows of `noun`, `key` and `id`. */
  beyond(nouns: readonly Noun[], size: number): BoundStatement {
    this.begin();
    const { page } = this.request;
    const [after, before] = [isRanked(page.after) ? null : page.after, isRanked(page.before) ? null : page.before];
    const parts = nouns
      .filter((noun) => (after === null || this.placeOf(noun) <= Number(after[1])) && (before === null || this.placeOf(noun) >= Number(before[1])))
      .map((noun) => this.beyondOf(noun, [after, before], size));
    const way = page.isBackward ? 'ASC' : 'DESC';
    const none = `SELECT '' AS "noun", 0 AS "place", 0 AS "key", '' AS "id" WHERE 1 = 0`;
    const preparation = this.preparation(nouns);
    return this.statement(
      `${preparation.length === 0 ? '' : `WITH ${preparation.join(', ')} `}SELECT "noun", "key", "id" FROM (${[none, ...parts].join(' UNION ALL ')}) r ` +
        `ORDER BY r."place" ${way}, r."key" ${way} LIMIT ${this.bind(size)} + 0`,
    );
  }

  /** One row: `total`, how many matches these nouns have. */
  total(nouns: readonly Noun[]): BoundStatement {
    this.begin();
    const counts = nouns.map((noun) => `(SELECT count(*) FROM ${this.all(noun)})`);
    const words = this.words(nouns);
    return this.statement(`${words.length === 0 ? '' : `WITH ${words.join(', ')} `}SELECT CAST(${counts.join(' + ')} AS integer) AS "total"`);
  }

  /** The place of a noun among those that are asked for, below zero: the first is the highest. */
  placeOf(noun: Noun): number {
    return -1 - this.request.nouns.indexOf(noun);
  }

  /** The newest matches of a noun, one more than are ranked; on PostgreSQL with their scores. */
  private found(noun: Noun): string {
    if (this.dialect.name === 'sqlite') return `"found${noun}" AS MATERIALIZED (${this.newest(noun, RANKED + 1)})`;
    const rules = scoreRules(this.request.query);
    const cases = rules.map(({ part, query, points }) => `CASE WHEN ${matchesOneByOne(`k."${part}"`, this.bindQuery(query))} THEN ${points} ELSE 0 END`);
    const newest = this.newest(noun, RANKED + 1, [...new Set(rules.map(({ part }) => part))]);
    return `"found${noun}" AS MATERIALIZED (SELECT k."key" AS "key", ${[BASE_POINTS, ...cases].join(' + ')} AS "score" FROM (${newest}) k)`;
  }

  /** A SELECT of the `key` of the newest matches that are ranked, with these columns of the index. */
  private newest(noun: Noun, count: number, parts: readonly SearchPart[] = []): string {
    const key = `f.${keyColumn(this.dialect)}`;
    const columns = [`${key} AS "key"`, ...parts.map((part) => `f."${part}"`)].join(', ');
    if (!this.isUnplanned) return `SELECT ${columns} FROM ${this.rankable(noun)} ORDER BY ${key} DESC LIMIT ${count}`;
    if (this.loose === null) {
      return firstMatches({ noun, part: 'words', query: this.bindQuery(this.request.query), columns: ['key', ...parts], way: 'DESC', limit: count });
    }
    // The phrases' nodes are among those of their words.
    return `SELECT ${columns} FROM "window${noun}" w JOIN "${searchTable(noun)}" f ON f."key" = w."key" WHERE w."isMatch" ORDER BY ${key} DESC LIMIT ${count}`;
  }

  /** FROM and WHERE of all matches `f`, to be counted. */
  private all(noun: Noun): string {
    if (!this.isUnplanned) return this.matching(noun, this.request.query);
    // Of common words the planner would read all rows, where the index alone tells how many there are.
    return `"${searchTable(noun)}" f WHERE f."words" @@ ${unplanned(this.bindQuery(this.request.query))}`;
  }

  /** What a query asks of a noun's index, as an expression. */
  private asked(noun: Noun, query: SearchQuery, part: SearchPart = 'words'): string {
    if (this.dialect.name === 'postgres') return this.bindQuery(query);
    if (!this.isSpelledOut || !hasBeginnings(query)) return this.bind(matchExpression(query, this.dialect, part));
    return spelledOut(this.bind(piecesValue(matchPieces(query, part))), wordsTable(noun));
  }

  /** The tables of the words that the query's beginnings stand for, once for all that asks for them. */
  private words(nouns: readonly Noun[]): string[] {
    if (!this.isSpelledOut) return [];
    const pieces = this.bind(piecesValue(matchPieces(this.request.query)));
    return nouns.map((noun) => `${wordsTable(noun)} AS MATERIALIZED (${wordsOfBeginnings(noun, pieces)})`);
  }

  /** What a statement of ranked matches, or of those beyond them, begins with. */
  private preparation(nouns: readonly Noun[]): string[] {
    return [...this.words(nouns), ...(this.loose === null ? [] : nouns.map((noun) => this.window(noun, this.loose ?? this.request.query)))];
  }

  /** The lowest key among the newest nodes that have the words of the phrases, in any order; 0 where there are not so many. */
  private window(noun: Noun, loose: SearchQuery): string {
    if (this.isUnplanned) {
      const query = this.bindQuery(loose);
      const newest = firstMatches({ noun, part: 'words', query, columns: ['key', 'words'], way: 'DESC', limit: PHRASE_WINDOW + 1 });
      const isMatch = matchesOneByOne('m."words"', this.bindQuery(this.request.query));
      return `"window${noun}" AS MATERIALIZED (SELECT m."key" AS "key", ${isMatch} AS "isMatch" FROM (${newest}) m)`;
    }
    const key = `f.${keyColumn(this.dialect)}`;
    const newest = `SELECT ${key} AS "key" FROM ${this.matching(noun, loose)} ORDER BY ${key} DESC LIMIT ${PHRASE_WINDOW + 1}`;
    return `"window${noun}" AS MATERIALIZED (SELECT CASE WHEN count(*) > ${PHRASE_WINDOW} THEN min(w."key") ELSE 0 END AS "low" FROM (${newest}) w)`;
  }

  /** FROM and WHERE of the matches among which the newest are ranked. */
  private rankable(noun: Noun): string {
    const within = this.loose === null ? [] : [`f.${keyColumn(this.dialect)} >= ${this.low(noun)}`];
    return this.matching(noun, this.request.query, ...within);
  }

  /** The lowest key of a full window; 0 where it is not full. */
  private low(noun: Noun): string {
    if (!this.isUnplanned) return `(SELECT "low" FROM "window${noun}")`;
    return `(SELECT CASE WHEN count(*) > ${PHRASE_WINDOW} THEN min("key") ELSE 0 END FROM "window${noun}")`;
  }

  private countOfFound(noun: Noun): string {
    const count = `(SELECT count(*) FROM "found${noun}")`;
    return this.loose === null ? count : `CASE WHEN ${this.low(noun)} > 0 THEN ${RANKED + 1} ELSE ${count} END`;
  }

  /** FROM and WHERE of a noun's matches `f`. */
  private matching(noun: Noun, query: SearchQuery, ...conditions: string[]): string {
    const { filter } = this.request;
    if (filter !== null && noun !== 'Story' && noun !== 'Perspective') throw new Error(`a filter on stories is none on ${noun}`);
    const all = [matches(noun, this.asked(noun, query), this.dialect), ...conditions];
    const key = `f.${keyColumn(this.dialect)}`;
    if (filter === null) return `"${searchTable(noun)}" f WHERE ${all.join(' AND ')}`;
    const run = { page: null, order: null, filter, outlet: null, collective: null };
    const filters = filterConditions(run, (read) => this.bind(read(run)), this.dialect);
    const story =
      noun === 'Story'
        ? `JOIN "story" n ON n."key" = ${key}`
        : `JOIN "perspective" m ON m."key" = ${key} JOIN "story" n ON n."key" = m."storyKey"`;
    return `"${searchTable(noun)}" f ${story} WHERE ${[...all, ...filters].join(' AND ')}`;
  }

  private scored(noun: Noun): string {
    const newest = `SELECT * FROM "found${noun}" ORDER BY "key" DESC LIMIT ${RANKED}`;
    if (this.dialect.name === 'postgres') return `"scored${noun}" AS MATERIALIZED (${newest})`;
    return `"keys${noun}" AS MATERIALIZED (${newest}), "scored${noun}" AS (${this.sumOfMatches(noun, scoreRules(this.request.query))})`;
  }

  /** FTS5 answers each rule with keys, within the span of the candidates' keys. The plus keeps it from being asked for each key. */
  private sumOfMatches(noun: Noun, rules: readonly ScoreRule[]): string {
    // FTS5 takes a NULL for no bound at all.
    const bound = (edge: 'min' | 'max'): string => `(SELECT coalesce(${edge}("key"), -1) FROM "found${noun}")`;
    const span = `BETWEEN ${bound('min')} AND ${bound('max')}`;
    const scores = rules.map(({ part, query, points }) => {
      // The index of headings is a small part of the other, and has none of the texts' places.
      const table = part === 'heading' ? headingTable(noun) : searchTable(noun);
      const asked = this.asked(noun, query, part === 'heading' ? 'words' : part);
      return `SELECT rowid, ${points} FROM "${table}" WHERE "${table}" MATCH ${asked} AND rowid ${span} AND +rowid IN (SELECT "key" FROM "keys${noun}")`;
    });
    const all = [`SELECT k."key" AS "key", ${BASE_POINTS} AS "points" FROM "keys${noun}" k`, ...scores].join(' UNION ALL ');
    return `SELECT "key", sum("points") AS "score" FROM (${all}) GROUP BY "key"`;
  }

  private beyondOf(noun: Noun, [after, before]: readonly (readonly SqlValue[] | null)[], size: number): string {
    const key = `f.${keyColumn(this.dialect)}`;
    const place = this.placeOf(noun);
    const lowest = `(SELECT min("key") FROM (${this.newest(noun, RANKED)}) k)`;
    const conditions = [`${key} < ${this.loose === null ? lowest : `coalesce(${lowest}, ${this.low(noun)})`}`];
    if (after?.[1] === place) conditions.push(`${key} < ${this.bind(after[2] ?? null)}`);
    if (before?.[1] === place) conditions.push(`${key} > ${this.bind(before[2] ?? null)}`);
    const way = this.request.page.isBackward ? 'ASC' : 'DESC';
    const limit = `${this.bind(size)} + 0`;
    const keys = this.isUnplanned
      ? firstMatches({ noun, part: 'words', query: this.bindQuery(this.request.query), columns: ['key'], conditions, way, limit })
      : `SELECT ${key} AS "key" FROM ${this.matching(noun, this.request.query, ...conditions)} ORDER BY ${key} ${way} LIMIT ${limit}`;
    return (
      `SELECT ${quote(noun)} AS "noun", ${place} AS "place", k."key" AS "key", n."id" AS "id" ` +
      `FROM (${keys}) k JOIN "${noun.toLowerCase()}" n ON n."key" = k."key"`
    );
  }

  private bindRanked(place: readonly SqlValue[]): string[] {
    return place.slice(1).map((value) => this.bind(value));
  }

  /** A query for PostgreSQL, which is the same for every noun. */
  private bindQuery(query: SearchQuery): string {
    const value = matchExpression(query, this.dialect);
    const known = this.queries.get(value);
    if (known !== undefined) return known;
    const placeholder = this.bind(value);
    this.queries.set(value, placeholder);
    return placeholder;
  }

  private begin(): void {
    this.parameters = [];
    this.queries = new Map();
  }

  private bind(value: SqlValue): string {
    this.parameters.push(value);
    return this.dialect.parameter(this.parameters.length);
  }

  private statement(sql: string): BoundStatement {
    return { sql, parameters: this.parameters };
  }
}

/** Whether a cursor stands in the ranked part. */
export function isRanked(place: readonly SqlValue[] | null): place is Place {
  return place !== null && place[0] === 1;
}

function looseQuery({ terms }: SearchQuery): SearchQuery | null {
  if (terms.every(({ words }) => words.length === 1)) return null;
  const each = terms.flatMap(({ words, isPrefix }) => words.map((word, place) => ({ words: [word], isPrefix: isPrefix && place === words.length - 1 })));
  return { terms: each, excluded: [] };
}

function wordsTable(noun: Noun): string {
  return `"words${noun}"`;
}

function quote(noun: Noun): string {
  return `'${noun}'`;
}
