/** What is searched for, as GraphQL gives it → the store's. */
import { parseSearchQuery, type SearchQuery } from '../../domain/search-query';
import { badUserInput } from '../errors';

const MAX_QUERY_LENGTH = 500;

/** @throws BAD_USER_INPUT that names the argument. */
export function readQuery(text: string, argument: string): SearchQuery {
  checkQueryLength(text, argument);
  return parseSearchQuery(text);
}

/** @throws BAD_USER_INPUT where the text is longer than any query may be. */
export function checkQueryLength(text: string, argument: string): void {
  if (text.length <= MAX_QUERY_LENGTH) return;
  throw badUserInput(`"${argument}" may have ${MAX_QUERY_LENGTH} characters, not ${text.length}.`, argument);
}
