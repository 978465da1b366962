import fc from 'fast-check';
import { fold, slugOf, titleSlugOf } from '../../../src/ingest/normalise';

describe('fold', () => {
  it.each([
    ['Mercury', 'mercury'],
    ['  Mércury!  ', 'mercury'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ["O'Brien", 'obrien'],
    ['O’Brien', 'obrien'],
    ['Côte d’Ivoire', 'cote divoire'],
    ['AT&T', 'at and t'],
    ['C++', 'c plus plus'],
    ['C#', 'c sharp'],
    ['#MeToo', 'metoo'],
    ['100 %', '100 percent'],
    ['Lego™', 'lego'],
    ['ΑΘΗΝΑ', 'αθηνα'],
    ['Αθήνα', 'αθηνα'],
    ['العَرَبِيَّة', 'العربية'],
    ['???', ''],
  ])('folds %j to %j', (name, folded) => {
    expect(fold(name)).toBe(folded);
  });

  it.each([
    ['か', 'が'],
    ['का', 'की'],
    ['и', 'й'],
    ['🎉', '🎊'],
    ['C', 'C++'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

describe('fold of a long run of marks', () => {
  it.each([['a', 'a'], ['', ''], ['ب', 'ب']])('takes a time that grows as the run does, after %j', (letter, expected) => {
    // Were each mark to look back over those before it, this would take minutes.
    expect(fold(letter + '\u0301'.repeat(200_000)).startsWith(expected)).toBe(true);
  });
});

describe('slugOf', () => {
  it.each([
    ['The Federal Reserve', 'the-federal-reserve'],
    ['U.S.', 'u-s'],
    ['C++', 'c-plus-plus'],
    ['北京', 'bei-jing-68c77e1551'],
    ['Москва', 'moskva-4ed0608556'],
    ['القاهرة', 'lqhr-972ecc0cbd'],
    ['दिल्ली', 'dillii-4210381244'],
    ['서울', 'seoul-ca6c419327'],
    ['🎉', '6146299cd5'],
    ['???', 'a03b221c6c'],
    ['!!!', 'e84c538e7f'],
  ])('makes %j into %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('cuts a long name at the end of a word and tells it from others by a hash', () => {
    const name = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';
    expect(slugOf(name)).toMatch(/^one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve-thirteen-fourteen-[0-9a-f]{10}$/);
    expect(slugOf(`${name} sixteen`)).not.toBe(slugOf(name));
  });

  it('gives a name that looks like it had a hash one of its own', () => {
    expect(slugOf('Bei Jing 68c77e1551')).toMatch(/^bei-jing-68c77e1551-[0-9a-f]{10}$/);
    expect(slugOf('deadbeef')).toMatch(/^deadbeef-[0-9a-f]{10}$/);
  });

  it('is URL-safe for any text, and the same exactly for names that fold alike', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => fold(text) !== '');
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(slugOf(one)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(slugOf(one) === slugOf(other)).toBe(fold(one) === fold(other));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('titleSlugOf', () => {
  it.each([
    ['Dockers walk out', 'dockers-walk-out'],
    ['北京', 'bei-jing'],
    ['🎉', '6146299cd5'],
    ['Rebuilt in 1a2b3c4d', 'rebuilt-in-1a2b3c4d-'],
  ])('makes %j into a readable slug', (title, slug) => {
    expect(titleSlugOf(title).startsWith(slug)).toBe(true);
  });

  it.each([
    ['القاهرة تستيقظ', 'lqhr-tstyqz'],
    ['दिल्ली में बारिश', 'dillii-men-baarish'],
    ['서울 뉴스', 'seoul-nyuseu'],
  ])('makes %j into %j, without a hash', (title, slug) => {
    expect(titleSlugOf(title)).toBe(slug);
  });

  it('carries no hash for being long', () => {
    expect(titleSlugOf('word '.repeat(40))).toBe(Array(16).fill('word').join('-'));
  });
});
