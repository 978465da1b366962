import fc from 'fast-check';
import { canonicalLanguage, characterCount, firstCharacters, isSlug, isWebUrl, parseInstant } from '../../src/ingest/values';

describe('parseInstant', () => {
  it.each([
    ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000Z'],
    ['2026-01-31t09:30:00z', '2026-01-31T09:30:00.000Z'],
    ['2026-01-31T09:30:00.5Z', '2026-01-31T09:30:00.500Z'],
    ['2026-01-31T09:30:00.123999Z', '2026-01-31T09:30:00.123Z'],
    ['2026-01-31T00:30:00+02:00', '2026-01-30T22:30:00.000Z'],
    ['2025-12-31T23:30:00-05:30', '2026-01-01T05:00:00.000Z'],
    ['2026-01-01T00:00:00-00:00', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01', '2026-01-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '2026-02-29',
    '2026-02-30T00:00:00Z',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-01-01T24:00:00Z',
    '2026-01-01T10:60:00Z',
    '2026-12-31T23:59:60Z',
    '2026-01-01T10:00Z',
    '2026-01-01T10:00:00',
    '2026-01-01 10:00:00Z',
    '2026-01-01T10:00:00+24:00',
    '2026-1-1',
    '20260101',
    '1 January 2026',
    '0000-01-01T00:00:00+01:00',
    '9999-12-31T23:00:00-02:00',
    ' 2026-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('gives every instant back as it is', () => {
    const dates = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(fc.property(dates, (date) => expect(parseInstant(date.toISOString())).toBe(date.toISOString())));
  });
});

describe('canonicalLanguage', () => {
  it.each([
    ['en', 'en'],
    ['EN-gb', 'en-GB'],
    ['zh-hans-cn', 'zh-Hans-CN'],
    ['iw', 'he'],
  ])('makes %s %s', (tag, canonical) => {
    expect(canonicalLanguage(tag)).toBe(canonical);
  });

  it.each(['en_GB', 'e', 'de-', '', 'not a language', `en-x-${'abcdefgh-'.repeat(5)}a`])('refuses %j', (tag) => {
    expect(canonicalLanguage(tag)).toBeNull();
  });
});

describe('isWebUrl', () => {
  it.each(['https://www.harbour-courier.example/a?b=c#d', 'HTTP://example.org', 'https://例え.jp/ニュース', `https://a.example/${'x'.repeat(4000)}`])(
    'takes %s',
    (url) => {
      expect(isWebUrl(url)).toBe(true);
    },
  );

  it.each(['ftp://a.example/', '/relative', 'www.a.example', 'javascript:alert(1)', 'https://', 'https://a b.example/', ' https://a.example/', 'https://[/', `https://a.example/${'x'.repeat(4096)}`])(
    'refuses %j',
    (url) => {
      expect(isWebUrl(url)).toBe(false);
    },
  );
});

describe('isSlug', () => {
  it.each(['a', '2026', 'port-strike-2026', 'x'.repeat(200)])('takes %s', (slug) => {
    expect(isSlug(slug)).toBe(true);
  });

  it.each(['', 'A', 'a--b', '-a', 'a-', 'a_b', 'é', 'a b', 'x'.repeat(201)])('refuses %j', (slug) => {
    expect(isSlug(slug)).toBe(false);
  });
});

describe('firstCharacters and characterCount', () => {
  it('count whole characters', () => {
    expect(firstCharacters('a😀b', 2)).toBe('a😀');
    expect(firstCharacters('ab', 5)).toBe('ab');
    expect(characterCount('a😀b')).toBe(3);
  });
});
