/** Names that are ordinary words too ("nature", "the sun", "independent") count only where a paper is spoken of. */
import { isArticle } from './outlet-names';
import { COVERAGE_NOUNS, isReportingVerb, WEAK_COVERAGE_NOUNS, WEAK_MEDIA_WORDS } from './vocabulary';
import { isAdjacent, type Word } from './words';

const ORDINARY: ReadonlySet<string> = new Set(
  (
    'bild dawn deadline economist express fortune forbes guardian independent insider metro mirror ' +
    'nature nation observer people public quartz science scotsman slate spectator standard stat stuff ' +
    'sun telegraph time variety vice vox wired'
  ).split(' '),
);
/** Ordinary with the article too. */
const ORDINARY_WITH_ARTICLE: ReadonlySet<string> = new Set(
  (
    'age atlantic australian conversation diplomat economist herald hill hindu intercept local nation ' +
    'national observer punch spectator star sun verge week wire'
  ).split(' '),
);

/** What may stand, capitalised, right behind an outlet's name without making it another's. */
const EXTENSIONS: ReadonlySet<string> = new Set([
  ...WEAK_MEDIA_WORDS,
  ...(
    'africa america arabic arabia asia australia brasil business canada china english europe espanol ' +
    'germany india international live magazine middle money mundo nigeria opinion panorama persian ' +
    'politics sport ' +
    'sports sunday turk turkce uk ukrainian us usa verify weekend worklife'
  ).split(' '),
]);

/** Whether the name is the outlet's, another's, or an ordinary word that may be either. */
export type Naming = 'OUTLET' | 'OTHER' | 'DOUBTFUL';

/** What the words from `first` up to `behind`, which an outlet bears as its name, name here. */
export function namingOf(words: readonly Word[], first: number, behind: number): Naming {
  const hasArticle = isArticle(words[first]);
  const start = hasArticle ? first + 1 : first;
  if (isPartOfLongerName(words, start, behind, hasArticle)) return 'OTHER';
  const folded = words[start]?.folded ?? '';
  const isOrdinary = behind - start === 1 && (hasArticle ? ORDINARY_WITH_ARTICLE : ORDINARY).has(folded);
  return !isOrdinary || isSource(words, first, behind) ? 'OUTLET' : 'DOUBTFUL';
}

function isPartOfLongerName(words: readonly Word[], start: number, behind: number, hasArticle: boolean): boolean {
  const last = words[behind - 1];
  const next = words[behind];
  if (next !== undefined && isAdjacent(next) && next.isCapitalised && last?.isPossessive !== true) {
    if (/^\p{N}/u.test(next.text)) return false;
    if (!EXTENSIONS.has(next.folded)) return true;
  }
  if (hasArticle || start === 0 || behind - start > 1) return false;
  const before = words[start - 1];
  // "Kyiv Independent" is not The Independent; the first word of a sentence is capitalised for another reason.
  return before !== undefined && start > 1 && before.isCapitalised && !before.isPossessive && isAdjacent(words[start]);
}

/** What stands before "by", "in" or "from" and a source. */
const GIVEN_BY_SOURCE: ReadonlySet<string> = new Set(
  (
    'article articles cited correspondent coverage editorial journalist obtained published quoted reported reporter ' +
    'reporting reports seen writing'
  ).split(' '),
);

/** Whether the name is followed by what outlets do or have, or stands where a source is given. */
export function isSource(words: readonly Word[], first: number, behind: number): boolean {
  const before = words[first - 1]?.folded ?? '';
  const twoBefore = words[first - 2]?.folded ?? '';
  if (before === 'told' || (before === 'to' && twoBefore === 'according')) return true;
  if (/^(?:by|in|from)$/.test(before) && GIVEN_BY_SOURCE.has(twoBefore)) return true;
  if (words[behind - 1]?.isPossessive !== true) return isFollowedByReporting(words, behind);
  const owned = words.slice(behind, behind + 3);
  return owned.some(({ folded }) => COVERAGE_NOUNS.has(folded) || WEAK_COVERAGE_NOUNS.has(folded));
}

/** Whether a reporting verb or a word for an outlet's work comes next, adverbs aside. */
export function isFollowedByReporting(words: readonly Word[], behind: number): boolean {
  const next = wordPastAdverbs(words, behind);
  if (next === null) return false;
  return isReportingVerb(next.folded) || COVERAGE_NOUNS.has(next.folded) || WEAK_COVERAGE_NOUNS.has(next.folded);
}

const ADVERBS: ReadonlySet<string> = new Set(
  (
    'all also both each even ever further has have however in instead just likewise meanwhile now ' +
    'similarly still then too turn'
  ).split(' '),
);

/** The first word from here that is no adverb; at most three are passed over. Null at the sentence's end. */
export function wordPastAdverbs(words: readonly Word[], from: number): Word | null {
  const start = behindInterjection(words, from) ?? from;
  for (let index = start; index < start + 4; index += 1) {
    const word = words[index];
    if (word === undefined) return null;
    if (!ADVERBS.has(word.folded) && !/^.{3,}ly$/.test(word.folded)) return word;
  }
  return null;
}

const INTERJECTIONS: ReadonlySet<string> = new Set(
  'also by for however in instead likewise meanwhile on similarly though too'.split(' '),
);

/** Behind ", by contrast," or ", meanwhile,": where the sentence goes on; null when none stands at `from`. */
export function behindInterjection(words: readonly Word[], from: number): number | null {
  const first = words[from];
  if (first === undefined || !first.gap.includes(',') || !INTERJECTIONS.has(first.folded)) return null;
  for (let index = from + 1; index <= from + 5; index += 1) if (words[index]?.gap.includes(',') === true) return index;
  return null;
}
