import fc from 'fast-check';
import { deriveTitle } from '../../../../src/ingest/formats/brief/title';

describe('deriveTitle', () => {
  it.each([
    ['a short sentence whole', 'Crews have walked out. Ships wait.', 'Crews have walked out'],
    ['a question with its mark', 'Is the strike over? Nobody knows.', 'Is the strike over?'],
    [
      'up to a clause',
      'The river Varda has burst its banks for the second time in a year, driving 6,000 people from their homes.',
      'The river Varda has burst its banks for the second time in a year',
    ],
    [
      'up to "after"',
      'Parliament in Ostrava Nova has made a second language official after forty years of debate about signs.',
      'Parliament in Ostrava Nova has made a second language official',
    ],
    [
      'up to a phrase',
      'Paris prosecutors say DNA traces have tied a 37-year-old man to the theft of crown jewels from the Louvre.',
      'Paris prosecutors say DNA traces have tied a 37-year-old man to the theft of crown jewels',
    ],
    [
      'not inside a list',
      'Two typhoons within a week have killed more than 70 people across the Philippines, Vietnam and Laos.',
      'Two typhoons within a week have killed more than 70 people',
    ],
    [
      'without an opening phrase',
      'After nine months of talks in the capital, the four governments have signed a treaty on the railway to the coast.',
      'The four governments have signed a treaty on the railway to the coast',
    ],
    ['without the rest of a cut word', 'The strike at the port of Lindh', 'The strike at the port'],
    ['a text of one word', 'Strike', 'Strike'],
  ])('takes %s', (_, summary, title) => {
    expect(deriveTitle(summary)).toBe(title);
  });

  it('is short and ends in no dangling word, whatever the summary', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), fc.constantFrom(' of the ', ', and ', ' to a ', ' '), (text, joint) => {
        const title = deriveTitle(text.replace(/\. ?/g, joint));

        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(90);
        expect(title).not.toMatch(/\s(?:of|the|and|to|a)$|[.,;:]$/);
      }),
    );
  });

  it('does not cut a character in two', () => {
    expect(deriveTitle('🙂'.repeat(100))).not.toMatch(/\p{Surrogate}/u);
  });
});
