/** Keeps an answer to a few errors: a document can be wrong in as many places as it has, and nobody reads them all. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { GraphContext } from '../../newsgraph';

/** The Apollo plugin that leaves out all errors over the maximum, where the last one says how many. */
export function limitErrors(maximum: number): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (singleResult.errors !== undefined) singleResult.errors = firstErrors(singleResult.errors, maximum);
        },
      };
    },
  };
}

/** The first errors; of more than the maximum, one less than that, and one that counts the rest. */
export function firstErrors(errors: readonly GraphQLFormattedError[], maximum: number): readonly GraphQLFormattedError[] {
  if (errors.length <= maximum) return errors;
  const told = errors.slice(0, maximum - 1);
  const untold = errors.length - told.length;
  const message = `${untold} more errors are left out.`;
  return [...told, { message, extensions: { code: 'TOO_MANY_ERRORS', maximum, leftOut: untold } }];
}
