/** Why a node was found: pieces of its texts with what was found in them. */
import { occurrencesOf, type SearchTerm } from '../../domain/search-query';
import { wordsIn, type Word } from '../../domain/words';
import type { SearchField } from '../../store';

export interface Range {
  start: number;
  end: number;
}

export interface Fragment {
  text: string;
  ranges: Range[];
}

export interface Highlight {
  field: SearchField;
  fragments: Fragment[];
}

/** A text of a node with its words, which are made out when they are first asked for, and once. */
export class ReadText {
  private madeOut: readonly Word[] | null = null;

  constructor(
    readonly field: SearchField,
    readonly text: string,
  ) {}

  get words(): readonly Word[] {
    return (this.madeOut ??= wordsIn(this.text));
  }
}

/** A text that is not longer than this is given whole. */
const WHOLE_TEXT = 240;
const FRAGMENT_LENGTH = 200;
const CONTEXT_BEFORE = 60;
const FRAGMENTS_OF_A_FIELD = 3;

/** The highlights of a node by its texts; fields in which nothing was found have none. */
export function highlightsOf(texts: readonly ReadText[], terms: readonly SearchTerm[]): Highlight[] {
  const byField = new Map<SearchField, Fragment[]>();
  for (const read of texts) {
    const { field } = read;
    const fragments = byField.get(field) ?? [];
    if (fragments.length >= FRAGMENTS_OF_A_FIELD) continue;
    fragments.push(...fragmentsOf(read, terms).slice(0, FRAGMENTS_OF_A_FIELD - fragments.length));
    if (fragments.length > 0) byField.set(field, fragments);
  }
  return [...byField].map(([field, fragments]) => ({ field, fragments }));
}

/** The different words of these texts that the terms found, as each is first written. */
export function matchedWordsOf(texts: readonly ReadText[], terms: readonly SearchTerm[]): string[] {
  const found = new Map<string, string>();
  for (const { text, words } of texts) {
    const places = new Set(terms.flatMap((term) => occurrencesOf(term, words).flatMap(placesOf)));
    for (const place of [...places].sort((a, b) => a - b)) {
      const { word, start, end } = words[place] ?? { word: '', start: 0, end: 0 };
      if (!found.has(word)) found.set(word, text.slice(start, end));
    }
  }
  return [...found.values()];
}

/** Where the terms stand in a text, in order and without overlaps. */
export function rangesOf(words: readonly Word[], terms: readonly SearchTerm[]): Range[] {
  const ranges = terms
    .flatMap((term) => occurrencesOf(term, words))
    .map(({ first, last }) => ({ start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push(range);
  }
  return merged;
}

function placesOf({ first, last }: { first: number; last: number }): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

function fragmentsOf({ text, words }: ReadText, terms: readonly SearchTerm[]): Fragment[] {
  const ranges = rangesOf(words, terms);
  if (ranges.length === 0) return [];
  if (text.length <= WHOLE_TEXT) return [{ text, ranges }];
  const fragments: Fragment[] = [];
  let taken = 0;
  for (let next = 0; next < ranges.length && fragments.length < FRAGMENTS_OF_A_FIELD; ) {
    const window = windowAround(text, words, ranges.slice(next), taken);
    const inside: Range[] = [];
    for (let range = ranges[next]; range !== undefined && range.end <= window.end; range = ranges[(next += 1)]) {
      inside.push({ start: range.start - window.start, end: range.end - window.start });
    }
    fragments.push({ text: text.slice(window.start, window.end), ranges: inside });
    taken = window.end;
  }
  return fragments;
}

/**
 * From some words before the first of these ranges, but not from before `taken`: what stands there has been shown. It
 * begins and ends with whole words and ranges, so that all that was found in it is marked.
 */
function windowAround(text: string, words: readonly Word[], [found = { start: 0, end: 0 }, ...later]: readonly Range[], taken: number): Range {
  const isAtStart = taken === 0 && found.end <= FRAGMENT_LENGTH - CONTEXT_BEFORE;
  const from = Math.max(taken, found.start - CONTEXT_BEFORE);
  const start = isAtStart ? 0 : (words.find((word) => word.start >= from)?.start ?? found.start);
  const stop = start + FRAGMENT_LENGTH;
  if (stop >= text.length) return { start, end: text.length };
  const end = lastEnd(words, stop, found.end);
  const parted = later.find((range) => range.start < end && end < range.end);
  return { start, end: parted === undefined ? end : lastEnd(words, parted.start, found.end) };
}

function lastEnd(words: readonly Word[], stop: number, least: number): number {
  return Math.max(least, words.findLast((word) => word.end <= stop)?.end ?? least);
}
