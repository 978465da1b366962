/** Upper case, title case and sentence case. */

/** The words of a short text: runs without white space that hold a letter or digit. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Words that title case leaves in lower case. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and as at but by de du for from in into is its la le nor of off on onto or over per so than ' +
    'the to up via vs with yet'
  ).split(' '),
);

/**
 * Whether each word opens with a capital but for small ones in the middle: "What Comes Next", "A Season
 * Without Pauses", and not "Why it matters". A single capitalised word is in title case too.
 */
export function isTitleCase(text: string): boolean {
  const words = wordsOf(text);
  return words.every((word, index) => {
    const first = /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '';
    const isInside = index > 0 && index < words.length - 1;
    return first === first.toUpperCase() || (isInside && SMALL_WORDS.has(word.toLowerCase()));
  });
}

/** Whether the text has letters and none of them is lower case. */
export function isUpperCase(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
