import { titleWords } from '../../src/domain/title-words';

describe('titleWords', () => {
  it.each([
    ['Ferry strike ends at the port', ['ferry', 'strike', 'ends', 'port']],
    ['Ça recommence: été à Évreux', ['recommence', 'evreux']],
    ['Strike, STRIKE and strike’s end', ['strike']],
    ['G20 vs 4K', ['g20', '4k']],
    ['', []],
    ['水星 now', ['水', '星']],
  ])('of %j are %j', (title, words) => {
    expect(titleWords(title)).toEqual(words);
  });

  it('are 24 at most', () => {
    expect(titleWords(Array.from({ length: 100 }, (_, place) => `word${place}`).join(' '))).toHaveLength(24);
  });
});
