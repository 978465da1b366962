/** The arguments of `search` and `suggest` → the store's. */
import { digest, NOUNS, type Noun } from '../../domain/identity';
import { parseTyped } from '../../domain/search-query';
import { PLACE_TYPES, type SearchRequest, type StoryFilter, type SuggestRequest } from '../../store';
import { checkQueryLength, readQuery } from '../reads/search-query';
import { readStoryFilter, type GivenStoryFilter } from '../reads/story-filter';
import { checkSize, readPage } from '../relay/page-arguments';
import type { SearchArguments, SuggestArguments } from './search.input';

/**
 * Gives the request, and what names it in its cursors: those of one search are not taken for another's.
 * @throws BAD_USER_INPUT that names the argument.
 */
export function readSearch(given: SearchArguments): { request: SearchRequest; list: string } {
  const query = readQuery(given.query, 'query');
  // GraphQL lets exactly one member of a `@oneOf` input through, which the class of the input cannot say.
  const filter = given.filter == null ? null : settingSomething(readStoryFilter(given.filter as GivenStoryFilter));
  const nouns = nounsOf(given.types).filter((noun) => filter === null || noun === 'Story' || noun === 'Perspective');
  const list = `Query.search:${digest(JSON.stringify([given.query, nouns, filter])).slice(0, 12)}`;
  return { request: { query, nouns, filter, page: readPage(given, list, PLACE_TYPES) }, list };
}

/** A filter that sets nothing is as good as none, and none leaves topics, questions and outlets in. */
function settingSomething(filter: StoryFilter): StoryFilter | null {
  return setsNothing(filter) ? null : filter;
}

function setsNothing({ and, or, not, ...own }: StoryFilter): boolean {
  // Of `or` one member has to hold, and what sets nothing always does; a list without members lets nothing through.
  const isAnyLetThrough = or == null || or.some(setsNothing);
  return not == null && isAnyLetThrough && (and ?? []).every(setsNothing) && Object.values(own).every(isNoCondition);
}

/** Null, or a set or span whose members are all null. */
function isNoCondition(value: unknown): boolean {
  if (value == null) return true;
  return typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((member) => member == null);
}

/** @throws BAD_USER_INPUT that names the argument. */
export function readSuggest({ prefix, types, first }: SuggestArguments): SuggestRequest {
  checkQueryLength(prefix, 'prefix');
  checkSize('first', first);
  return { query: parseTyped(prefix), nouns: nounsOf(types), size: first ?? DEFAULT_SUGGESTIONS };
}

const DEFAULT_SUGGESTIONS = 10;

/** In one order, however they are given: the order of what is not ranked. */
function nounsOf(types: readonly Noun[] | null | undefined): Noun[] {
  return NOUNS.filter((noun) => types == null || types.includes(noun));
}
