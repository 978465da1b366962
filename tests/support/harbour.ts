/**
 * A small cast of stories, made up, as the documents that a program would hand over. Read it beside the tests:
 * what they expect is counted off these lines.
 */

const courier = { name: 'The Alder Courier', slug: 'alder-courier', country: 'NZ', homepage: 'https://courier.example/', aliases: ['Courier'] };
const northwire = { name: 'Northwire', slug: 'northwire' };

const port = { name: 'Port of Alder', slug: 'port-of-alder', kind: 'PLACE', description: 'The port of Alder has four quays.' };
const union = { name: 'Dock Union', slug: 'dock-union', kind: 'ORGANISATION', description: 'The Dock Union speaks for 900 dockers.', wikidataId: 'Q1001' };
const shipping = { name: 'Shipping', slug: 'shipping', kind: 'SUBJECT', aliases: ['Sea freight'] };
const poetry = { name: 'Poetry', slug: 'poetry' };

const onTime = { title: 'Will ferries run on time?', slug: 'will-ferries-run-on-time' };
const won = { title: 'What did the union win?', slug: 'what-did-the-union-win' };

const document = <Fields extends object>(fields: Fields) => ({ format: 'newsgraph-story/1', language: 'en', importedAt: '2026-03-10T00:00:00Z', ...fields });

export const strikeEnds = document({
  slug: 'ferry-strike-ends',
  title: 'Ferry strike ends',
  url: 'https://brief.example/ferry-strike-ends',
  publishedAt: '2026-03-03T08:00:00Z',
  summary: 'The ferry strike is over.\n\nBoats sail again on Friday.',
  analysis: { blocks: [{ kind: 'SUBHEADING', text: 'A Narrow Deal' }, { kind: 'PARAGRAPH', text: 'Neither side got all.' }] },
  coverage: 'The Alder Courier cheers. Northwire doubts. Both see an end.',
  perspectives: [
    { outlets: [courier], headline: 'Boats sail again', text: 'The Alder Courier cheers.', url: 'https://courier.example/1', publishedAt: '2026-03-03T09:00:00Z' },
    { outlets: [northwire], text: 'Northwire doubts.' },
    { outlets: [courier, northwire], statements: [{ text: 'Both see an end.', basis: 'COLLECTIVE' }] },
  ],
  questions: [
    { ...onTime, intro: 'From Friday, says the port.', answer: 'Yes.\n\nMostly.' },
    { ...won, intro: 'Less than it asked for.' },
  ],
  topics: [union, port, shipping],
});

export const craneArrives = document({
  slug: 'new-crane-arrives',
  title: 'New crane arrives',
  publishedAt: '2026-03-02T08:00:00Z',
  summary: 'A crane came by barge.',
  otherSections: [{ heading: 'In figures', blocks: [{ kind: 'PARAGRAPH', text: '90 metres.' }] }],
  perspectives: [{ outlets: [northwire], text: 'Northwire counts the bolts.' }],
  topics: [port, { ...shipping, description: 'Goods moved by sea.' }],
});

export const strikeBegins = document({
  slug: 'ferry-strike-begins',
  title: 'Ferry strike begins',
  publishedAt: '2026-03-01T08:00:00Z',
  summary: 'Ferries stay in port.',
  perspectives: [{ outlets: [courier], text: 'The Alder Courier counts the stranded.' }],
  questions: [{ ...onTime, intro: 'Not this week.' }],
  topics: [union, port],
});

/** Without a date: it is ordered by when it was imported. */
export const poemPrize = document({
  slug: 'poem-prize',
  title: 'Poem prize',
  language: 'mi',
  importedAt: '2026-02-01T00:00:00Z',
  summary: 'A poem won a prize.',
  perspectives: [{ outlets: [courier], text: 'The Alder Courier prints it.' }],
  topics: [poetry],
});

export const harbour = [strikeEnds, craneArrives, strikeBegins, poemPrize];
