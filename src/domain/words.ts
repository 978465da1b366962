/**
 * The words of a text, as they are searched for: one rule for what is indexed and for what is asked, whatever the
 * database. Case, accents and the kind of apostrophe do not count; a possessive is the word that it belongs to.
 */

/** One word of a text, folded, and where it stands there, in UTF-16 code units. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A longer word counts by its beginning; databases limit how long their words are. */
export const MAX_WORD_LENGTH = 48;

/** The scripts that put no spaces between words: each letter is a word, and what is asked in them is a phrase. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** A letter of an unspaced script with its marks, or a run of other letters and digits with theirs. */
const RUN = new RegExp(String.raw`[${UNSPACED}]\p{M}*|(?:(?![${UNSPACED}])[\p{L}\p{N}\p{M}])+`, 'gu');
const ASCII_RUN = /[A-Za-z0-9]+/g;
const IS_ASCII = /^[\0-\x7f]*$/;

const APOSTROPHES: ReadonlySet<string> = new Set(["'", '\u2018', '\u2019', '\u201b', '\u2032', '\u02bc']);

/** Accents over Latin, Greek and Cyrillic letters are a matter of style; in other scripts marks make other letters. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;

/** Vowel points, which Hebrew and Arabic print or leave out, and the stroke that lengthens an Arabic word. */
const VOWEL_POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]/gu;

/** Letters that no decomposition takes apart, and how they are written without them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ŧ: 't', ŋ: 'n', ς: 'σ',
};
const FOREIGN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
const NO_LETTER = /[^\p{L}\p{N}\p{M}]+/gu;
const LONE_MARKS = /^\p{M}+/u;

/** The words of a text in their order. */
export function wordsIn(text: string): Word[] {
  const isAscii = IS_ASCII.test(text);
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(isAscii ? ASCII_RUN : RUN)) {
    if (isPossessive(text, run, index)) continue;
    const word = isAscii ? run.toLowerCase().slice(0, MAX_WORD_LENGTH) : fold(run);
    if (word !== '') words.push({ word, start: index, end: index + run.length });
  }
  return words;
}

/** The s of “Russia’s”: after an apostrophe that follows a letter. */
function isPossessive(text: string, run: string, index: number): boolean {
  if (run !== 's' && run !== 'S') return false;
  return APOSTROPHES.has(text.charAt(index - 1)) && /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, index - 3), index - 1));
}

function fold(run: string): string {
  if (IS_ASCII.test(run)) return run.toLowerCase().slice(0, MAX_WORD_LENGTH);
  const folded = run
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(VOWEL_POINTS, '')
    .replace(FOREIGN, (letter) => PLAIN[letter] ?? letter)
    .replace(NO_LETTER, '')
    .normalize('NFC')
    .replace(LONE_MARKS, '');
  return cut(folded);
}

/** Never in the middle of a character. */
function cut(word: string): string {
  if (word.length <= MAX_WORD_LENGTH) return word;
  return /[\ud800-\udbff]$/.test(word.slice(0, MAX_WORD_LENGTH)) ? word.slice(0, MAX_WORD_LENGTH - 1) : word.slice(0, MAX_WORD_LENGTH);
}
