/**
 * Folding: the form of a name in which case, accents, punctuation and typographic variants no longer show.
 * Two names that fold alike are the same name. See docs/store.md, "Names and slugs".
 */
import { transliterate } from 'transliteration';

/** Marks that say something about a name's ownership, not about the name. */
const TRADE_MARKS = /[\u00a9\u00ae\u2122]/gu;

/** Accents over Latin and Greek letters are a matter of style; in other scripts marks make other letters. */
const ACCENTS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;

/** Vowel points, which Hebrew and Arabic print or leave out. */
const VOWEL_POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]/gu;

/** Letters that sound the same with or without them: O'Brien, Xi’an, ‘Hawaiʻi’. */
const APOSTROPHES = /['\u2018\u2019\u201b\u2032\u02bb\u02bc\u02b9\u0060\u00b4]/gu;

/** C# and F# are not C and F, but #MeToo is MeToo. */
const SHARP = /(?<=[\p{L}\p{N}])#/gu;

const WORDS: Readonly<Record<string, string>> = {
  '+': 'plus',
  '&': 'and',
  '%': 'percent',
  '=': 'equals',
  $: 'dollar',
  '\u20ac': 'euro',
  '\u00a3': 'pound',
  '\u00a5': 'yen',
};
const SYMBOLS = /[+&%=$\u20ac\u00a3\u00a5]/gu;

const FOREIGN_LATIN = /[^\p{ASCII}]/gu;
const IS_LATIN = /\p{Script=Latin}/u;
const PLAIN = /^[a-z0-9]+$/;

/** Neither letter, digit, mark nor picture: what parts words. */
const SEPARATORS = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu;

/**
 * The folded form: words of letters and digits parted by single spaces, Latin letters without their accents.
 * Pictures stay, so that a name of emoji alone is a name too. Empty for a text of punctuation alone.
 */
export function fold(text: string): string {
  return text
    .replace(TRADE_MARKS, '')
    // Before the decomposition, which makes a spacing acute of an apostrophe's look-alike.
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '$1')
    .replace(VOWEL_POINTS, '')
    .replace(SHARP, ' sharp ')
    .replace(SYMBOLS, (symbol) => ` ${WORDS[symbol] ?? ''} `)
    .replace(FOREIGN_LATIN, plainLatin)
    .replace(SEPARATORS, ' ')
    .trim()
    .normalize('NFC');
}

/** Latin letters beyond ASCII that no decomposition reaches (ß, ø, ł); one without a plain spelling stays. */
function plainLatin(letter: string): string {
  if (!IS_LATIN.test(letter)) return letter;
  const plain = transliterate(letter).toLowerCase();
  return PLAIN.test(plain) ? plain : letter;
}
