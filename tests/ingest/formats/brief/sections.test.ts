import type { StoryDraft } from '../../../../src/domain/story-draft';
import { parse } from './support';

/** The sections as "KIND heading: blocks", sub-headings in angle brackets. */
function outlineOf({ sections }: StoryDraft): string[] {
  return sections.map(
    ({ kind, heading, blocks }) =>
      `${kind} ${heading}: ${blocks.map(({ kind: block, text }) => (block === 'SUBHEADING' ? `<${text}>` : text)).join(' | ')}`,
  );
}

function codesOf(text: string): string[] {
  return parse(text).warnings.map(({ code }) => code);
}

const ANALYSIS = "What's happened\nA strike.\nWhat's behind the headline?\n";

describe('headings of a brief', () => {
  it.each([
    'WHAT’S HAPPENED',
    "## What's happened",
    "### **What's happened** ###",
    "**What's happened**",
    "__What's happened:__",
    "  What's  happened  ",
    "- What's happened",
    '1. What has happened',
    'Whats happened?',
  ])('are found as %s', (heading) => {
    const { draft } = parse(`${heading}\nA strike.\n`);

    expect(draft.sections.map(({ kind, blocks }) => [kind, blocks])).toEqual([
      ['SUMMARY', [{ kind: 'PARAGRAPH', text: 'A strike.' }]],
    ]);
  });

  it('are kept verbatim, without their marks', () => {
    expect(parse('## WHAT’S HAPPENED:\nA strike.').draft.sections[0]?.heading).toBe('WHAT’S HAPPENED:');
  });

  it('are not words in a sentence', () => {
    expect(
      outlineOf(parse("What's happened\nWhat's happened is a strike.\nHow we got here is unclear.").draft),
    ).toEqual(["SUMMARY What's happened: What's happened is a strike. | How we got here is unclear."]);
  });

  it('may be the title of a question', () => {
    const { draft } = parse(
      "What's happened\nA strike.\nCommon questions\n-\nWhat's happened?\nA strike.\n- What's behind the headline?\nA quarrel.\n",
    );

    expect(draft.questions.map(({ title, intro }) => [title, intro])).toEqual([
      ["What's happened?", 'A strike.'],
      ["What's behind the headline?", 'A quarrel.'],
    ]);
  });
});

describe('sub-headings', () => {
  it('are short lines in title case over a text', () => {
    expect(
      outlineOf(parse(`${ANALYSIS}A Season Without Pauses\nIt rains.\nThe Price: Who Pays\nAll do.`).draft)[1],
    ).toBe(
      "ANALYSIS What's behind the headline?: <A Season Without Pauses> | It rains. | <The Price: Who Pays> | All do.",
    );
  });

  it('may be in sentence case right under the heading', () => {
    expect(outlineOf(parse(`${ANALYSIS}Who pays for it\nAll do.`).draft)[1]).toBe(
      "ANALYSIS What's behind the headline?: <Who pays for it> | All do.",
    );
  });

  it('may bear a deeper mark than the headings', () => {
    expect(
      outlineOf(parse("## What's happened\nA strike.\n## How we got here\n### why so late\nNobody knows.").draft)[1],
    ).toBe('BACKGROUND How we got here: <why so late> | Nobody knows.');
  });

  it.each(['A Short Line Without a Text Below It', 'The Last Word.'])(
    'are not lines that nothing stands under or that end a sentence: %s',
    (line) => {
      expect(outlineOf(parse(`${ANALYSIS}It rains.\n${line}`).draft)[1]).toBe(
        `ANALYSIS What's behind the headline?: It rains. | ${line}`,
      );
    },
  );

  it('are not lists of names in the papers section', () => {
    expect(
      outlineOf(
        parse("What's happened\nA strike.\nWhat the papers say\nBarline, Kestrel Wire\nBarline reports it.").draft,
      )[1],
    ).toBe('COVERAGE What the papers say: Barline, Kestrel Wire | Barline reports it.');
  });
});

describe('sections that the form does not foresee', () => {
  it('are kept in their place when unknown', () => {
    const text = `${ANALYSIS}It rains.\nWhy it matters\nIt floods.\nHow we got here\nSlowly.`;

    expect(outlineOf(parse(text).draft).slice(1)).toEqual([
      "ANALYSIS What's behind the headline?: It rains.",
      'OTHER Why it matters: It floods.',
      'BACKGROUND How we got here: Slowly.',
    ]);
    expect(codesOf(text)).toContain('SECTION_UNKNOWN');
  });

  it.each([
    "## What's happened\nA strike.\n## Timeline of Events\n1912: begun.",
    "WHAT'S HAPPENED\nA strike.\nTIMELINE OF EVENTS\n1912: begun.",
  ])('are told from sub-headings by how the text marks its headings', (text) => {
    expect(parse(text).draft.sections.map(({ kind }) => kind)).toEqual(['SUMMARY', 'OTHER']);
  });

  it('are kept when repeated', () => {
    const text = "What's happened\nA strike.\nHow we got here\nSlowly.\nHow we got here\nOr fast.\n";

    expect(outlineOf(parse(text).draft)).toEqual([
      "SUMMARY What's happened: A strike.",
      'BACKGROUND How we got here: Slowly.',
      'OTHER How we got here: Or fast.',
    ]);
    expect(parse(text).warnings.find(({ code }) => code === 'SECTION_REPEATED')?.position).toEqual({
      line: 5,
      column: 1,
      path: null,
    });
  });

  it('are kept when empty', () => {
    const text = "What's happened\nA strike.\nWhat the papers say\nHow we got here\nSlowly.\n";

    expect(outlineOf(parse(text).draft)[1]).toBe('COVERAGE What the papers say: ');
    expect(codesOf(text)).toEqual(['SECTION_EMPTY', 'SECTION_MISSING', 'QUESTIONS_MISSING', 'TOPICS_MISSING']);
  });

  it('are kept in another order', () => {
    const text = "How we got here\nSlowly.\nWhat's happened\nA strike.\n";

    expect(parse(text).draft.sections.map(({ kind }) => kind)).toEqual(['BACKGROUND', 'SUMMARY']);
    expect(codesOf(text)).toContain('SECTIONS_REORDERED');
  });

  it('hold what stands under "Go deeper"', () => {
    expect(
      outlineOf(
        parse("What's happened\nA strike.\nGo deeper\nRead the law.\nCommon question\n-\nWhy?\nBecause.\n").draft,
      ),
    ).toEqual(["SUMMARY What's happened: A strike.", 'OTHER Go deeper: Read the law.']);
  });

  it('hold what stands before the first heading and is no title', () => {
    const text = "A first sentence.\nAnother.\nWhat's happened\nA strike.\n";

    expect(outlineOf(parse(text).draft)[0]).toBe('OTHER : A first sentence. | Another.');
    expect(codesOf(text)).toContain('TEXT_BEFORE_FIRST_HEADING');
  });
});

describe('lists', () => {
  it('may lack their headings', () => {
    const { draft } = parse("What's happened\nA strike.\nGo deeper\n-\nWhy?\nBecause.\n-\nLindholm is a port city.\n");

    expect(draft.questions.map(({ title }) => title)).toEqual(['Why?']);
    expect(draft.topics.map(({ name }) => name)).toEqual(['Lindholm']);
  });

  it('may lack their bullets', () => {
    const { draft } = parse(
      "What's happened\nA strike.\nCommon questions\nWhy?\nBecause.\nWho?\nThey.\nMore on these topics\nLindholm is a port city.\nMeru is a region.\n",
    );

    expect(draft.questions.map(({ title, intro }) => [title, intro])).toEqual([
      ['Why?', 'Because.'],
      ['Who?', 'They.'],
    ]);
    expect(draft.topics.map(({ name }) => name)).toEqual(['Lindholm', 'Meru']);
  });

  it('join the lines of an item', () => {
    const { draft } = parse(
      "What's happened\nA strike.\nCommon question\n- Why?\nBecause.\nAnd so.\nMore on these topics\n• Lindholm is a port city.\nIt is old.\n",
    );

    expect(draft.questions[0]?.intro).toBe('Because.\nAnd so.');
    expect(draft.topics[0]?.description).toBe('Lindholm is a port city.\nIt is old.');
  });
});
