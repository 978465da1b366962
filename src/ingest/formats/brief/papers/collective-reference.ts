/** How a sentence speaks of several outlets at once: "both sources", "the papers agree", "overall". */
import { wordPastAdverbs } from './naming-context';
import { COUNTS, PLURAL_NOUNS, PLURAL_VERBS, SINGULAR_VERBS, UNMISTAKABLE_NOUNS } from './vocabulary';
import { isAdjacent, type Word } from './words';

/** Said of several outlets at once. */
export interface CollectiveReference {
  /** How many it speaks of: 2 for "both"; null for all. */
  readonly count: number | null;
  /** "Overall, …" sums up whom the sentence names, if it names any; "all sources" always means all. */
  readonly isWeak: boolean;
}

/**
 * How the sentence speaks of several outlets, or null. `starts`: where its subject may begin. `isOpening`: no
 * outlet was named so far, so "… emerge from the sources" only announces them.
 */
export function collectiveReference(
  words: readonly Word[],
  starts: readonly number[],
  isOpening: boolean,
): CollectiveReference | null {
  return (
    quantified(words) ??
    counted(words, starts) ??
    pluralSubject(words, starts) ??
    summary(words) ??
    (isOpening ? null : acrossAll(words))
  );
}

const QUANTIFIERS: ReadonlySet<string> = new Set('all both each every neither none'.split(' '));
/** What hardly means anything but outlets or their work, anywhere in a sentence. */
const STRICT_PLURALS: ReadonlySet<string> = new Set(
  'articles broadcasters newspapers newsrooms outlets papers publications sources'.split(' '),
);

/** "Both sources", "all of the major papers", "neither outlet". */
function quantified(words: readonly Word[]): CollectiveReference | null {
  for (const [index, { folded }] of words.entries()) {
    const reference = QUANTIFIERS.has(folded) ? quantifiedAt(words, index, folded) : null;
    if (reference !== null) return reference;
  }
  return null;
}

function quantifiedAt(words: readonly Word[], index: number, quantifier: string): CollectiveReference | null {
  const isSingular = /^(?:each|every|neither)$/.test(quantifier);
  let count = isPair(quantifier) ? 2 : null;
  for (let ahead = index + 1; ahead <= index + 5; ahead += 1) {
    const next = words[ahead];
    if (next === undefined || !isAdjacent(next)) return null;
    count = COUNTS.get(next.folded) ?? count;
    const isNoun =
      STRICT_PLURALS.has(next.folded) ||
      (index <= 1 && PLURAL_NOUNS.has(next.folded)) ||
      (isSingular && UNMISTAKABLE_NOUNS.has(next.folded));
    // "All sources of energy" are no outlets.
    if (isNoun && words[ahead + 1]?.folded !== 'of') return { count, isWeak: false };
    if (next.isCapitalised || /^(?:and|or|in|on|to|who|that)$/.test(next.folded)) return null;
  }
  return null;
}

function isPair(quantifier: string): boolean {
  return quantifier === 'both' || quantifier === 'neither';
}

/** "Both note …", "all three agree …", "by all four", "the two differ …". */
function counted(words: readonly Word[], starts: readonly number[]): CollectiveReference | null {
  for (const [index, { folded }] of words.entries()) {
    const isAgent = words[index - 1]?.folded === 'by';
    if ((!isAgent && !starts.includes(index)) || !/^(?:all|both|the|neither)$/.test(folded)) continue;
    const number = COUNTS.get(words[index + 1]?.folded ?? '') ?? null;
    if (number === null && folded === 'the') continue;
    const behind = number === null ? index + 1 : index + 2;
    const verb = wordPastAdverbs(words, behind)?.folded ?? '';
    const speaks = PLURAL_VERBS.has(verb) || (folded === 'neither' && SINGULAR_VERBS.has(verb));
    const endsPhrase = isAgent && !isAdjacent(words[behind]);
    if (speaks || endsPhrase) return { count: isPair(folded) ? 2 : number, isWeak: false };
  }
  return null;
}

/** What outlets do together, beside reporting. */
const JOINT_VERBS: ReadonlySet<string> = new Set('agree are collectively differ disagree diverge vary'.split(' '));
/** What may stand behind "the papers" when they are the subject. */
const BEHIND_SUBJECT: ReadonlySet<string> = new Set([
  ...JOINT_VERBS,
  ...'all by converge do from have in part split'.split(' '),
]);

/** "The papers agree", "These reports show", "The articles from A and B", "The three outlets note". */
function pluralSubject(words: readonly Word[], starts: readonly number[]): CollectiveReference | null {
  for (const start of starts) {
    const isDefinite = /^(?:the|these|those)$/.test(words[start]?.folded ?? '');
    const first = isDefinite ? start + 1 : start;
    const count = COUNTS.get(words[first]?.folded ?? '') ?? null;
    const noun = count === null ? first : first + 1;
    if (!PLURAL_NOUNS.has(words[noun]?.folded ?? '')) continue;
    const next = wordPastAdverbs(words, noun + 1)?.folded ?? '';
    const isSubject = isDefinite ? PLURAL_VERBS.has(next) || BEHIND_SUBJECT.has(next) : JOINT_VERBS.has(next);
    if (isSubject) return { count, isWeak: false };
  }
  return null;
}

/** How a sentence that sums up opens, word by word. */
const SUMMARY_OPENINGS: readonly (readonly string[])[] = [
  ...['altogether', 'collectively', 'overall', 'taken together', 'put together', 'read together', 'taken as a whole'],
  ...['in sum', 'in summary', 'in short', 'on the whole', 'all in all', 'as a whole', 'across the board'],
].map((opening) => opening.split(' '));
const OF_COVERAGE_AS_WHOLE: ReadonlySet<string> = new Set(
  'across broadly collectively differs generally overall varies'.split(' '),
);

/** "Overall, …", "Taken together, …", "The coverage varies …". */
function summary(words: readonly Word[]): CollectiveReference | null {
  const opens = (opening: readonly string[]): boolean => opening.every((word, index) => words[index]?.folded === word);
  const isTogether = opens(['together']) && words[1]?.gap.includes(',') === true;
  const isOfCoverage =
    (opens(['coverage']) || opens(['the', 'coverage'])) && words.some(({ folded }) => OF_COVERAGE_AS_WHOLE.has(folded));
  return isTogether || isOfCoverage || SUMMARY_OPENINGS.some(opens) ? { count: null, isWeak: true } : null;
}

/** "There is agreement across the papers that …". */
function acrossAll(words: readonly Word[]): CollectiveReference | null {
  for (const [index, { folded }] of words.entries()) {
    if (!/^(?:across|among|amongst|between|in|throughout)$/.test(folded)) continue;
    const [determiner = '', ...ahead] = words.slice(index + 1, index + 4).map((word) => word.folded);
    if (!/^(?:the|these|all|both)$/.test(determiner)) continue;
    const isOfCoverage = /^(?:across|throughout)$/.test(folded) && ahead.includes('coverage');
    if (isOfCoverage || ahead.some((word) => STRICT_PLURALS.has(word))) {
      return { count: COUNTS.get(ahead[0] ?? '') ?? null, isWeak: true };
    }
  }
  return null;
}
