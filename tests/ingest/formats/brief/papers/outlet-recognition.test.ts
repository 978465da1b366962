import { OutletDictionary } from '../../../../../src/ingest/outlets';
import { briefWithCoverage, creditsOf, parse } from '../support';

function outletsIn(coverage: string, outlets?: OutletDictionary): string[] {
  const { draft } = parse(briefWithCoverage(coverage), { outlets });
  return [...new Set(draft.perspectives.flatMap((perspective) => perspective.outlets.map(({ name }) => name)))];
}

/** Sentences with outlets that are made up, and stand in no dictionary. */
const OUTLETS: readonly (readonly [string, string])[] = [
  ['The Harbour Courier reports from the picket line.', 'The Harbour Courier'],
  ['Lakeside Herald counts empty lorries.', 'Lakeside Herald'],
  ['Barline reports that the boards shook hands.', 'Barline'],
  ['Radio Norrland describes the night.', 'Radio Norrland'],
  ['Channel 9 News shows crowds.', 'Channel 9 News'],
  ['Morgenblatt underlines the cost.', 'Morgenblatt'],
  ['El Diario de la Marina celebrates the signing.', 'El Diario de la Marina'],
  ['Le Courrier des Steppes dwells on the valley.', 'Le Courrier des Steppes'],
  ['Northline.news broke the story.', 'Northline.news'],
  ["The Quillon's analysis puts the savings at half.", 'The Quillon'],
  ['Quanta Nova asks whether the line is real.', 'Quanta Nova'],
  ['According to the Brightwater Weekly, insurers had warned.', 'The Brightwater Weekly'],
  ['The newspaper Vestrand has seen the letter.', 'Vestrand'],
  ['Vestrand, a business daily, has seen the letter.', 'Vestrand'],
  ['Ada Quist, a columnist of Vestrand, is not so sure.', 'Vestrand'],
  ['Tundra Television shows the fire from above.', 'Tundra Television'],
];

/** Sentences whose subjects do what outlets do and are none. */
const OTHERS: readonly string[] = [
  'Elena Marsh stresses that talks will go on.',
  'Prime Minister Jonas Reut highlights the cost.',
  'Professor Ada Quist emphasizes the price.',
  'Beijing stresses that talks will go on.',
  'Norway notes that talks will go on.',
  'The Kremlin describes the talks as useful.',
  'The Ministry of Transport notes that trains run.',
  'The Central Bank of Tarsia expects higher prices.',
  'The Supreme Court notes that the law is old.',
  'Amalia Trust, a charity, says that prices are too high.',
  'Corvel Bank describes the loan as safe.',
  'Lindholm notes that the port is old.',
  'Analysts note that the port is old.',
  'Critics argue that the port is old.',
  'Republicans say that the port is old.',
  'The United Nations describes the port as unsafe.',
  'The University of Tarsia examines the sea.',
  'Tallow Industries says that it will wait.',
  'On Monday the crews walked out.',
  'Marsh v. State settles nothing.',
  'The law firm Brandt & Sons argues that old cases are safe.',
  'Ana Ruiz, who runs a bakery, describes long queues.',
];

describe('outlets that no dictionary has', () => {
  it.each(OUTLETS)('%s', (sentence, name) => {
    expect(outletsIn(sentence)).toEqual([name]);
  });

  it.each(OTHERS)('are not people, places, bodies or companies: %s', (sentence) => {
    expect(outletsIn(sentence)).toEqual([]);
  });

  it('are not what the story is about', () => {
    const brief = briefWithCoverage('Barline reports that the Tribune will be sold.').replace(
      'Lindholm is a port city.',
      'The Weser Tribune is a daily newspaper.',
    );

    expect(parse(brief).draft.perspectives.map(({ outlets }) => outlets.map(({ name }) => name))).toEqual([
      ['Barline'],
    ]);
  });

  it('are drafts with nothing but a name', () => {
    const { draft } = parse(briefWithCoverage('Barline reports it.'));

    expect(draft.perspectives[0]?.outlets).toEqual([
      { name: 'Barline', slug: null, country: null, homepage: null, aliases: [] },
    ]);
  });

  it('are learnt from one sentence for all', () => {
    expect(creditsOf('Barline reports that hands were shaken.', 'In Barline the numbers are wrong.')).toEqual([
      'EXPLICIT Barline',
      'EXPLICIT Barline',
    ]);
  });
});

describe('outlets of a dictionary', () => {
  const outlets = new OutletDictionary([
    { name: 'The Mirror Image', aliases: ['Mirror Image', 'TMI'], country: 'NO', homepage: null },
    { name: 'Dawn Chorus', aliases: ['Nature'], country: null, homepage: null },
    { name: 'The Sun', aliases: [], country: null, homepage: null },
    { name: 'Lark', aliases: [], country: null, homepage: null },
  ]);

  it.each([
    ['The Mirror Image is unsure.', ['The Mirror Image']],
    ['TMI is unsure.', ['The Mirror Image']],
    ['Mirror Image’s reader is unsure.', ['The Mirror Image']],
    ['Crews speak to Lark and the Mirror Image of hunger.', ['Lark', 'The Mirror Image']],
    ['Nature reports a find.', ['Dawn Chorus']],
    ['The Sun reports a find.', ['The Sun']],
    ['The Sun, Nature and Lark all report it.', ['The Sun', 'Dawn Chorus', 'Lark']],
    ['He told the Sun of a find.', ['The Sun']],
  ])('are found however they are named: %s', (sentence, names) => {
    expect(outletsIn(sentence, outlets)).toEqual(names);
  });

  it.each([
    'Nature is patient.',
    'The Sun is hot.',
    'Sun is hot.',
    'Lark Institute experts are unsure.',
    'Tmi is too much.',
    'In Old Lark prices rise.',
    'Meadow Lark Street is flooded.',
  ])('are not found where their names mean something else: %s', (sentence) => {
    expect(outletsIn(sentence, outlets)).toEqual([]);
  });

  it('may be what the story is about, and count only where they report', () => {
    const brief = briefWithCoverage('Barline reports that Lark will be sold. Lark reports it too.').replace(
      'Lindholm is a port city.',
      'Lark is a daily newspaper.',
    );

    expect(
      parse(brief, { outlets }).draft.perspectives.map((perspective) => perspective.outlets.map(({ name }) => name)),
    ).toEqual([['Barline'], ['Lark']]);
  });
});
