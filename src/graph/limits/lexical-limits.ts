/**
 * What can be told of a text before it is parsed. The parser calls itself for each bracket and keeps every token, so
 * both are counted first, by the very lexer that the parser reads with: strings and comments are no brackets.
 */
import { Lexer, Source, TokenKind } from 'graphql';
import type { DocumentLimits } from './document-limits';
import { LimitError } from './limit-error';

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Checks length, tokens and nesting. What stands behind the first limit that is exceeded is not looked at.
 * @throws LimitError, or the GraphQLError of a text that is no sequence of tokens.
 */
export function checkText(text: string, limits: Pick<DocumentLimits, 'documentBytes' | 'tokens' | 'nesting'>): void {
  checkLength(text, limits.documentBytes);
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    tokens += 1;
    if (tokens > limits.tokens) {
      throw new LimitError('TOO_MANY_TOKENS', limits.tokens, `A document may have ${limits.tokens} tokens; this one has more.`);
    }
    if (CLOSING.has(kind)) nesting -= 1;
    if (!OPENING.has(kind)) continue;
    nesting += 1;
    if (nesting > limits.nesting) {
      throw new LimitError('NESTING_TOO_DEEP', limits.nesting, `Brackets may be nested ${limits.nesting} deep; these are deeper.`);
    }
  }
}

/** Characters are at least a byte each, so that most texts need no counting. */
function checkLength(text: string, maximum: number): void {
  if (text.length * 3 <= maximum) return;
  const bytes = Buffer.byteLength(text);
  if (bytes <= maximum) return;
  throw new LimitError('DOCUMENT_TOO_LARGE', maximum, `A document may have ${maximum} bytes, not ${bytes}.`);
}
