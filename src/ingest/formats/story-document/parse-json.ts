/** Text → JSON value, strict: whatever two readers could understand differently is refused. */
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { DocumentError } from '../../document';
import type { JsonPath } from './json-path';
import { JsonSource, withPlace } from './json-source';
import { countKeys, scanJson } from './scan-json';

/** Deeper than any story document by far; own `x-` values included. */
export const MAX_JSON_DEPTH = 64;

const BYTE_ORDER_MARK = '\uFEFF';
const LONE_SURROGATE = /\p{Cs}/u;
/** Escapes that may stand for a NUL or half a character; whether they do is looked at only when one is there. */
const SUSPECT_ESCAPE = /\\u(?:0000|[dD][89a-fA-F])/;

/** What the parser misses where it stops, in words. */
const SYNTAX_HINTS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value (a text needs double quotes)',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'expected a property name in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected a colon',
  CommaExpected: 'expected a comma',
  CloseBraceExpected: 'expected a comma or a closing brace',
  CloseBracketExpected: 'expected a comma or a closing bracket',
  EndOfFileExpected: 'expected nothing after the closing brace',
  InvalidCommentToken: 'comments are not part of JSON',
  UnexpectedEndOfComment: 'comments are not part of JSON',
  UnexpectedEndOfString: 'expected the closing double quote of this text (a line break in it is written \\n)',
  UnexpectedEndOfNumber: 'this is no JSON number',
  InvalidUnicode: 'expected four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'a backslash in a text must be written \\\\',
  InvalidCharacter: 'control characters in a text must be escaped (a line break is \\n)',
};

/**
 * Parses one JSON text, which begins on `firstLine` of its source (null: lines mean nothing). Throws `DocumentError`:
 * `JSON_INVALID` (syntax), `JSON_TOO_DEEP` (beyond `MAX_JSON_DEPTH`), `JSON_DUPLICATE_KEY` (RFC 8259 leaves their
 * meaning open), `JSON_CHARACTER_INVALID` (NUL, which databases refuse, and lone surrogates, which are no text).
 */
export function parseJson(input: string, firstLine: number | null): { value: unknown; source: JsonSource } {
  const text = input.startsWith(BYTE_ORDER_MARK) ? input.slice(1) : input;
  const source = new JsonSource(text, firstLine);
  const { keyCount, tooDeepAt } = scanJson(text, MAX_JSON_DEPTH);
  if (tooDeepAt !== null) {
    throw fault(source, 'JSON_TOO_DEEP', `nested deeper than ${MAX_JSON_DEPTH} levels`, { offset: tooDeepAt, path: null });
  }
  refuseLoneSurrogates(source);
  const value = parseStrictly(source);
  if (countKeys(value) < keyCount) {
    const found = source.findDuplicateKey();
    throw fault(source, 'JSON_DUPLICATE_KEY', 'this property is given twice; expected it once', found);
  }
  if (SUSPECT_ESCAPE.test(text)) refuseBadCharacters(source);
  return { value, source };
}

function parseStrictly(source: JsonSource): unknown {
  try {
    return JSON.parse(source.text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const first = firstSyntaxError(source.text);
    if (first === undefined) throw fault(source, 'JSON_INVALID', `not JSON: ${error.message}`, null);
    const isAtEnd = source.text.slice(first.offset).trim() === '';
    const hint = SYNTAX_HINTS[printParseErrorCode(first.error)] ?? 'unexpected text';
    const message = isAtEnd ? `the JSON ends too early: ${hint}` : `not JSON: ${hint}`;
    throw fault(source, 'JSON_INVALID', message, { offset: first.offset, path: null });
  }
}

function firstSyntaxError(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (error) {
    // Brackets after a text that is never closed are not counted as nesting before the parse, and may exhaust the stack.
    if (!(error instanceof RangeError)) throw error;
  }
  return errors[0];
}

/** A text of half characters can come from a caller's string only: bytes are decoded strictly. */
function refuseLoneSurrogates(source: JsonSource): void {
  if (source.text.isWellFormed()) return;
  const offset = source.text.search(LONE_SURROGATE);
  throw fault(source, 'JSON_CHARACTER_INVALID', 'half a character (a lone surrogate); expected whole characters', {
    offset,
    path: null,
  });
}

function refuseBadCharacters(source: JsonSource): void {
  const nul = source.findString((text) => text.includes('\0'));
  if (nul !== null) throw fault(source, 'JSON_CHARACTER_INVALID', 'the text holds a NUL character; expected none', nul);
  const half = source.findString((text) => !text.isWellFormed());
  if (half === null) return;
  throw fault(source, 'JSON_CHARACTER_INVALID', 'the text holds half a character (a lone surrogate); expected whole characters', half);
}

function fault(
  source: JsonSource,
  code: string,
  message: string,
  at: { offset: number; path: JsonPath | null } | null,
): DocumentError {
  const position = source.positionAt(at?.offset ?? 0, at?.path ?? null);
  return new DocumentError(code, withPlace(position, message), position);
}
