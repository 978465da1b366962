import { CONNECTION_LIFETIME_S } from '../../../src/store/database/data-source';
import { StatementNames } from '../../../src/store/database/statement-names';

describe('the names of prepared statements', () => {
  let clock = 0;
  const names = (): StatementNames => new StatementNames(() => clock);
  const third = (given: StatementNames, text: string): string | undefined => [1, 2, 3].map(() => given.nameOf(text)).at(-1);

  it('are given to texts that come a third time, and stay', () => {
    const given = names();

    const all = [1, 2, 3, 4].map(() => given.nameOf('SELECT 1'));

    expect(all).toEqual([undefined, undefined, expect.stringMatching(/^[0-9a-f]{32}$/), all[2]]);
    expect(third(given, 'SELECT 2')).not.toBe(all[2]);
  });

  it('are given to no text that looks for words', () => {
    expect(third(names(), 'SELECT 1 FROM "storySearch" WHERE "words" @@ $1::tsquery')).toBeUndefined();
  });

  it.each([
    ['500 texts', 500, ''],
    ['two million characters', 21, ' '.repeat(100_000)],
  ])('are given to %s while the connections of a time live, and to others after them', (_case, count, filling) => {
    const given = names();
    for (let number = 0; number < count; number += 1) expect(third(given, `SELECT ${number}${filling}`)).toBeDefined();

    expect(third(given, 'SELECT late')).toBeUndefined();
    clock += CONNECTION_LIFETIME_S * 1_000;

    expect(third(given, 'SELECT late')).toBeDefined();
  });
});
