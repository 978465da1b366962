import { readLead } from '../../../../src/ingest/formats/brief/topic-lead';
import { topicOf } from '../../../../src/ingest/formats/brief/topic';

describe('the lead sentence of a topic', () => {
  it.each([
    ['Lindholm is a port city.', 'Lindholm', [], 'PLACE'],
    ['Tarsia, officially the Republic of Tarsia, is a country.', 'Tarsia', ['Republic of Tarsia'], 'PLACE'],
    [
      'The Union of Dock Workers, commonly known as the UDW or Dockers, is a trade union.',
      'Union of Dock Workers',
      ['UDW', 'Dockers'],
      'ORGANISATION',
    ],
    ['The Bay Museum, or the Museum of the Bay, is a museum.', 'Bay Museum', ['Museum of the Bay'], 'PLACE'],
    [
      'Typhoon Anka, known in Tarsia as Severe Storm Bora, was a tropical cyclone.',
      'Typhoon Anka',
      ['Severe Storm Bora'],
      'EVENT',
    ],
    ['Marram/Strandvik is an observatory.', 'Marram/Strandvik', ['Marram', 'Strandvik'], 'ORGANISATION'],
    ['Vantec Ltd. is a Tarsian multinational technology company.', 'Vantec Ltd.', [], 'ORGANISATION'],
    ['Vantec, Inc. ( VAN-tek or van-TEK) is a maker of chips.', 'Vantec, Inc.', [], 'ORGANISATION'],
    [
      'Tallow Platforms, Inc., doing business as Tallow, and formerly named Soap, Inc., is a company.',
      'Tallow Platforms, Inc.',
      ['Tallow', 'Soap'],
      'ORGANISATION',
    ],
    ['Elin Maria Marsh FRS OBE is a chemist.', 'Elin Maria Marsh', [], 'PERSON'],
    ['Ada Quist (born Ada Lind; 3 May 1971) is a writer and politician.', 'Ada Quist', ['Ada Lind'], 'PERSON'],
    ['Ada Quist (3 May 1871 – 7 January 1943) was an engineer.', 'Ada Quist', [], 'PERSON'],
    [
      'Kyrsk (Cyrillic: Кырск; also Kirsk) is the capital and most populous city of Tarsia.',
      'Kyrsk',
      ['Kirsk'],
      'PLACE',
    ],
    ['Born in Lindholm, Ada Quist is a painter.', 'Ada Quist', [], 'PERSON'],
    ['In economics, the Astern effect is a theory.', 'Astern effect', [], 'SUBJECT'],
    ['The United Ports (UP) is an intergovernmental organization.', 'United Ports', ['UP'], 'ORGANISATION'],
    ['TDO, the Tarsian Defence Organisation, is an alliance.', 'TDO', ['Tarsian Defence Organisation'], 'ORGANISATION'],
    [
      'Corvel, D.C., officially the District of Corvel and commonly known as Corvel, is a city.',
      'Corvel, D.C.',
      ['District of Corvel', 'Corvel'],
      'PLACE',
    ],
    ['Lindholm, Sundra, is a town.', 'Lindholm, Sundra', [], 'PLACE'],
    ['The Salt Road is a 2025 drama film.', 'The Salt Road', [], 'PRODUCT'],
    ['“The Salt Road” is a song by Ada Quist.', 'The Salt Road', [], 'PRODUCT'],
    ['The Tarsian War is an armed conflict between Tarsia and Sundra.', 'Tarsian War', [], 'EVENT'],
    ['River fever is a viral disease spread by sandflies.', 'River fever', [], 'SUBJECT'],
    ['Life Is a Road is a novel.', 'Life Is a Road', [], 'PRODUCT'],
    ['Ada Quist served as mayor.', 'Ada Quist', [], 'PERSON'],
    ['Ada Quist: poet.', 'Ada Quist', [], null],
    ['Ada Qui', 'Ada Qui', [], null],
    ['Astern is old and grey.', 'Astern', [], null],
  ])('%s', (sentence, name, aliases, kind) => {
    expect(topicOf([sentence], false)).toMatchObject({
      name,
      aliases,
      kind,
      nameIsDerived: true,
      slug: null,
      wikidataId: null,
      description: sentence,
    });
  });

  it('always gives a name', () => {
    for (const sentence of [
      'is',
      '...',
      '(a)',
      'a',
      'the',
      ', ,',
      '-5',
      'İ',
      'x'.repeat(5_000),
      'x '.repeat(5_000),
      '('.repeat(700),
    ]) {
      expect({ sentence: sentence.slice(0, 9), length: readLead(sentence).name.trim().length > 0 }).toEqual({
        sentence: sentence.slice(0, 9),
        length: true,
      });
    }
  });

  it('joins the lines of a description', () => {
    expect(topicOf(['Lindholm is a city.', 'It is old'], true)).toMatchObject({
      description: 'Lindholm is a city.\nIt is old',
      isTruncated: true,
    });
  });
});
