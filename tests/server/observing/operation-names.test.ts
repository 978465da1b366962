import { OperationNames } from '../../../src/server/observing/operation-names';

describe('the names of operations', () => {
  it('are told apart up to a hundred of them, as they come', () => {
    const names = new OperationNames();
    const given = Array.from({ length: 101 }, (_, number) => `N${number}`);

    expect(given.map((name) => names.labelOf(name))).toEqual([...given.slice(0, 100), 'other']);
    expect(names.labelOf('N7')).toBe('N7');
  });

  it('are those that are known, where some are', () => {
    const names = new OperationNames(['StoryPage']);

    expect(['StoryPage', 'Mine', null].map((name) => names.labelOf(name))).toEqual(['StoryPage', 'other', 'anonymous']);
  });

  it('are no label when they are long', () => {
    expect(new OperationNames().labelOf('N'.repeat(101))).toBe('other');
  });
});
