/** The text of a document, which may be none: what was wrong with it is then a value, since one bad text stops no others. */
import { GraphQLError, parse, type DocumentNode } from 'graphql';

/** Gives the syntax error of a text that is no document. */
export function parseText(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
