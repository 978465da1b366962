/** How strongly a name, or what is said of it, speaks for an outlet. Three points are enough. */
import type { CapitalisedRun } from './capitalised-run';
import { isArticle } from './outlet-names';
import { behindInterjection, wordPastAdverbs } from './naming-context';
import { GIVEN_NAMES, INSTITUTION_WORDS, PERSON_TITLES, PLACES_AND_POWERS } from './not-outlets';
import {
  COVERAGE_NOUNS,
  MEDIA_VERB_FORMS,
  MEDIA_WORDS,
  past,
  PAST_VERBS,
  PLURAL_VERBS,
  SINGULAR_VERBS,
  thirdPerson,
  WEAK_COVERAGE_NOUNS,
  WEAK_MEDIA_WORDS,
} from './vocabulary';
import { isAdjacent, type Word } from './words';

/** What the name itself says: negative for people, places and public bodies. */
export function nameEvidence(
  name: readonly Word[],
  hasArticle: boolean,
  isTopical: (folded: string) => boolean,
): number {
  const folded = name.map((word) => word.folded);
  const significant = name.filter(({ isCapitalised }) => isCapitalised).map((word) => word.folded);
  const media = mediaWordEvidence(folded, hasArticle);
  let points = media;
  if (/\.(?:com|net|org|news|info|co\.[a-z]{2}|[a-z]{2})$/.test(folded.join(' '))) points += 2;
  // A paper of this town may share its name; "the Tribune", where a Tribune is a topic, is that.
  if (significant.every(isTopical)) points -= media >= 3 && name.length > 1 ? 1 : 4;
  if (media < 3 && folded.some((word) => INSTITUTION_WORDS.has(word)))
    points -= media > 0 && WEAK_MEDIA_WORDS.has(folded.at(-1) ?? '') ? 1 : 4;
  if (PERSON_TITLES.has(folded[0] ?? '')) points -= 4;
  if (significant.every((word) => PLACES_AND_POWERS.has(word)) || PLACES_AND_POWERS.has(folded.join(' '))) points -= 4;
  if (media === 0 && !hasArticle && folded.length > 1 && GIVEN_NAMES.has(folded[0] ?? '')) points -= 4;
  return points;
}

function mediaWordEvidence(name: readonly string[], hasArticle: boolean): number {
  const parts = name.flatMap((word) => word.split('-'));
  const isAlone = name.length === 1 && !hasArticle;
  if (parts.some((word) => MEDIA_WORDS.has(word))) return isAlone ? 2 : 3;
  const ends = [parts[0] ?? '', parts.at(-1) ?? ''];
  if (!isAlone && ends.some((word) => WEAK_MEDIA_WORDS.has(word))) return 2;
  return 0;
}

/** What the sentence says of the name. */
export function contextEvidence(words: readonly Word[], run: CapitalisedRun): number {
  const before = precedingEvidence(words, run);
  if (before < 0) return before;
  return Math.max(before, followingEvidence(words, run));
}

/** What people and companies do in the news every day: said of a name that is not known, it tells little. */
const ANYONES_VERBS: ReadonlySet<string> = new Set(
  (
    'accuse announce argue believe blame claim confirm declare expect hope insist join oppose promise ' +
    'recommend respond say seek speak tell think urge warn welcome'
  )
    .split(' ')
    .flatMap((verb) => [verb, thirdPerson(verb), past(verb)]),
);

function followingEvidence(words: readonly Word[], run: CapitalisedRun): number {
  const last = words[run.behind - 1];
  const next = words[run.behind];
  if (next === undefined || last === undefined) return 0;
  const resumed = behindInterjection(words, run.behind);
  if (resumed !== null) return verbEvidence(words, run, resumed);
  if (next.gap.includes(',')) return appositionEvidence(words, run.behind);
  if (!isAdjacent(next) && !last.isPossessive) return 0;
  const ahead = words.slice(run.behind, run.behind + 3).map(({ folded }) => folded);
  const hasOutletsNoun = ahead.slice(0, last.isPossessive ? 3 : 1).some((word) => COVERAGE_NOUNS.has(word));
  if (hasOutletsNoun) return 3;
  const opensClause = clauseOpens(words, run) ? 1 : 0;
  if (last.isPossessive) return ahead.some((word) => WEAK_COVERAGE_NOUNS.has(word)) ? 2 + opensClause : 0;
  return Math.max(verbEvidence(words, run, run.behind), opensClause);
}

function verbEvidence(words: readonly Word[], run: CapitalisedRun, from: number): number {
  const verb = wordPastAdverbs(words, from)?.folded ?? '';
  const isJoined = run.first > 0 && /^(?:and|or)$/.test(words[run.first - (run.hasArticle ? 2 : 1)]?.folded ?? '');
  const isVerb = SINGULAR_VERBS.has(verb) || PAST_VERBS.has(verb) || (isJoined && PLURAL_VERBS.has(verb));
  if (!isVerb) return 0;
  const opensClause = clauseOpens(words, run) ? 1 : 0;
  if (MEDIA_VERB_FORMS.has(verb)) return 3 + opensClause;
  // People call for things; papers call them names.
  if (/^call(?:s|ed)$/.test(verb) && words.slice(from, from + 4).some(({ folded }) => folded === 'for')) return 1;
  // What someone has done is news; what an outlet does stands in the present.
  const isWeak = ANYONES_VERBS.has(verb) || /^ha(?:s|ve|d)$/.test(words[from]?.folded ?? '');
  return (isWeak ? 1 : 2) + opensClause;
}

const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  'although and as because but conversely however meanwhile though whereas while yet'.split(' '),
);

function clauseOpens(words: readonly Word[], run: CapitalisedRun): boolean {
  const first = run.hasArticle ? run.first - 1 : run.first;
  const before = words[first - 1];
  // "X and Y": here "and" joins two names, not two clauses.
  if (before?.folded === 'and' && words[first - 2]?.isCapitalised === true && isAdjacent(before)) return false;
  return before === undefined || CLAUSE_OPENERS.has(before.folded) || /[,;:–—]/.test(words[first]?.gap ?? '');
}

const KINDS_OF_OUTLET: ReadonlySet<string> = new Set(
  (
    'agency blog broadcaster broadsheet daily magazine network newspaper newswire outlet paper portal ' +
    'publication radio station tabloid title website weekly site channel podcast'
  ).split(' '),
);

/** "Barline, a business daily, …" or "Ana Ruiz, a professor at …". */
function appositionEvidence(words: readonly Word[], from: number): number {
  if (!/^(?:an?|the|which|whose|who)$/.test(words[from]?.folded ?? '')) return 0;
  if (words[from]?.folded === 'who') return -3;
  for (let index = from + 1; index < from + 7; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    if (KINDS_OF_OUTLET.has(word.folded)) return 3;
    if (/[,;]/.test(word.gap)) break;
  }
  return words[from]?.folded === 'the' || words[from]?.folded === 'which' || words[from]?.folded === 'whose' ? 0 : -3;
}

const JOURNALISTS: ReadonlySet<string> = new Set(
  (
    'analyst columnist commentator correspondent critic editor journalist journalists reporter reporters ' +
    'writer writers writing'
  ).split(' '),
);
const WORK: ReadonlySet<string> = new Set(
  (
    'accounts article articles coverage headlines interview newspapers outlets papers piece pieces ' +
    'published publications quoted reported reporting reports sources stories story telling titles told'
  ).split(' '),
);

function precedingEvidence(words: readonly Word[], run: CapitalisedRun): number {
  const first = run.hasArticle ? run.first - 1 : run.first;
  const before = words[first - 1];
  if (before === undefined || !isAdjacent(words[first])) return 0;
  const behind = words[first - 2]?.folded ?? '';
  const preposition = before.folded;
  if (KINDS_OF_OUTLET.has(preposition)) return 3;
  if (PERSON_TITLES.has(preposition)) return -4;
  if (/^(?:of|from|at|for|with|in)$/.test(preposition) && JOURNALISTS.has(behind)) return 3;
  if (
    /^(?:from|by|of|in|like|including|as|with)$/.test(preposition) &&
    (WORK.has(behind) || (behind === 'such' && WORK.has(words[first - 3]?.folded ?? '')))
  )
    return 3;
  if (preposition === 'telling' || (preposition === 'told' && isArticle(words[first]))) return 2;
  return preposition === 'to' && behind === 'according' ? 1 : 0;
}

/** Whether the sentence is nothing but names with commas between them, an outlet of the dictionary among them. */
export function isListOfNames(
  words: readonly Word[],
  runs: readonly CapitalisedRun[],
  known: readonly { first: number; behind: number }[],
): boolean {
  if (known.length === 0 || runs.length + known.length < 2) return false;
  const named = [...runs, ...known].reduce((count, place) => count + place.behind - place.first, 0);
  const joining = words.filter(({ folded }) => folded === 'and' || folded === 'the').length;
  return named + joining >= words.length;
}
