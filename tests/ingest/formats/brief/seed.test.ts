import { parseBrief } from '../../../../src/ingest/formats/brief';
import { seed, statementsOf } from './support';

describe('the seed brief', () => {
  const { draft, warnings } = parseBrief(seed);

  it('has a title that could stand over the page, and says that it made it', () => {
    expect(draft).toMatchObject({
      title: 'President Trump and Xi Jinping held multiple calls this week',
      titleIsDerived: true,
    });
  });

  it('says nothing that its text does not', () => {
    expect(draft).toMatchObject({
      slug: null,
      url: null,
      publishedAt: null,
      sourceUpdatedAt: null,
      importedAt: null,
      updatedAt: null,
      language: 'en',
    });
  });

  it('has its four sections, none of them truncated', () => {
    expect(
      draft.sections.map(({ kind, heading, blocks, isTruncated }) => [kind, heading, blocks.length, isTruncated]),
    ).toEqual([
      ['SUMMARY', "What's happened", 1, false],
      ['ANALYSIS', "What's behind the headline?", 1, false],
      ['COVERAGE', 'What the papers say', 1, false],
      ['BACKGROUND', 'How we got here', 1, false],
    ]);
  });

  it('has five perspectives with the outlets that each is of', () => {
    expect(draft.perspectives.map(({ outlets }) => outlets.map(({ name }) => name))).toEqual([
      ['The South China Morning Post'],
      ['The Guardian', 'Reuters'],
      ['The Guardian'],
      ['Reuters'],
      ['The South China Morning Post', 'The Guardian', 'Reuters'],
    ]);
    expect(statementsOf(draft).map((statement) => statement.slice(0, 50))).toEqual([
      'EXPLICIT The South China Morning Post: The South C',
      'ANAPHORA The South China Morning Post: They note t',
      'EXPLICIT The Guardian + Reuters: Conversely, The G',
      'EXPLICIT The Guardian: The Guardian underscores th',
      'EXPLICIT Reuters: Reuters highlights the complexit',
      'COLLECTIVE The South China Morning Post + The Guar',
    ]);
  });

  it('gives a perspective the span of the source that it stands on', () => {
    const [first] = draft.perspectives;

    expect(first?.text).toBe(first?.statements.map(({ text }) => text).join(' '));
    expect(seed.toString()).toContain(first?.text);
  });

  it('knows its outlets from the dictionary', () => {
    expect(draft.perspectives[0]?.outlets[0]).toEqual({
      name: 'The South China Morning Post',
      slug: null,
      country: 'HK',
      homepage: 'https://www.scmp.com/',
      aliases: ['South China Morning Post', 'SCMP'],
    });
  });

  it('has two questions with their intros', () => {
    expect(
      draft.questions.map(({ title, intro, answer, isTruncated }) => [title, intro?.slice(0, 25), answer, isTruncated]),
    ).toEqual([
      ['What Did US and China Leaders Say About TikTok?', 'In September 2025, US Pre', null, false],
      ['Are US and China Making Progress on TikTok?', 'Recent talks between the ', null, false],
    ]);
  });

  it('reads the names, aliases and kinds of its seven topics off their lead sentences', () => {
    expect(draft.topics.map(({ name, aliases, kind, isTruncated }) => [name, aliases, kind, isTruncated])).toEqual([
      ['Donald John Trump', [], 'PERSON', false],
      ['Xi Jinping', [], 'PERSON', false],
      ['TikTok/Douyin', ['TikTok', 'Douyin'], 'PRODUCT', false],
      ['United States of America', ['United States', 'America'], 'PLACE', false],
      ['China', ["People's Republic of China"], 'PLACE', false],
      ['South Korea', ['Republic of Korea'], 'PLACE', false],
      ['ByteDance Ltd.', [], 'ORGANISATION', true],
    ]);
  });

  it('keeps the lines of a description', () => {
    expect(draft.topics[6]?.description).toMatch(
      /as of May 2020\.\nByteDance's core product, Toutiao, is a content platf$/,
    );
  });

  it('warns that it is cut off, and of nothing else', () => {
    expect(warnings).toEqual([
      {
        code: 'TRUNCATED',
        message: 'the text stops before it is over, in topic 7',
        position: { line: 32, column: 1, path: null },
      },
    ]);
  });
});
