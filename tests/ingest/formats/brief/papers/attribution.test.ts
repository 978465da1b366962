import { creditsOf } from '../support';

const COURIER = 'The Harbour Courier reports from the picket line.';
const HERALD = 'The Lakeside Herald counts empty lorries.';
const WIRE = 'Kestrel Wire notes the price of oranges.';
const BY_COURIER = 'EXPLICIT The Harbour Courier';
const BY_HERALD = 'EXPLICIT The Lakeside Herald';
const BY_WIRE = 'EXPLICIT Kestrel Wire';

describe('a sentence that names outlets is theirs', () => {
  it.each([
    [
      'with and',
      'The Harbour Courier and The Lakeside Herald expect a pilot.',
      'The Harbour Courier + The Lakeside Herald',
    ],
    [
      'with while',
      'The Lakeside Herald looks at shops, while Kestrel Wire reports on oranges.',
      'The Lakeside Herald + Kestrel Wire',
    ],
    [
      'with but',
      'The Harbour Courier praises the crews, but Kestrel Wire blames them.',
      'The Harbour Courier + Kestrel Wire',
    ],
    [
      'in a list',
      'The Harbour Courier, Kestrel Wire and The Lakeside Herald report it.',
      'The Harbour Courier + Kestrel Wire + The Lakeside Herald',
    ],
    ['in the possessive', "The Harbour Courier's editorial calls for calm.", 'The Harbour Courier'],
    ['with a typographic apostrophe', 'The Harbour Courier’s correspondent was there.', 'The Harbour Courier'],
    ['with a lower-case article', 'In its lead story the Harbour Courier sides with the crews.', 'The Harbour Courier'],
    ['through a journalist from it', 'Lena Moravec from the Harbour Courier spoke to guards.', 'The Harbour Courier'],
    ['through a reporter of it', 'A reporter of Kestrel Wire spoke to guards.', 'Kestrel Wire'],
    ['as one that was told', 'Mayor Lucia Branco told the Lakeside Herald that she would wait.', 'The Lakeside Herald'],
  ])('%s', (_, sentence, outlets) => {
    expect(creditsOf(COURIER, HERALD, WIRE, sentence)).toEqual([BY_COURIER, BY_HERALD, BY_WIRE, `EXPLICIT ${outlets}`]);
  });

  it('by the short form of a name that was given in full', () => {
    expect(creditsOf(COURIER, HERALD, 'Crews told the Courier that they would stay.')).toEqual([
      BY_COURIER,
      BY_HERALD,
      BY_COURIER,
    ]);
  });
});

describe('a sentence that refers to one outlet', () => {
  it.each([
    'It adds that planners were flown in.',
    'It also has a map.'.replace('has a map', 'prints a map'),
    'Its coverage names three officials.',
    'The paper has seen the letter.',
    "The paper's columnist doubts it.",
    'The northern daily quotes a baker.',
    'The article then turns to money.',
    'A second article lists the costs.',
    'According to the newspaper, talks will go on.',
    'Talks will go on, it says.',
    '“We will wait,” it quotes a docker as saying.',
    'They note that the crews are tired.',
    'Meanwhile, the paper calls for calm.',
  ])('is of the one before: %s', (sentence) => {
    expect(creditsOf(HERALD, COURIER, sentence)).toEqual([BY_HERALD, BY_COURIER, 'ANAPHORA The Harbour Courier']);
  });

  it.each([
    'It is unclear whether talks will go on.',
    'It remains to be seen.',
    'It took three days.',
    'They were arrested on Monday.',
    'Its economy is small.',
    'The agency that runs the port is silent.',
    'Crews are tired.',
    'Both sides are tired.',
    'All three suspects are free.',
    'The author of the law has resigned.',
    'Both sources of water are dry.',
  ])('is nobody’s where it speaks of the happening: %s', (sentence) => {
    expect(creditsOf(HERALD, COURIER, sentence)).toEqual([BY_HERALD, BY_COURIER, '-']);
  });

  it('is nobody’s before any outlet was named', () => {
    expect(creditsOf('It adds that planners were flown in.', COURIER)).toEqual(['-', BY_COURIER]);
  });

  it('is not the outlet’s where a report of somebody else is spoken of', () => {
    expect(
      creditsOf('The Harbour Courier quotes a report of the ministry.', 'The report warns of a bad winter.'),
    ).toEqual([BY_COURIER, '-']);
  });
});

describe('a sentence that refers to several outlets', () => {
  it('is of those that were named together', () => {
    expect(
      creditsOf(WIRE, 'The Harbour Courier and The Lakeside Herald lead with water.', 'They print the same table.'),
    ).toEqual([
      BY_WIRE,
      'EXPLICIT The Harbour Courier + The Lakeside Herald',
      'ANAPHORA The Harbour Courier + The Lakeside Herald',
    ]);
  });

  it('is of the two named last where it says both and there are more', () => {
    expect(creditsOf(WIRE, COURIER, HERALD, 'Both papers quote the letter.')[3]).toBe(
      'ANAPHORA The Harbour Courier + The Lakeside Herald',
    );
  });

  it('is of the first of the two named last where it says the former', () => {
    expect(
      creditsOf(WIRE, COURIER, HERALD, 'The former stresses the calendar.', 'The latter does not.').slice(3),
    ).toEqual(['ANAPHORA The Harbour Courier', 'ANAPHORA The Lakeside Herald']);
  });
});

describe('a sentence that speaks of all outlets', () => {
  it.each([
    'All sources agree that talks will go on.',
    'All three outlets warn of Thursday.',
    'All three note the price.',
    'The papers agree that talks will go on.',
    'None of the papers names a suspect.',
    'Each of the reports mentions the price.',
    'Critics quoted by all three say that it is late.',
    'Overall, talks are expected to go on.',
    'Taken together, the reports show relief.',
    'Collectively, the articles treat it as a promise.',
    'There is agreement across the papers that talks will go on.',
    'The articles from the Harbour Courier, the Lakeside Herald, and Kestrel Wire collectively paint a grim picture.',
  ])('is of all: %s', (sentence) => {
    expect(creditsOf(COURIER, HERALD, WIRE, sentence)[3]).toBe(
      'COLLECTIVE The Harbour Courier + The Lakeside Herald + Kestrel Wire',
    );
  });

  it('is of the two where it says both and there are two', () => {
    expect(creditsOf(COURIER, HERALD, 'Both outlets expect a pilot.')[2]).toBe(
      'COLLECTIVE The Harbour Courier + The Lakeside Herald',
    );
  });

  it('is of whom it names where it only sums up', () => {
    expect(creditsOf(COURIER, HERALD, 'Overall, The Lakeside Herald is warmer.')[2]).toBe(BY_HERALD);
  });

  it('is nobody’s where it only announces the outlets', () => {
    expect(creditsOf('Contrasting perspectives emerge from the sources.', COURIER, HERALD)[0]).toBe('-');
  });
});
