import { foldOutletName, OutletDictionary, shippedOutlets, type OutletRecord } from '../../../src/ingest/outlets';
import { readFileSync } from 'node:fs';
import { describeWithSharedData, sharedData } from '../../support/shared-data';

const courier: OutletRecord = {
  name: 'The Harbour Courier',
  aliases: ['Harbour Courier', 'THC'],
  country: 'GB',
  homepage: 'https://www.harbour-courier.example/',
};

describe('OutletDictionary', () => {
  it.each(['The Harbour Courier', 'the harbour courier', 'HARBOUR COURIER', 'thc'])('finds an outlet as %s', (name) => {
    expect(new OutletDictionary([courier]).find(name)).toBe(courier);
  });

  it('does not find what it does not have', () => {
    expect(new OutletDictionary([courier]).find('The Courier')).toBeNull();
  });

  it('prefers a name to an alias', () => {
    const other: OutletRecord = { name: 'THC', aliases: [], country: null, homepage: null };

    expect(new OutletDictionary([other, courier]).find('THC')).toBe(other);
  });

  it('takes a later outlet of the same name for the earlier one', () => {
    const newer: OutletRecord = { ...courier, country: 'IE' };
    const extended = new OutletDictionary([courier]).extendedWith([newer]);

    expect(extended.records).toEqual([newer]);
    expect(extended.find('THC')).toBe(newer);
  });

  it('folds case, accents, apostrophes and the article', () => {
    expect(foldOutletName('The O’Brien Gazétte')).toBe('obrien gazette');
    expect(foldOutletName('The')).toBe('the');
  });
});

describe('the shipped outlets', () => {
  const { records } = shippedOutlets();

  it('are about 200 or more', () => {
    expect(records.length).toBeGreaterThanOrEqual(200);
  });

  it('have no name twice', () => {
    const owners = records.flatMap(({ name, aliases }) =>
      [...new Set([name, ...aliases].map(foldOutletName))].map((folded) => ({ folded, name })),
    );
    const shared = owners.filter(({ folded, name }) =>
      owners.some((other) => other.folded === folded && other.name !== name),
    );

    expect(shared).toEqual([]);
  });

  it('have a country and a homepage each', () => {
    const known = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const faulty = records.filter(
      ({ country, homepage }) =>
        country === null || known.of(country) === undefined || homepage === null || !URL.canParse(homepage),
    );

    expect(faulty).toEqual([]);
  });
});

describeWithSharedData('the shipped outlets and the hand-made list beside the repository', () => {
  it('agree on names, aliases and countries', () => {
    const list = JSON.parse(readFileSync(sharedData('outlets', 'outlets.json'), 'utf8')) as {
      name: string;
      aliases: string[];
      country: string;
    }[];

    for (const { name, aliases, country } of list) {
      expect(shippedOutlets().find(name)).toMatchObject({ name, country });
      for (const alias of aliases) expect({ alias, name: shippedOutlets().find(alias)?.name }).toEqual({ alias, name });
    }
  });
});
