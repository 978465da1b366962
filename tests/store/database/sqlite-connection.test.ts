import sqlite3 from 'sqlite3';
import { SqliteConnection } from '../../../src/store/database/sqlite-connection';

describe('a connection to SQLite', () => {
  const handle = new sqlite3.Database(':memory:');
  const finalized = jest.spyOn(sqlite3.Statement.prototype, 'finalize');
  beforeEach(() => finalized.mockClear());
  afterAll(() => {
    finalized.mockRestore();
    return new Promise((resolve) => handle.close(resolve));
  });

  it.each([
    ['400 statements', 403, '', 3],
    ['two million characters of them', 25, ' '.repeat(100_000), 5],
  ])('keeps %s prepared, those that were used last', async (_case, count, filling, gone) => {
    const connection = new SqliteConnection(handle);
    const text = (number: number): string => `SELECT ${number} AS "n"${filling}`;
    for (let number = 0; number < count; number += 1) expect(await connection.all(text(number))).toEqual([{ n: number }]);

    expect(finalized).toHaveBeenCalledTimes(gone);
    expect(await connection.all(text(count - 1))).toEqual([{ n: count - 1 }]);
    expect(finalized).toHaveBeenCalledTimes(gone);
    expect(await connection.all(text(0))).toEqual([{ n: 0 }]);
    expect(finalized).toHaveBeenCalledTimes(gone + 1);
    await connection.close();
  });
});
