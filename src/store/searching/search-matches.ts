/** All nodes that match a search, as FROM and WHERE. */
import type { Noun } from '../../domain/identity';
import type { SearchQuery } from '../../domain/search-query';
import { filterConditions } from '../reading/filters';
import { unplanned } from './first-matches';
import { matches } from './matches';
import { keyColumn, searchTable } from './search-index';
import type { SearchParameters } from './search-parameters';
import type { SearchRequest } from './search-request';

/** The matches of one request, in one statement. */
export class SearchMatches {
  /** Whether the statement itself finds out how common the words are. With a filter PostgreSQL plans for the words' values. */
  readonly isUnplanned: boolean;

  constructor(
    private readonly request: SearchRequest,
    private readonly parameters: SearchParameters,
  ) {
    this.isUnplanned = parameters.dialect.name === 'postgres' && request.filter === null;
  }

  /** The rows `f` of a noun's index that match this query, and meet the request's filter and these conditions. */
  of(noun: Noun, query: SearchQuery, ...conditions: string[]): string {
    const { filter } = this.request;
    const { dialect } = this.parameters;
    if (filter !== null && noun !== 'Story' && noun !== 'Perspective') throw new Error(`a filter on stories is none on ${noun}`);
    const all = [matches(noun, this.parameters.asked(noun, query), dialect), ...conditions];
    const key = `f.${keyColumn(dialect)}`;
    if (filter === null) return `"${searchTable(noun)}" f WHERE ${all.join(' AND ')}`;
    const run = { page: null, order: null, filter, outlet: null, collective: null };
    const filters = filterConditions(run, (read) => this.parameters.bind(read(run)), dialect);
    const story =
      noun === 'Story'
        ? `JOIN "story" n ON n."key" = ${key}`
        : `JOIN "perspective" m ON m."key" = ${key} JOIN "story" n ON n."key" = m."storyKey"`;
    return `"${searchTable(noun)}" f ${story} WHERE ${[...all, ...filters].join(' AND ')}`;
  }

  /** All of a noun's matches `f`, to be counted. */
  counted(noun: Noun): string {
    const { query } = this.request;
    if (!this.isUnplanned) return this.of(noun, query);
    // Of common words the planner would read all rows, where the index alone tells how many there are.
    return `"${searchTable(noun)}" f WHERE f."words" @@ ${unplanned(this.parameters.bindQuery(query))}`;
  }
}
