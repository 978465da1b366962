/** The words by which titles are compared. */
import { wordsIn } from './words';

/** Latin words this short join sentences; they tell no two stories apart. */
const SHORT_LATIN = /^[a-z]{1,3}$/;
/** A title is a line: what is longer is cut, so that no document makes thousands of rows. */
const MOST_WORDS = 24;

/** A title's words, folded, each once, in the order of their first place; short Latin ones are left out. */
export function titleWords(title: string): string[] {
  const words = wordsIn(title).flatMap(({ word }) => (SHORT_LATIN.test(word) ? [] : [word]));
  return [...new Set(words)].slice(0, MOST_WORDS);
}
