/**
 * The statement for the ranked part of a search: of each noun the newest matches (by their keys, an order that both
 * indexes give without sorting), scored by the rules, best first, page by page.
 */
import type { Noun } from '../../domain/identity';
import type { Dialect } from '../database/dialect';
import { direction } from '../reading/keyset';
import type { OrderShape } from '../reading/shape';
import type { BoundStatement } from './bound-statement';
import { matchesOneByOne } from './first-matches';
import { NewestMatches } from './newest-matches';
import { BASE_POINTS, scoreRules, type ScoreRule } from './score';
import { headingTable, searchTable } from './search-index';
import { SearchParameters } from './search-parameters';
import { isRanked, RANKED, type Place, type SearchRequest } from './search-request';

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

/**
 * One row: `rows`, a JSON list of [noun, key, id, score, weight, instant], and `counts`, how many matches each noun
 * has, counted to one more than are ranked; so many also where there may be others beyond a phrase's window.
 */
export function rankedStatement(request: SearchRequest, size: number, dialect: Dialect): BoundStatement {
  return new Ranked(request, new SearchParameters(request.query, dialect)).statement(size);
}

class Ranked {
  private readonly newest: NewestMatches;
  private readonly dialect: Dialect;
  private readonly rules: readonly ScoreRule[];

  constructor(
    private readonly request: SearchRequest,
    private readonly parameters: SearchParameters,
  ) {
    this.newest = new NewestMatches(request, parameters);
    this.dialect = parameters.dialect;
    this.rules = scoreRules(request.query);
  }

  statement(size: number): BoundStatement {
    const { nouns, page } = this.request;
    const found = nouns.flatMap((noun) => [this.found(noun), this.scored(noun)]);
    const preparation = this.newest.preparation(nouns);
    const expressions = BEST_FIRST.columns.map(({ expression }) => expression);
    const towards = direction(BEST_FIRST, page.isBackward, expressions);
    const back = direction(BEST_FIRST, !page.isBackward, expressions);
    const [start, end] = page.isBackward ? [page.before, page.after] : [page.after, page.before];
    const bounds = [...(isRanked(start) ? [towards.beyond(this.bindPlace(start))] : []), ...(isRanked(end) ? [back.beyond(this.bindPlace(end))] : [])];
    const where = bounds.length === 0 ? '' : ` WHERE ${bounds.join(' AND ')}`;
    const nodes = nouns.map((noun) => this.nodes(noun)).join(' UNION ALL ');
    const best = `SELECT * FROM (${nodes}) r${where} ORDER BY ${towards.orderBy} LIMIT ${this.parameters.bind(size)} + 0`;
    const row = this.dialect.jsonList(['noun', 'key', 'id', 'score', 'weight', 'instant'].map((name) => `b."${name}"`));
    const counts = nouns.map((noun) => this.newest.count(noun, `"found${noun}"`));
    return this.parameters.statement(
      `WITH ${[...preparation, ...found].join(', ')} SELECT (SELECT ${this.dialect.jsonArray(row)} FROM (${best}) b) AS "rows", ` +
        `${this.dialect.jsonList(counts)} AS "counts"`,
    );
  }

  /** The newest matches of a noun, one more than are ranked; on PostgreSQL with their scores. */
  private found(noun: Noun): string {
    if (this.dialect.name === 'sqlite') return `"found${noun}" AS MATERIALIZED (${this.newest.select(noun, RANKED + 1)})`;
    const cases = this.rules.map(
      ({ part, query, points }) => `CASE WHEN ${matchesOneByOne(`k."${part}"`, this.parameters.bindQuery(query))} THEN ${points} ELSE 0 END`,
    );
    const newest = this.newest.select(noun, RANKED + 1, [...new Set(this.rules.map(({ part }) => part))]);
    return `"found${noun}" AS MATERIALIZED (SELECT k."key" AS "key", ${[BASE_POINTS, ...cases].join(' + ')} AS "score" FROM (${newest}) k)`;
  }

  private scored(noun: Noun): string {
    const newest = `SELECT * FROM "found${noun}" ORDER BY "key" DESC LIMIT ${RANKED}`;
    if (this.dialect.name === 'postgres') return `"scored${noun}" AS MATERIALIZED (${newest})`;
    return `"keys${noun}" AS MATERIALIZED (${newest}), "scored${noun}" AS (${this.sumOfMatches(noun)})`;
  }

  /** FTS5 answers each rule with keys, within the span of the candidates' keys. The plus keeps it from being asked for each key. */
  private sumOfMatches(noun: Noun): string {
    // FTS5 takes a NULL for no bound at all.
    const bound = (edge: 'min' | 'max'): string => `(SELECT coalesce(${edge}("key"), -1) FROM "found${noun}")`;
    const span = `BETWEEN ${bound('min')} AND ${bound('max')}`;
    const scores = this.rules.map(({ part, query, points }) => {
      // The index of headings is a small part of the other, and has none of the texts' places.
      const table = part === 'heading' ? headingTable(noun) : searchTable(noun);
      const asked = this.parameters.asked(noun, query, part === 'heading' ? 'words' : part);
      return `SELECT rowid, ${points} FROM "${table}" WHERE "${table}" MATCH ${asked} AND rowid ${span} AND +rowid IN (SELECT "key" FROM "keys${noun}")`;
    });
    const all = [`SELECT k."key" AS "key", ${BASE_POINTS} AS "points" FROM "keys${noun}" k`, ...scores].join(' UNION ALL ');
    return `SELECT "key", sum("points") AS "score" FROM (${all}) GROUP BY "key"`;
  }

  /** The scored nodes of a noun, with what their order is made of. */
  private nodes(noun: Noun): string {
    const { from, weight, instant } = TIES[noun];
    const node = `n."key" AS "key", n."id" AS "id", s."score" AS "score", ${weight} AS "weight", ${instant} AS "instant"`;
    const ofNoun = `SELECT '${noun}' AS "noun"`;
    if (this.dialect.name === 'sqlite') return `${ofNoun}, ${node} FROM "scored${noun}" s, ${from} WHERE n."key" = s."key"`;
    // The limit has PostgreSQL look up each node: it would read all of them for the thousand matches that there may be.
    return `${ofNoun}, l.* FROM "scored${noun}" s, LATERAL (SELECT ${node} FROM ${from} WHERE n."key" = s."key" LIMIT 1) l`;
  }

  private bindPlace([, ...values]: Place): string[] {
    return values.map((value) => this.parameters.bind(value));
  }
}
