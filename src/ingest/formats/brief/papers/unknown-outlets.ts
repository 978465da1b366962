/**
 * Recognises outlets that no dictionary knows by how the papers section speaks of them. Every capitalised name
 * there gathers evidence: what the name is made of, what it is said to do, where it stands. People, places,
 * public bodies and what the rest of the brief is about gather evidence against.
 */
import type { CapitalisedRun } from './capitalised-run';
import { contextEvidence, isListOfNames } from './name-evidence';
import { nameEvidence } from './name-evidence';
import type { Word } from './words';

/** A sentence of the papers section, with the names in it. */
export interface ScannedSentence {
  readonly words: readonly Word[];
  readonly text: string;
  /** Names that are in no dictionary. */
  readonly runs: readonly CapitalisedRun[];
  /** Where known outlets are named, as word positions. */
  readonly known: readonly { readonly first: number; readonly behind: number }[];
}

/** A name that no dictionary has, and the evidence that it is an outlet's. */
interface Candidate {
  readonly name: string;
  hasArticle: boolean;
  readonly intrinsic: number;
  context: number;
}

const ENOUGH = 3;
/** What standing in one list with an outlet is worth. */
const COMPANY = 2;
/** What standing in one sentence with an outlet is worth to a name that looks like one. */
const VICINITY = 1;

/**
 * The names of outlets among the runs, by their folded form, each as first written (with its article when it
 * ever has one). `isTopical` tells of a word whether the rest of the brief has it as a name.
 */
export function unknownOutlets(
  sentences: readonly ScannedSentence[],
  isTopical: (folded: string) => boolean,
): Map<string, string> {
  const candidates = new Map<string, Candidate>();
  for (const sentence of sentences) gather(sentence, candidates, isTopical);
  for (const sentence of sentences) creditCompany(sentence, candidates);
  const outlets = new Map<string, string>();
  for (const [key, candidate] of candidates) {
    if (isOutlet(candidate)) outlets.set(key, candidate.hasArticle ? `The ${candidate.name}` : candidate.name);
  }
  return outlets;
}

function isOutlet({ intrinsic, context }: Candidate): boolean {
  return intrinsic + context >= ENOUGH;
}

function gather(
  sentence: ScannedSentence,
  candidates: Map<string, Candidate>,
  isTopical: (folded: string) => boolean,
): void {
  const inList = isListOfNames(sentence.words, sentence.runs, sentence.known);
  for (const run of sentence.runs) {
    const key = keyOf(sentence.words, run);
    const candidate = candidates.get(key) ?? {
      name: nameOf(sentence, run),
      hasArticle: false,
      intrinsic: nameEvidence(sentence.words.slice(run.first, run.behind), run.hasArticle, isTopical),
      context: 0,
    };
    candidate.hasArticle ||= run.hasArticle;
    candidate.context = Math.max(candidate.context, inList ? ENOUGH : 0, contextEvidence(sentence.words, run));
    candidates.set(key, candidate);
  }
}

/** "Reuters and Barline report …": what stands beside an outlet, joined by "and" or a comma, is likely one too. */
function creditCompany(sentence: ScannedSentence, candidates: Map<string, Candidate>): void {
  const places = [
    ...sentence.known.map((place) => ({ ...place, candidate: null })),
    ...sentence.runs.map((run) => ({ ...run, candidate: candidates.get(keyOf(sentence.words, run)) ?? null })),
  ].sort((a, b) => a.first - b.first);
  const isCertain = (place: (typeof places)[number]): boolean => place.candidate === null || isOutlet(place.candidate);
  const hasOutlet = places.some((place) => isCertain(place));
  for (const { candidate } of places)
    if (hasOutlet && candidate !== null && candidate.intrinsic >= 2)
      candidate.context = Math.max(candidate.context, VICINITY);
  const pass = (ordered: typeof places, isForward: boolean): void => {
    ordered.forEach((place, index) => {
      const other = ordered[index - 1];
      if (other === undefined || place.candidate === null || isOutlet(place.candidate) || !isCertain(other)) return;
      const [left, right] = isForward ? [other, place] : [place, other];
      if (areJoined(sentence.words, left.behind, right.first)) place.candidate.context += COMPANY;
    });
  };
  pass(places, true);
  pass([...places].reverse(), false);
}

/** Whether nothing but "and", "or", a comma or an article stands between two names. */
export function areJoined(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > 3 || words[from - 1]?.isPossessive === true) return false;
  const between = words.slice(from, to).filter(({ folded }) => folded !== 'the');
  if (between.length === 0) return /^\s*[,&/]\s*$/.test(words[from]?.gap ?? '');
  return (
    between.length === 1 && /^(?:and|or)$/.test(between[0]?.folded ?? '') && /^[,\s]*$/.test(words[from]?.gap ?? '')
  );
}

/** The same for every writing of one name. */
export function keyOf(words: readonly Word[], run: CapitalisedRun): string {
  return words
    .slice(run.first, run.behind)
    .map(({ folded }) => folded)
    .join(' ');
}

function nameOf(sentence: ScannedSentence, run: CapitalisedRun): string {
  return sentence.text.slice(sentence.words[run.first]?.start, sentence.words[run.behind - 1]?.end);
}
