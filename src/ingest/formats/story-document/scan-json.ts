/** What one quick pass over a JSON text tells before it is parsed. */
export interface JsonScan {
  /** How many property names are written; a parser that meets one twice gives fewer. */
  keyCount: number;
  /** Where the nesting first goes beyond the limit; null where it does not. */
  tooDeepAt: number | null;
}

const QUOTE = 0x22;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Counts property names and measures nesting. Strings, which are nearly all of a story document, are leapt over,
 * so the pass costs a fraction of the parse. In a text that is not JSON it counts what it can: the parser refuses that.
 */
export function scanJson(text: string, maxDepth: number): JsonScan {
  let keyCount = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE) {
      i = closingQuote(text, i);
      if (isFollowedByColon(text, i)) keyCount++;
    } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      if (++depth > maxDepth) return { keyCount, tooDeepAt: i };
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
      depth--;
    }
  }
  return { keyCount, tooDeepAt: null };
}

/** How many properties a parsed value has, at every depth. */
export function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const child of Object.values(value)) if (typeof child === 'object') count += countKeys(child);
  return count;
}

function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}

function isFollowedByColon(text: string, closing: number): boolean {
  let at = closing + 1;
  while (text.charCodeAt(at) <= 0x20) at++;
  return text.charCodeAt(at) === COLON;
}
