/** Arbitraries of what is typed into a search: terms of every form, over the words of generated drafts and some beside them. */
import fc from 'fast-check';

const WORDS = [
  'mercury', 'MÉRCURY', 'q308', 'venus', 'planet', '水星', '星', 'c', 'why', 'now', 'なぜ', 'globe', 'the', 'courier', 'live', 'updates',
  'лента', 'summary', 'aside', 'wider', 'say', '0', '1', '2', 'headline', 'absent',
];

/** One word. */
export const searchWord: fc.Arbitrary<string> = fc.constantFrom(...WORDS);

const term = fc.oneof(
  { weight: 4, arbitrary: searchWord },
  { weight: 2, arbitrary: fc.tuple(searchWord, searchWord).map(([a, b]) => `"${a} ${b}"`) },
  // Phrases of two words are seldom there by chance.
  { weight: 1, arbitrary: fc.constantFrom('"live updates"', '"updates live"', '"summary 1"', '"they say 2"', '"why now"', '"aside 1 wider"') },
  { weight: 1, arbitrary: searchWord.map((text) => `${text.slice(0, 3)}*`) },
  { weight: 1, arbitrary: fc.tuple(searchWord, searchWord).map(([a, b]) => `"${a} ${b.slice(0, 2)}"*`) },
  { weight: 1, arbitrary: searchWord.map((text) => `-${text}`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '"', '🎉', '*', '-') },
);

/** Any query of up to three terms. */
export const searchText: fc.Arbitrary<string> = fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => terms.join(' '));
