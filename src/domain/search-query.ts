/**
 * What is searched for. Any text is a query: words, all of which must be found; `"several words"` in this order;
 * `-word` and `-"several words"`, which must not be found; `word*`, any word that begins so.
 */
import { wordsIn, type Word } from './words';

/** Words that must be found one after another; most often there is one. */
export interface SearchTerm {
  readonly words: readonly string[];
  /** The last of the words may go on. */
  readonly isPrefix: boolean;
}

export interface SearchQuery {
  /** All of them must be found. */
  readonly terms: readonly SearchTerm[];
  /** None of them may be found. */
  readonly excluded: readonly SearchTerm[];
}

const QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb';
/** Quoted or up to the next space, with a minus before it and an asterisk after it. An open quote goes on to the end. */
const TERM = new RegExp(`(-?)(?:[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}]|$)(\\*?)|([^\\s${QUOTES}]+))`, 'gu');

/**
 * So many words are asked for, and those behind them are passed over: the databases go through all places of each, and a
 * phrase of a hundred words that are in every text would keep them busy for a second.
 */
export const MAX_WORDS = 32;

/** Reads a query. What has no words in it says nothing; a term that comes twice is one. */
export function parseSearchQuery(text: string): SearchQuery {
  const terms = new Map<string, SearchTerm>();
  const excluded = new Map<string, SearchTerm>();
  let room = MAX_WORDS;
  for (const [, minus, quoted, star, plain = ''] of text.matchAll(TERM)) {
    const all = wordsIn(quoted ?? plain).map(({ word }) => word);
    const words = all.slice(0, room);
    if (words.length === 0) continue;
    const isPrefix = words.length === all.length && (quoted === undefined ? plain.endsWith('*') : star === '*');
    const term = { words, isPrefix };
    const list = minus === '-' ? excluded : terms;
    const name = JSON.stringify(term);
    if (!list.has(name)) room -= words.length;
    list.set(name, term);
  }
  return { terms: [...terms.values()], excluded: [...excluded.values()] };
}

/** What has been typed so far into a search box: words, the last of which may go on. Nothing is excluded. */
export function parseTyped(text: string): SearchQuery {
  const all = wordsIn(text).map(({ word }) => word);
  const words = all.slice(0, MAX_WORDS);
  const isOver = words.length < all.length || /[\s\p{P}]$/u.test(text);
  return {
    // What has a word that came before has one that begins so: the last one then asks for nothing more.
    terms: [...new Set(words)].map((word) => ({ words: [word], isPrefix: !isOver && words.indexOf(word) === words.length - 1 })),
    excluded: [],
  };
}

/** Where a term is found among the words of a text: the places of its first and last word. */
export function occurrencesOf({ words: wanted, isPrefix }: SearchTerm, words: readonly Word[]): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  const isFound = (word: string | undefined, place: number): boolean =>
    isPrefix && place === wanted.length - 1 ? (word ?? '').startsWith(wanted[place] ?? '') : word === wanted[place];
  for (let first = 0; first + wanted.length <= words.length; first += 1) {
    let length = 0;
    while (length < wanted.length && isFound(words[first + length]?.word, length)) length += 1;
    if (length === wanted.length) found.push({ first, last: first + length - 1 });
  }
  return found;
}
