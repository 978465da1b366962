import type { StoryDraft } from '../../../../src/domain/story-draft';
import { parseBrief } from '../../../../src/ingest/formats/brief';
import { endsComplete } from '../../../../src/ingest/formats/brief/truncation';
import { parse, refusalOf, seed } from './support';

/** Which node of the seed each of its lines (from 0) belongs to; headings and bullets belong to none. */
const NODE_OF_LINE: Readonly<Record<number, string>> = {
  1: 'SUMMARY',
  3: 'ANALYSIS',
  5: 'COVERAGE',
  7: 'BACKGROUND',
  11: 'question 1',
  12: 'question 1',
  14: 'question 2',
  15: 'question 2',
  18: 'topic 1',
  20: 'topic 2',
  22: 'topic 3',
  24: 'topic 4',
  26: 'topic 5',
  28: 'topic 6',
  30: 'topic 7',
  31: 'topic 7',
};

function truncatedIn({ sections, questions, topics }: StoryDraft): string[] {
  const numbered = (noun: string, nodes: readonly { isTruncated: boolean }[]): string[] =>
    nodes.flatMap(({ isTruncated }, index) => (isTruncated ? [`${noun} ${index + 1}`] : []));
  return [
    ...sections.filter(({ isTruncated }) => isTruncated).map(({ kind }) => kind),
    ...numbered('question', questions),
    ...numbered('topic', topics),
  ];
}

describe('a brief that is cut off', () => {
  it('marks exactly the node that the cut hit, wherever in a line of text it falls, inside a character too', () => {
    let start = 0;
    seed
      .toString('latin1')
      .split('\n')
      .forEach((line, index) => {
        const node = NODE_OF_LINE[index];
        for (let length = 1; node !== undefined && length < line.length; length += 5) {
          const cut = seed.subarray(0, start + length);
          const isWhole = endsComplete(cut.toString('utf8'));
          const isTitle = /question/.test(node) && line.endsWith('?');
          const expected = isWhole && !isTitle ? [] : [node];

          expect({ at: start + length, truncated: truncatedIn(parseBrief(cut).draft) }).toEqual({
            at: start + length,
            truncated: expected,
          });
        }
        start += line.length + 1;
      });
  });

  it('marks the last perspective when the papers section is cut', () => {
    const { draft } = parse(
      "What's happened\nA strike.\nWhat the papers say\nReuters reports it. The Guardian notes th",
    );

    expect(draft.perspectives.map(({ isTruncated }) => isTruncated)).toEqual([false, true]);
  });

  it('marks no perspective when the cut falls in a sentence of nobody', () => {
    const { draft } = parse("What's happened\nA strike.\nWhat the papers say\nReuters reports it. Trains stood st");

    expect(draft.perspectives.map(({ isTruncated }) => isTruncated)).toEqual([false]);
    expect(truncatedIn(draft)).toEqual(['COVERAGE']);
  });

  it.each([
    ['What the pap', 'COVERAGE'],
    ['What', 'OTHER'],
    ["What's beh", 'ANALYSIS'],
    ['How we g', 'BACKGROUND'],
  ])('takes the beginning of a heading for the heading: %s', (last, kind) => {
    const { draft } = parse(`What's happened\nA strike.\n${last}`);

    expect(draft.sections.map(({ kind: each, heading, isTruncated }) => [each, heading, isTruncated])).toEqual([
      ['SUMMARY', "What's happened", false],
      [kind, last, true],
    ]);
  });

  it.each(['Go dee', 'Common que', 'More on', 'Go deeper\nCommon question\n-', 'More on these topics'])(
    'has no node for what never comes: %s',
    (last) => {
      const { draft, warnings } = parse(`What's happened\nA strike.\nHow we got here\nSlowly.\n${last}`);

      expect(truncatedIn(draft)).toEqual([]);
      expect(draft.sections.length).toBe(2);
      expect(warnings.map(({ code }) => code)).toContain('TRUNCATED');
    },
  );

  it('takes a question without intro at the end for cut, and one before it not', () => {
    const { draft } = parse("What's happened\nA strike.\nCommon question\n-\nWhy?\n-\nWho Is It?");

    expect(draft.questions.map(({ title, intro, isTruncated }) => [title, intro, isTruncated])).toEqual([
      ['Why?', null, false],
      ['Who Is It?', null, true],
    ]);
  });

  it('is refused when nothing but headings is left', () => {
    expect(refusalOf(Buffer.from("What's happened\n"))).toBe('SUMMARY_EMPTY');
  });
});

describe('endsComplete', () => {
  it.each([
    'It is over.',
    'Is it?',
    'He said “no.”',
    '(It is.)',
    '**It is.**',
    '終わりました。',
    'It is over. ',
    'as of May 2020.',
  ])('takes for whole: %s', (text) => {
    expect(endsComplete(text)).toBe(true);
  });

  it.each(['', 'It is', 'on how pati…', 'and so...', 'He met Mr.', 'the following:', 'called it “fragile”', 'St.'])(
    'takes for cut: %s',
    (text) => {
      expect(endsComplete(text)).toBe(false);
    },
  );
});
