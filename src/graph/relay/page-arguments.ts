/** The four arguments of every connection, once. https://relay.dev/graphql/connections.htm#sec-Arguments */
import { ArgsType, Field, Int } from 'type-graphql';
import type { Page } from '../../store';
import { badUserInput } from '../errors';
import { decodeCursor } from './cursor';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true, description: 'How many from the start, 0 to 100. 20 when neither `first` nor `last` is given.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end, 0 to 100; 20 when only `before` is given. Not together with `first`.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;
}

/**
 * Arguments → page.
 * @param list names the list and its order, for its cursors.
 * @throws BAD_USER_INPUT that names the argument.
 */
export function readPage(given: Pick<PageArguments, keyof PageArguments>, list: string, types: readonly ('text' | 'integer')[]): Page {
  const { first, last, after, before } = given;
  checkSize('first', first);
  checkSize('last', last);
  if (first != null && last != null) throw badUserInput('Give "first" or "last", not both.', 'last');
  const isBackward = isBackwardPage(given);
  return {
    size: (isBackward ? last : first) ?? DEFAULT_PAGE_SIZE,
    isBackward,
    after: after == null ? null : decodeCursor(after, list, types, 'after'),
    before: before == null ? null : decodeCursor(before, list, types, 'before'),
  };
}

/** `last` reads from the end; so does `before` alone, because who pages back gives it. */
export function isBackwardPage({ first, last, before }: PageArguments): boolean {
  return last != null || (before != null && first == null);
}

/** The size of a page whose arguments were read before. */
export function pageSize(given: PageArguments): number {
  return (isBackwardPage(given) ? given.last : given.first) ?? DEFAULT_PAGE_SIZE;
}

/** @throws BAD_USER_INPUT where the size is none that a page may have. */
export function checkSize(argument: 'first' | 'last', size: number | null | undefined): void {
  if (size == null || (size >= 0 && size <= MAX_PAGE_SIZE)) return;
  throw badUserInput(`"${argument}" must be 0 to ${MAX_PAGE_SIZE}, not ${size}.`, argument);
}
