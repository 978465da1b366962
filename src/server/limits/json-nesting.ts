/**
 * How deep brackets are nested in a JSON text, told before it is parsed. What walks over a parsed value (the coercion of
 * variables, say) calls itself for each level, and a body has room for a quarter of a million of them.
 */
import { LimitError } from '../../newsgraph';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Checks a JSON text, as the bytes of its UTF-8: all that matters here is ASCII, whose bytes stand for nothing else there.
 * @throws LimitError `NESTING_TOO_DEEP`
 */
export function checkJsonNesting(json: Uint8Array, maximum: number): void {
  let nesting = 0;
  let isInString = false;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index] ?? 0;
    if (isInString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) isInString = true;
    else if (OPENING.has(byte)) nesting += 1;
    else if (CLOSING.has(byte)) nesting -= 1;
    if (nesting > maximum) {
      throw new LimitError('NESTING_TOO_DEEP', maximum, `Brackets may be nested ${maximum} deep; these are deeper.`);
    }
  }
}
