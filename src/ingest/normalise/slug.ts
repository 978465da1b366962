/**
 * Slugs: the human, URL-safe names of nodes, `^[a-z0-9]+(?:-[a-z0-9]+)*$` in any script.
 * A slug is a function of the text alone; it never depends on what was imported before.
 */
import { hash } from 'node:crypto';
import { transliterate } from 'transliteration';
import { fold } from './fold';

const MAX_LENGTH = 80;
const NAME_HASH_LENGTH = 10;
const PLAIN = /^[a-z0-9 ]+$/;

/** What the suffixes of names (10) and of stories (8) look like; a plain slug that ends like one gets its own. */
const LOOKS_SUFFIXED = /(?:^|-)(?:[0-9a-f]{8}|[0-9a-f]{10})$/;

/**
 * The slug that is a name's identity: names that fold alike share it, and no others.
 * One that cannot carry the whole folded name (another script, cut short, nothing left) ends in a hash of it.
 */
export function slugOf(text: string): string {
  const folded = fold(text);
  const { words, isWhole } = asciiWords(folded);
  if (isWhole && !LOOKS_SUFFIXED.test(words)) return words;
  // Punctuation alone folds to nothing: then the text itself is the name.
  const suffix = hexDigest(folded === '' ? text.normalize('NFKC').trim() : folded).slice(0, NAME_HASH_LENGTH);
  return words === '' ? suffix : `${words}-${suffix}`;
}

/**
 * The slug that a title makes for reading: titles may share it (stories that do are told apart by their ids),
 * so it carries a hash only where nothing readable is left.
 */
export function titleSlugOf(title: string): string {
  const { words } = asciiWords(fold(title));
  return words === '' || LOOKS_SUFFIXED.test(words) ? slugOf(title) : words;
}

function asciiWords(folded: string): { words: string; isWhole: boolean } {
  const isPlain = PLAIN.test(folded);
  const ascii = isPlain ? folded : transliterate(folded).toLowerCase();
  const words = ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return words.length <= MAX_LENGTH ? { words, isWhole: isPlain } : { words: cutAtWordEnd(words), isWhole: false };
}

function cutAtWordEnd(words: string): string {
  const end = words.lastIndexOf('-', MAX_LENGTH);
  // A single word longer than a slug is cut where it must be.
  return end > 0 ? words.slice(0, end) : words.slice(0, MAX_LENGTH);
}

function hexDigest(text: string): string {
  return hash('sha256', text, 'hex');
}
