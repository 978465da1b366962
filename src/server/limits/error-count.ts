/** Keeps an answer to a few errors: a document can be wrong in as many places as it has, and nobody reads them all. */
import type { GraphQLFormattedError } from 'graphql';

/** The first errors; of more than the maximum, one less than that, and one that counts the rest. */
export function firstErrors(errors: readonly GraphQLFormattedError[], maximum: number): readonly GraphQLFormattedError[] {
  if (errors.length <= maximum) return errors;
  const told = errors.slice(0, maximum - 1);
  const untold = errors.length - told.length;
  const message = `${untold} more errors are left out.`;
  return [...told, { message, extensions: { code: 'TOO_MANY_ERRORS', maximum, leftOut: untold } }];
}
