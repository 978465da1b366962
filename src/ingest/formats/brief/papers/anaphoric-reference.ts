/** How a sentence refers back to outlets that were named before it: "they", "it", "the paper", "the latter". */
import { wordPastAdverbs } from './naming-context';
import {
  COVERAGE_NOUNS,
  isReportingVerb,
  PARTICIPLES,
  PLURAL_NOUNS,
  PLURAL_VERBS,
  SINGULAR_NOUNS,
  SINGULAR_VERBS,
  UNMISTAKABLE_NOUNS,
  WEAK_COVERAGE_NOUNS,
} from './vocabulary';
import { isAdjacent, type Word } from './words';

/** Said of one outlet, of all that were meant together, of the first or second of two, or of both of them. */
export type AnaphoricReference = 'ONE' | 'SAME' | 'FORMER' | 'LATTER' | 'PAIR';

/**
 * Whom the sentence refers back to, or null. `starts`: where its subject may begin. `hasReport`: a report that
 * is no outlet's was spoken of, so "the report" is that.
 */
export function anaphoricReference(
  words: readonly Word[],
  starts: readonly number[],
  hasReport: boolean,
): AnaphoricReference | null {
  for (const start of starts) {
    const reference = pronoun(words, start) ?? oneOfTwo(words, start) ?? nominal(words, start, hasReport);
    if (reference !== null) return reference;
  }
  return insideSentence(words);
}

/** "It adds", "they note", "its correspondent". */
function pronoun(words: readonly Word[], start: number): AnaphoricReference | null {
  switch (words[start]?.folded ?? '') {
    case 'it':
      return isReportedByIt(words, start) ? 'ONE' : null;
    case 'they':
      return PLURAL_VERBS.has(wordPastAdverbs(words, start + 1)?.folded ?? '') || isPerfect(words, start + 1)
        ? 'SAME'
        : null;
    case 'its':
      return ownsWork(words, start) ? 'ONE' : null;
    case 'their':
      return ownsWork(words, start) ? 'SAME' : null;
    default:
      return null;
  }
}

/** Verbs with which "it" speaks of the happening when a time or an occasion follows: "it comes after". */
const LOOSE_VERBS: ReadonlySet<string> = new Set('follows keeps leads marks opens runs stays takes turns'.split(' '));
const OCCASIONS: ReadonlySet<string> = new Set('after amid as days from months weeks years'.split(' '));

/** "It sets", "it has reported"; not "it is", "it remains", "it took". */
function isReportedByIt(words: readonly Word[], start: number): boolean {
  const verb = wordPastAdverbs(words, start + 1)?.folded ?? '';
  if (!SINGULAR_VERBS.has(verb)) return isPerfect(words, start + 1);
  return !(LOOSE_VERBS.has(verb) && OCCASIONS.has(words[start + 2]?.folded ?? ''));
}

/** "has reported": the auxiliary at `index`, the participle behind adverbs. */
function isPerfect(words: readonly Word[], index: number): boolean {
  if (!/^ha(?:s|ve)$/.test(words[index]?.folded ?? '')) return false;
  return PARTICIPLES.has(wordPastAdverbs(words, index)?.folded ?? '');
}

function ownsWork(words: readonly Word[], start: number): boolean {
  return words
    .slice(start + 1, start + 4)
    .some(
      ({ folded, isPossessive }) =>
        COVERAGE_NOUNS.has(folded) ||
        WEAK_COVERAGE_NOUNS.has(folded) ||
        SINGULAR_NOUNS.has(folded) ||
        (isPossessive && PLURAL_NOUNS.has(folded)),
    );
}

/** "The former", "the latter", "the pair". */
function oneOfTwo(words: readonly Word[], start: number): AnaphoricReference | null {
  if (words[start]?.folded !== 'the') return null;
  switch (words[start + 1]?.folded ?? '') {
    case 'former':
      return words.some(({ folded }) => folded === 'latter') ? 'PAIR' : 'FORMER';
    case 'latter':
      return 'LATTER';
    case 'pair':
      return 'PAIR';
    default:
      return null;
  }
}

const FURTHER: ReadonlySet<string> = new Set(
  'accompanying companion earlier follow-up further later related second separate third'.split(' '),
);
/** "The Hong Kong based daily": how many words may stand before the noun. */
const MOST_MODIFIERS = 3;

/** "The paper", "the Qatari broadcaster", "a second article". */
function nominal(words: readonly Word[], start: number, hasReport: boolean): AnaphoricReference | null {
  const determiner = words[start]?.folded ?? '';
  if (!/^(?:the|this|that|its|another|an?)$/.test(determiner)) return null;
  if (/^an?$/.test(determiner) && !FURTHER.has(words[start + 1]?.folded ?? '')) return null;
  for (let index = start + 1; index <= start + 1 + MOST_MODIFIERS; index += 1) {
    const word = words[index];
    if (word === undefined || !isAdjacent(word)) return null;
    if (!SINGULAR_NOUNS.has(word.folded)) continue;
    if (word.isPossessive) return 'ONE';
    if (isCompound(words, index)) continue;
    if (word.folded === 'report' && hasReport) return null;
    return speaksForOutlet(words, index) ? 'ONE' : null;
  }
  return null;
}

/** "The author of", "the news agency": the noun is not the last of its phrase, or is another's. */
function isCompound(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  return next !== undefined && isAdjacent(next) && (next.folded === 'of' || SINGULAR_NOUNS.has(next.folded));
}

/** Nouns that may be anything's ("the site") need a verb of reporting; others do not. */
function speaksForOutlet(words: readonly Word[], index: number): boolean {
  const noun = words[index]?.folded ?? '';
  if (UNMISTAKABLE_NOUNS.has(noun) || noun === 'piece' || noun === 'explainer') return true;
  return isReportingVerb(wordPastAdverbs(words, index + 1)?.folded ?? '') || isPerfect(words, index + 1);
}

/** "According to the paper, …", "…, it adds.", "in its coverage". */
function insideSentence(words: readonly Word[]): AnaphoricReference | null {
  for (const [index, { folded, gap }] of words.entries()) {
    if (index === 0) continue;
    const next = words[index + 1]?.folded ?? '';
    if (folded === 'the' && UNMISTAKABLE_NOUNS.has(next) && words[index + 2]?.folded !== 'of') return 'ONE';
    if (folded === 'its' && COVERAGE_NOUNS.has(next)) return 'ONE';
    const isAddition = /["”’»]/.test(gap) || (/[,;–—]/.test(gap) && !isAdjacent(words[index + 2]));
    if (isAddition && folded === 'it' && SINGULAR_VERBS.has(next)) return 'ONE';
    if (isAddition && folded === 'they' && PLURAL_VERBS.has(next)) return 'SAME';
  }
  return null;
}
