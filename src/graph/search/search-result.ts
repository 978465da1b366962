/** One search as GraphQL asks for it: each part is read when it is asked for, and once. */
import type { SearchHit, SearchPage, SearchRequest, StoryFilter } from '../../store';
import type { Reads } from '../reads/reads';
import type { PageInfoRow } from '../relay/connection';
import { encodeCursor } from '../relay/cursor';
import { highlightsOf, matchedWordsOf, ReadText, type Highlight } from './highlights';

export class SearchResult {
  private page: Promise<SearchPage> | null = null;
  private hitTexts: ReturnType<SearchResult['readTexts']> | null = null;

  /** @param list names the search, for its cursors. */
  constructor(
    private readonly reads: Reads,
    private readonly request: SearchRequest,
    private readonly list: string,
  ) {}

  async edges(): Promise<SearchResultEdge[]> {
    return (await this.hits()).map((hit) => new SearchResultEdge(this, hit));
  }

  async pageInfo(): Promise<PageInfoRow> {
    const [{ hits: read }, hits] = await Promise.all([this.readPage(), this.hits()]);
    const { isBackward, size, after, before } = this.request.page;
    const hasMore = read.length > size;
    const [start, end] = [hits[0], hits.at(-1)];
    return {
      // A cursor is of a row that was there.
      hasNextPage: isBackward ? before !== null : hasMore,
      hasPreviousPage: isBackward ? hasMore : after !== null,
      startCursor: start === undefined ? null : this.cursorOf(start),
      endCursor: end === undefined ? null : this.cursorOf(end),
    };
  }

  async totalCount(): Promise<number> {
    const { beyondRanked, counts } = await this.readPage();
    const ranked = this.request.nouns.map((noun, place) => (beyondRanked.includes(noun) ? 0 : (counts[place] ?? 0)));
    const known = ranked.reduce((sum, count) => sum + count, 0);
    return known + (await this.reads.find('SearchConnection.totalCount', (search, onStatement) => search.total(this.request, beyondRanked, onStatement)));
  }

  async isApproximate(): Promise<boolean> {
    return (await this.readPage()).beyondRanked.length > 0;
  }

  /** What the stories that are found meet, and no others. */
  storyFilter(): StoryFilter {
    const { filter, query, nouns } = this.request;
    if (!nouns.includes('Story')) return { or: [] };
    return { ...filter, and: [...(filter?.and ?? []), { text: query }] };
  }

  cursorOf({ place }: SearchHit): string {
    return encodeCursor(this.list, place);
  }

  async highlightsOf(hit: SearchHit): Promise<Highlight[]> {
    return highlightsOf((await this.texts()).get(hit) ?? [], this.request.query.terms);
  }

  async matchedWordsOf(hit: SearchHit): Promise<string[]> {
    return matchedWordsOf((await this.texts()).get(hit) ?? [], this.request.query.terms);
  }

  private async hits(): Promise<readonly SearchHit[]> {
    const { isBackward, size } = this.request.page;
    const page = (await this.readPage()).hits.slice(0, size);
    return isBackward ? page.reverse() : page;
  }

  private readPage(): Promise<SearchPage> {
    return (this.page ??= this.reads.find('Query.search', (search, onStatement) => search.page(this.request, onStatement)));
  }

  private texts() {
    return (this.hitTexts ??= this.readTexts());
  }

  private async readTexts() {
    const hits = await this.hits();
    const texts = await this.reads.find('SearchEdge.highlights', (search, onStatement) => search.texts(hits, onStatement));
    return new Map(hits.map((hit, place) => [hit, (texts[place] ?? []).map(({ field, text }) => new ReadText(field, text))]));
  }
}

/** A hit with the search that found it. */
export class SearchResultEdge {
  constructor(
    private readonly result: SearchResult,
    private readonly hit: SearchHit,
  ) {}

  get id(): string {
    return this.hit.id;
  }

  get score(): number {
    return this.hit.score;
  }

  get cursor(): string {
    return this.result.cursorOf(this.hit);
  }

  highlights(): Promise<Highlight[]> {
    return this.result.highlightsOf(this.hit);
  }

  matchedWords(): Promise<string[]> {
    return this.result.matchedWordsOf(this.hit);
  }
}
