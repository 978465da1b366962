import { MAX_WORDS, occurrencesOf, parseSearchQuery, parseTyped, type SearchTerm } from '../../src/domain/search-query';
import { wordsIn } from '../../src/domain/words';

const shown = ({ words, isPrefix }: SearchTerm): string => `${words.join(' ')}${isPrefix ? '*' : ''}`;
const parsed = (text: string) => {
  const { terms, excluded } = parseSearchQuery(text);
  return { terms: terms.map(shown), excluded: excluded.map(shown) };
};

describe('a search query', () => {
  it.each([
    ['words', 'Port  strike', ['port', 'strike'], []],
    ['a phrase', '"Port strike" ends', ['port strike', 'ends'], []],
    ['typographic quotes', '“Port strike” «ends»', ['port strike', 'ends'], []],
    ['an open quote', 'ends "port strike', ['ends', 'port strike'], []],
    ['what must not be found', 'port -strike -"new crane"', ['port'], ['strike', 'new crane']],
    ['prefixes', 'por* "port str"*', ['por*', 'port str*'], []],
    ['a hyphen within a word', 'covid-19', ['covid 19'], []],
    ['an unspaced script as a phrase', '水星', ['水 星'], []],
    ['a term that comes twice once', 'port Port PORT', ['port'], []],
    ['what must not be found alone', '-port', [], ['port']],
    ['signs as nothing', '* - "" -"" 🎉 \0', [], []],
    ['the words of query languages as words', 'a AND b OR NOT c NEAR(d) title:e & f | !g', ['a', 'and', 'b', 'or', 'not', 'c', 'near d', 'title e', 'f', 'g'], []],
  ])('reads %s', (_case, text, terms, excluded) => expect(parsed(text)).toEqual({ terms, excluded }));

  it.each([
    ['port str', ['port', 'str*']],
    ['port ', ['port']],
    // The last word, which may go on, is there already; the one before it may not.
    ['port of por port', ['port', 'of', 'por']],
    ['', []],
    ['-"por', ['por*']],
  ])('reads %j as it is typed', (text, terms) => expect(parseTyped(text).terms.map(shown)).toEqual(terms));

  it.each([
    ['single words', (words: string[]) => words.join(' '), (words: string[]) => words],
    ['a phrase', (words: string[]) => `"${words.join(' ')}"*`, (words: string[]) => [words.join(' ')]],
    ['what must not be found', (words: string[]) => `-"${words.join(' ')}"`, () => []],
    ['words, however often they come', (words: string[]) => words.map((word) => `${word} ${word}`).join(' '), (words: string[]) => words],
  ])('passes over what stands behind its first 32 words: %s', (_case, written, terms) => {
    const words = Array.from({ length: 2 * MAX_WORDS }, (_, place) => `w${place}`);
    expect(parsed(written(words)).terms).toEqual(terms(words.slice(0, 32)));
    expect(parsed(written(words)).excluded).toEqual(written(words).startsWith('-') ? [words.slice(0, 32).join(' ')] : []);
  });

  it('passes over what is typed behind 32 words', () => {
    const words = Array.from({ length: 40 }, (_, place) => `w${place}`);
    expect(parseTyped(words.join(' ')).terms.map(shown)).toEqual(words.slice(0, 32));
  });

  it('finds terms among words', () => {
    const words = wordsIn('The port strike ends; port strikes go on.');
    const found = (text: string) => parseSearchQuery(text).terms.map((term) => occurrencesOf(term, words).map(({ first, last }) => [first, last]));
    expect(found('"port strike"')).toEqual([[[1, 2]]]);
    expect(found('"port strike"*')).toEqual([[[1, 2], [4, 5]]]);
    expect(found('crane')).toEqual([[]]);
  });
});
