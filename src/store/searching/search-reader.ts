/** Runs searches: one statement for the ranked part, one more where a page reaches beyond it. */
import type { Noun } from '../../domain/identity';
import type { Database } from '../database/database';
import { endingWith, type StatementObserver } from '../observer';
import { beyondStatement, placeOf } from './beyond-statement';
import type { BoundStatement } from './bound-statement';
import { rankedStatement } from './ranked-statement';
import { isRanked, RANKED, type SearchHit, type SearchPage, type SearchRequest } from './search-request';
import { suggestionStatement, type Suggestion, type SuggestRequest } from './suggest-statement';
import { textsStatement, textsOfRows, type HitTexts, type TextsRow } from './hit-texts';
import { totalStatement } from './total-statement';

/** Finds nodes by words. Each method tells how many statements it takes by calling `onStatement` for each. */
export interface SearchReader {
  page(request: SearchRequest, onStatement: () => void): Promise<SearchPage>;

  /** How many matches these nouns have. */
  total(request: SearchRequest, nouns: readonly Noun[], onStatement: () => void): Promise<number>;

  /** The texts by which the nodes are found, in the order of the hits; empty lists for nodes that are gone. */
  texts(hits: readonly Pick<SearchHit, 'noun' | 'key'>[], onStatement: () => void): Promise<HitTexts[]>;

  /** What a search box may offer for what has been typed. */
  suggest(request: SuggestRequest, onStatement: () => void): Promise<Suggestion[]>;
}

type RankedRow = readonly [noun: Noun, key: number, id: string, score: number, weight: number, instant: string];

export class SqlSearchReader implements SearchReader {
  constructor(
    private readonly database: Database,
    private readonly signal?: AbortSignal,
    private readonly observer?: StatementObserver,
  ) {}

  async page(request: SearchRequest, onStatement: () => void): Promise<SearchPage> {
    const { page, nouns } = request;
    const wanted = page.size + 1;
    const { hits, counts } = await this.ranked(request, wanted, onStatement);
    const beyondRanked = nouns.filter((_, place) => (counts[place] ?? 0) > RANKED);
    if (beyondRanked.length === 0) return { hits: hits.slice(0, wanted), beyondRanked, counts };
    if (!page.isBackward) {
      const missing = isRanked(page.before) ? 0 : wanted - hits.length;
      const others = missing <= 0 ? [] : await this.beyond(request, beyondRanked, missing, onStatement);
      return { hits: [...hits, ...others], beyondRanked, counts };
    }
    const others = isRanked(page.before) ? [] : await this.beyond(request, beyondRanked, wanted, onStatement);
    return { hits: [...others, ...hits].slice(0, wanted), beyondRanked, counts };
  }

  async total(request: SearchRequest, nouns: readonly Noun[], onStatement: () => void): Promise<number> {
    if (nouns.length === 0) return 0;
    const [row] = await this.read<{ total: number }>(totalStatement(request, nouns, this.database.dialect), onStatement);
    return row?.total ?? 0;
  }

  async texts(hits: readonly Pick<SearchHit, 'noun' | 'key'>[], onStatement: () => void): Promise<HitTexts[]> {
    if (hits.length === 0) return [];
    const rows = await this.read<TextsRow>(textsStatement(hits, this.database.dialect), onStatement);
    return textsOfRows(hits, rows);
  }

  async suggest(request: SuggestRequest, onStatement: () => void): Promise<Suggestion[]> {
    if (request.query.terms.length === 0 || request.nouns.length === 0 || request.size === 0) return [];
    return this.read<Suggestion>(suggestionStatement(request, this.database.dialect), onStatement);
  }

  /** The ranked hits of the page; none where its cursor stands beyond them. */
  private async ranked(request: SearchRequest, wanted: number, onStatement: () => void) {
    const { page, query, nouns } = request;
    if (query.terms.length === 0 || nouns.length === 0) return { hits: [], counts: [] };
    const isBeyond = page.after !== null && !isRanked(page.after);
    const statement = rankedStatement(request, isBeyond ? 0 : wanted, this.database.dialect);
    const [row] = await this.read<{ rows: unknown; counts: unknown }>(statement, onStatement);
    const hits = (parsed(row?.rows) as RankedRow[]).map(
      ([noun, key, id, score, weight, instant]): SearchHit => ({ noun, key, id, score, place: [1, score, weight, instant, id] }),
    );
    return { hits, counts: parsed(row?.counts) as number[] };
  }

  private async beyond(request: SearchRequest, nouns: readonly Noun[], size: number, onStatement: () => void): Promise<SearchHit[]> {
    const statement = beyondStatement(request, nouns, size, this.database.dialect);
    const rows = await this.read<{ noun: Noun; key: number; id: string }>(statement, onStatement);
    return rows.map(({ noun, key, id }) => ({ noun, key, id, score: 0, place: [0, placeOf(noun, request), key, '', id] }));
  }

  private read<Row extends object>({ sql, parameters }: BoundStatement, onStatement: () => void): Promise<Row[]> {
    onStatement();
    const end = this.observer?.statementStarted(sql);
    const rows = this.database.read<Row>(sql, parameters, this.signal);
    return end === undefined ? rows : endingWith(rows, end);
  }
}

/** JSON text from SQLite, a parsed value from PostgreSQL's driver. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}
