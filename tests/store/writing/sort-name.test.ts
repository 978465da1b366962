import { outletSortNameOf, sortNameOf } from '../../../src/store/writing/sort-name';

describe('the name that lists order by', () => {
  it.each([
    ['The Río Osk', 'the rio osk'],
    ['C++', 'c'],
    ['???', '???'],
    ['が', 'が'],
  ])('of %j is %j', (name, expected) => {
    expect(sortNameOf(name)).toBe(expected);
  });

  it('of an outlet has no article, unless it is all that there is', () => {
    expect([outletSortNameOf('The Harbour Gazette'), outletSortNameOf('The')]).toEqual(['harbour gazette', 'the']);
  });

  it('takes a time that grows as the name does', () => {
    expect(sortNameOf(`a${'\u0301'.repeat(200_000)}`)).toBe('a');
  });

  it('has no more than 200 characters, and no half of one', () => {
    // Given names of letters, of what is no letter, and of a character that is spelled with eighteen
    for (const character of ['a', '記', '𠀀', '🎉', 'ﷺ']) {
      const name = character.repeat(500);
      // Then
      expect([...sortNameOf(name)]).toHaveLength(200);
      expect(sortNameOf(name).isWellFormed()).toBe(true);
    }
    expect(outletSortNameOf(`The ${'記'.repeat(500)}`)).toBe('記'.repeat(200));
  });
});
