/** What graphql-js adds to errors about unknown names: those that were perhaps meant, which is the schema piece by piece. */

const BEGINNING = ' Did you mean ';

/**
 * Gives a message without its suggestion. It looks for the last beginning alone: the message may quote a text that is
 * full of them, which kept the pattern of Apollo's own plugin for this busy for as long as the text's length squared.
 */
export function withoutSuggestion(message: string): string {
  const begin = message.endsWith('?') ? message.lastIndexOf(BEGINNING) : -1;
  return begin === -1 ? message : message.slice(0, begin);
}
