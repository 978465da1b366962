import { dateOf } from '../../../../src/ingest/formats/brief/preamble';
import { languageOf } from '../../../../src/ingest/formats/brief/language';
import { parse } from './support';

describe('dateOf', () => {
  it.each([
    ['2025-10-14', '2025-10-14T00:00:00.000Z'],
    ['Published: 2025-10-14T08:30:00Z', '2025-10-14T08:30:00.000Z'],
    ['2025-10-14 08:30 +02:00', '2025-10-14T06:30:00.000Z'],
    ['Published on 14 October 2025', '2025-10-14T00:00:00.000Z'],
    ['Tuesday, 14 Oct. 2025', '2025-10-14T00:00:00.000Z'],
    ['October 14th, 2025', '2025-10-14T00:00:00.000Z'],
    ['Posted: Sept. 3, 2025', '2025-09-03T00:00:00.000Z'],
  ])('reads %s', (line, expected) => {
    expect(dateOf(line)).toBe(expected);
  });

  it.each([
    '14/10/2025',
    '31 February 2025',
    '2025-02-31',
    'On 14 October 2025 the crews walked out',
    '14 Brumaire 2025',
    'October 2025',
    '',
  ])('takes no date from %s', (line) => {
    expect(dateOf(line)).toBeNull();
  });
});

describe('the lines before the first heading', () => {
  it.each([
    ['Crews walk out in Lindholm', 'Crews walk out in Lindholm'],
    ['# Crews walk out in Lindholm', 'Crews walk out in Lindholm'],
    ['Why are crews walking out?', 'Why are crews walking out?'],
  ])('may be a title: %s', (line, title) => {
    expect(parse(`${line}\nWhat's happened\nA strike.\n`).draft).toMatchObject({ title, titleIsDerived: false });
  });

  it.each([
    'Crews have walked out.',
    'By Ada Quist',
    'Published: 14 October 2025',
    'https://news.example/a',
    '- Crews walk out',
  ])('are no title: %s', (line) => {
    expect(parse(`${line}\nWhat's happened\nA strike.\n`).draft).toMatchObject({
      title: 'A strike',
      titleIsDerived: true,
    });
  });
});

describe('languageOf', () => {
  it.each([
    ['en', '“The Salt Road” has won the main prize of the festival of Brisa, the first time for a film.'],
    ['en', 'Dock workers at the port of Lindholm have walked out for a third day over rosters.'],
    ['de', 'Der Bundestag hat am Donnerstag ein neues Gesetz zur Förderung der Windkraft verabschiedet.'],
    ['fr', 'Le gouvernement a annoncé une réforme des retraites après des semaines de grève.'],
    ['es', 'El presidente anunció nuevas medidas económicas para frenar la inflación.'],
    ['ja', '東京で大規模な地震が発生した。'],
  ])('is sure of %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each([
    '',
    'A strike.',
    'Lindholm, Corvel, Astern, Meru, Sundra, Tarsia, Kaskazi, Orsk, Varda',
    '12 345 678 901 234 567 890 123 456 789 012 345 678',
  ])('is not sure of "%s"', (text) => {
    expect(languageOf(text)).toBeNull();
  });
});
