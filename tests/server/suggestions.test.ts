import { withoutSuggestion } from '../../src/server/suggestions';

describe('a message without its suggestion', () => {
  it.each([
    ['Cannot query field "storys" on type "Query". Did you mean "story" or "stories"?', 'Cannot query field "storys" on type "Query".'],
    ['Value "A" does not exist in "B" enum. Did you mean the enum value "C"?', 'Value "A" does not exist in "B" enum.'],
    ['Int cannot represent " Did you mean it?": no. Did you mean "x"?', 'Int cannot represent " Did you mean it?": no.'],
  ])('of %j ends before it', (message, without) => {
    expect(withoutSuggestion(message)).toBe(without);
  });

  it.each(['', 'Did you mean "x"?', 'What " Did you mean "x" quoted', 'Is that all?'])('is the same where there is none: %j', (message) => {
    expect(withoutSuggestion(message)).toBe(message);
  });

  it('is found in one go, however often the message quotes what a suggestion begins with', () => {
    const quoted = ' Did you mean '.repeat(1_000_000);
    const begin = performance.now();

    expect(withoutSuggestion(`${quoted}"`)).toBe(`${quoted}"`);
    expect(withoutSuggestion(`${quoted}Did you mean "x"?`)).toBe(quoted.slice(0, -1));

    // A pattern takes hours.
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
