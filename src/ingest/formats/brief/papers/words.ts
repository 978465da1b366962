/** A sentence as its words: what the rules of attribution look at. */

/** One word of a sentence, without the punctuation around it. */
export interface Word {
  /** As written, without a possessive ending. */
  readonly text: string;
  /** Lower case, without accents. */
  readonly folded: string;
  readonly start: number;
  /** Behind the word, before a possessive ending. */
  readonly end: number;
  readonly isPossessive: boolean;
  /** Opens with a capital letter or digit. */
  readonly isCapitalised: boolean;
  /** What stands between the word before and this one: a space, a comma … */
  readonly gap: string;
}

/** Letters and digits, and what joins them inside a name: `Al-Monitor`, `A.M`, `AT&T`, `Europe/Radio`. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’.&/+][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a sentence, from left to right. */
export function wordsOf(sentence: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const { 0: written, index } of sentence.matchAll(WORD)) {
    const behind = index + written.length;
    const ownsWithS = POSSESSIVE.test(written);
    const text = ownsWithS ? written.slice(0, -2) : written;
    words.push({
      text,
      folded: foldWord(text),
      start: index,
      end: index + text.length,
      isPossessive: ownsWithS || (isApostrophe(sentence[behind]) && /[sS]$/.test(text)),
      isCapitalised: CAPITAL.test(text),
      gap: sentence.slice(last, index),
    });
    last = behind;
  }
  return words;
}

const POSSESSIVE = /['’][sS]$/;
const CAPITAL = /^[\p{Lu}\p{N}]/u;

function isApostrophe(character: string | undefined): boolean {
  return character === "'" || character === '’';
}

const PLAIN = /^[\x20-\x7e]*$/;

/** Lower case, without accents, one kind of apostrophe. */
export function foldWord(word: string): string {
  // Most words are ASCII already, and this is called for every word of every brief.
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/’/g, "'");
}

/** Whether two words stand side by side, with nothing but white space between them. */
export function isAdjacent(word: Word | undefined): boolean {
  return word !== undefined && /^\s+$/.test(word.gap);
}
