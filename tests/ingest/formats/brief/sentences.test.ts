import fc from 'fast-check';
import { sentencesOf } from '../../../../src/ingest/formats/brief/sentences';

describe('sentencesOf', () => {
  it.each([
    ['plain sentences', ['Trains stand still.', 'Why?', 'Nobody knows!', 'It goes on.']],
    ['abbreviated titles', ['Mr. Holm met Dr. Brand in St. Elen.', 'They left.']],
    ['acronyms inside a sentence', ['The U.S. President met Sen. Marsh.', 'He left.']],
    ['acronyms at its end', ['It compares it with the U.S.', 'The paper is unsure.']],
    ['initials', ['J. R. Okoye has doubts.', 'George W. Marsh has none.']],
    ['a letter at its end', ['There is no plan B.', 'They say so.']],
    ['money and decimals', ['It costs $1.5bn, or 3.25 % more.', '45 degrees were met.']],
    ['company suffixes', ['Tallow Inc. Chairman Reut resigned.', 'Vantec Ltd. has grown.', 'It is old.']],
    ['times and numbers', ['It began at 9 a.m. Monday.', 'It is No. 5 of 10.']],
    ['ellipses inside a sentence', ['It could hide... and then adds that it does.', 'It stays… open.']],
    ['ellipses at its end', ['It could hide...', 'Nobody looked.']],
    ['a quote of several sentences', ['“We were promised it. We hold them to it,” it says.', 'It ends.']],
    ['a quote that ends a sentence', ['It calls it “the best. Go and see it.”', 'Others do not.']],
    [
      'straight quotes',
      ['It says: "We won. They lost." Nobody minds.'].flatMap(() => ['It says: "We won. They lost."', 'Nobody minds.']),
    ],
    ['a quote that never closes', ['It says: “We won.', 'They lost.']],
    ['inches and apostrophes', ['The 12" record is the suspects\' own.', 'It sells.']],
    ['brackets', ['It is over (so they say.)', 'It is not.']],
    ['Japanese', ['電車は止まった。', '誰も知らない。']],
  ])('keeps %s apart or together', (_, sentences) => {
    const join = /[。]/.test(sentences[0] ?? '') ? '' : ' ';

    expect(sentencesOf(sentences.join(join)).map(({ text }) => text)).toEqual(sentences);
  });

  it('gives spans of the paragraph that hold all of it', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('A', 'b', '. ', '! ', '“', '” ', '"', ' ', 'U.S.', '…', '(', ')', '1.5', '。'))
          .map((parts) => parts.join('')),
        (paragraph) => {
          const sentences = sentencesOf(paragraph);

          expect(
            sentences
              .map(({ text }) => text)
              .join('')
              .replace(/\s/g, ''),
          ).toBe(paragraph.replace(/\s/g, ''));
          for (const { text, start, end } of sentences) expect(paragraph.slice(start, end)).toBe(text);
        },
      ),
    );
  });
});
