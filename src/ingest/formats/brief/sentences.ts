/** A paragraph → its sentences, as spans of it, in one pass from left to right. */
import { quotedSpans } from './quotes';

/** A sentence: `text` is the paragraph from `start` to `end`, without white space around it. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The sentences of one paragraph. Together they hold every character of it that is not white space. */
export function sentencesOf(paragraph: string): Sentence[] {
  const sentences: Sentence[] = [];
  const quotes = quotedSpans(paragraph);
  let start = 0;
  let quote = 0;
  for (const match of paragraph.matchAll(END_MARKS)) {
    const mark = match.index;
    while ((quotes[quote]?.end ?? Infinity) <= mark) quote += 1;
    const open = quotes[quote];
    const closing = mark + match[0].length;
    // Inside a quote a sentence ends only with the quote itself.
    if (open !== undefined && open.start < mark && closing < open.end) continue;
    if (!isBoundary(paragraph, mark, closing)) continue;
    push(sentences, paragraph, start, closing);
    start = closing;
  }
  push(sentences, paragraph, start, paragraph.length);
  return sentences;
}

/**
 * Marks that may end a sentence, with the quotes and brackets that close behind them. The lookbehind lets a
 * run of marks be tried once, from its beginning, so that a line of dots costs no more than its length.
 */
const END_MARKS = /(?:(?<![.!?…])[.!?…]+["'”’»)\]*_]*(?=\s|$))|[。！？．｡।؟۔።]+["”’»」』）)]*/gu;

function push(sentences: Sentence[], paragraph: string, from: number, to: number): void {
  const text = paragraph.slice(from, to);
  const trimmed = text.trim();
  if (trimmed === '') return;
  const start = from + text.length - text.trimStart().length;
  sentences.push({ text: trimmed, start, end: start + trimmed.length });
}

const WINDOW = 48;

function isBoundary(paragraph: string, mark: number, closing: number): boolean {
  if (!/[.!?…]/.test(paragraph[mark] ?? '')) return true;
  const following = paragraph.slice(closing, closing + WINDOW).trimStart();
  if (following === '') return true;
  if (!/^["'“‘«([*_¿¡-]*[\p{Lu}\p{Lt}\p{Lo}\p{N}$€£¥]/u.test(following)) return false;
  if (paragraph[mark] !== '.' || paragraph[mark + 1] === '.') return true;
  return !isAbbreviation(wordBefore(paragraph, mark), following, closing - mark > 1);
}

/** Before a name or number these never end a sentence. */
const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof st ste gen gov sen rep reps sens lt sgt col capt cmdr adm maj rev fr hon pres ' +
    'supt insp det vs v e.g i.e cf viz mt ft messrs sr sra mme mlle m'
  ).split(' '),
);
/** These are short for a word before a number. */
const BEFORE_NUMBER: ReadonlySet<string> = new Set(
  'no nos vol art sec fig pp p ch jan feb mar apr jun jul aug sep sept oct nov dec approx est ca c'.split(' '),
);
/** These may stand inside a sentence or end it: what follows decides. */
const EITHER: ReadonlySet<string> = new Set(
  'inc ltd co corp plc jr sr bros dept univ assn etc al a.m p.m ave blvd rd'.split(' '),
);

/** The word that ends at `end`: `U.S` before the last full stop of "U.S.". */
function wordBefore(paragraph: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < WINDOW && /[\p{L}\p{N}.&'’-]/u.test(paragraph[start - 1] ?? '')) start -= 1;
  return paragraph.slice(start, end);
}

function isAbbreviation(word: string, following: string, isQuoted: boolean): boolean {
  if (isQuoted) return false;
  const folded = word.toLowerCase();
  if (TITLES.has(folded) && /^\p{Lu}/u.test(word) === !/^(?:vs?|e\.g|i\.e|cf|viz)$/.test(folded)) return true;
  if (BEFORE_NUMBER.has(folded) && /^\p{N}/u.test(following)) return true;
  if (EITHER.has(folded) || INITIALS.test(word)) return !opensSentence(following);
  return false;
}

/** `J` of "J. D. Vance", `U.S` of "U.S.", `B` of "plan B.". */
const INITIALS = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u;

/** Words that open a sentence and seldom stand, with a capital, inside one. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    'a according across additionally after all although among an and another as at because before both ' +
    'but by contrast conversely critics despite during each ' +
    'even every few finally first for from further furthermore he her his however if in indeed instead ' +
    'it its last later like many meanwhile more moreover most ' +
    'neither nevertheless no none nor not now of officials on once one only other others our overall ' +
    'rather reports since so some still such taken that the their ' +
    'then there these they this those though three through thus to together two unlike until we what ' +
    'when where whereas whether which while who why with yet you'
  ).split(' '),
);

function opensSentence(following: string): boolean {
  const word = /^[^\p{L}\p{N}]*([\p{L}\p{N}'’-]+)/u.exec(following)?.[1] ?? '';
  return OPENERS.has(word.toLowerCase());
}
