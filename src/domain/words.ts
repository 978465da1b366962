/**
 * The words of a text, as they are searched for: one rule for what is indexed and for what is asked, whatever the
 * database. Case, accents, the kind of apostrophe and joiners do not count; a possessive is the word that it belongs to.
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

/** Say within a word where it may break or how its letters join, and nothing of what it is: soft hyphen, ZWNJ, ZWJ, word joiner. */
const JOINERS = String.raw`\u00ad\u200c\u200d\u2060`;

/** Of a word in scripts with spaces. */
const LETTERS = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{N}\p{M}])+`;

/** A letter of an unspaced script with its marks, or a run of other letters and digits with theirs. */
const RUN = new RegExp(String.raw`[${UNSPACED}]\p{M}*(?:[${JOINERS}]+\p{M}+)*|${LETTERS}(?:[${JOINERS}]+${LETTERS})*`, 'gu');
const ALL_JOINERS = new RegExp(`[${JOINERS}]+`, 'gu');
const IS_ASCII = /^[\0-\x7f]*$/;

const APOSTROPHES: ReadonlySet<string> = new Set(["'", '\u2018', '\u2019', '\u201b', '\u2032', '\u02bc']);

/** Accents over Latin, Greek and Cyrillic letters are a matter of style; in other scripts marks make other letters. */
const ACCENTS = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;

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
  const words: Word[] = [];
  forEachWord(text, (word, start, end) => words.push({ word, start, end }));
  return words;
}

/** Calls back for each word of a text, in their order, with where it stands. */
export function forEachWord(text: string, visit: (word: string, start: number, end: number) => void): void {
  const { length } = text;
  let place = 0;
  while (place < length) {
    const start = place;
    let kind = kindOf(text.charCodeAt(place));
    let kinds = 0;
    for (; kind !== SEPARATOR && kind !== OTHER; kind = place < length ? kindOf(text.charCodeAt(place)) : SEPARATOR) {
      kinds |= kind;
      place += 1;
    }
    if (kind === OTHER) {
      // What this belongs to is for the expression to say, from the run's beginning.
      RUN.lastIndex = start;
      const run = RUN.exec(text);
      if (run === null) return;
      place = run.index + run[0].length;
      const word = isPossessive(text, run.index, place) ? '' : fold(run[0]);
      if (word !== '') visit(word, run.index, place);
    } else if (place === start) {
      place += 1;
    } else if (!isPossessive(text, start, place)) {
      const word = text.slice(start, Math.min(place, start + MAX_WORD_LENGTH));
      visit((kinds & CAPITAL) === 0 ? word : word.toLowerCase(), start, place);
    }
  }
}

/** The letters and digits of ASCII need no expression, and most words of most texts are of these alone. */
const SMALL = 1;
const CAPITAL = 2;
/** What parts words for certain: the rest of ASCII, and General Punctuation but for joiners: it has no letters, digits or marks. */
const SEPARATOR = 4;
const OTHER = 8;

const KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/.test(character)) return SMALL;
  return /[A-Z]/.test(character) ? CAPITAL : SEPARATOR;
});

function kindOf(code: number): number {
  return KINDS[code] ?? (code >= 0x2000 && code <= 0x206f && !isJoiner(code) ? SEPARATOR : OTHER);
}

/** Of those in General Punctuation. */
function isJoiner(code: number): boolean {
  return code === 0x200c || code === 0x200d || code === 0x2060;
}

/** The s of “Russia’s”: after an apostrophe that follows a letter. */
function isPossessive(text: string, start: number, end: number): boolean {
  if (end - start !== 1 || (text[start] !== 's' && text[start] !== 'S')) return false;
  return APOSTROPHES.has(text.charAt(start - 1)) && /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 3), start - 1));
}

function fold(run: string): string {
  if (IS_ASCII.test(run)) return run.toLowerCase().slice(0, MAX_WORD_LENGTH);
  const folded = run
    .replace(ALL_JOINERS, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '$1')
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
