/** The words by which titles are compared. */
import { normaliseSummary } from './identity';

/** Latin words this short join sentences; they tell no two stories apart. */
const SHORT_LATIN = /^[a-z]{1,3}$/;
/** A title is a line: what is longer is cut, so that no document makes thousands of rows. */
const MOST_WORDS = 24;
const MOST_LETTERS = 40;

/** A title's words, each once, without case and accents, in the order of their first place; short Latin ones are left out. */
export function titleWords(title: string): string[] {
  const words = normaliseSummary(title)
    .split(' ')
    .filter((word) => word !== '' && !SHORT_LATIN.test(word))
    .map((word) => [...word].slice(0, MOST_LETTERS).join(''));
  return [...new Set(words)].slice(0, MOST_WORDS);
}
