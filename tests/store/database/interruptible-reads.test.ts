/** What becomes of a read that an interrupt hits which was meant for another one. */
import sqlite3 from 'sqlite3';
import { InterruptibleReads } from '../../../src/store/database/interruptible-reads';
import { SqliteConnection } from '../../../src/store/database/sqlite-connection';

const COUNT = `WITH RECURSIVE "c"("x") AS (SELECT 1 UNION ALL SELECT "x" + 1 FROM "c" WHERE "x" < 3000000) SELECT count(*) AS "count" FROM "c"`;

describe('a read beside one that is stopped', () => {
  let handle: sqlite3.Database;
  let connection: SqliteConnection;
  beforeEach(async () => {
    handle = await new Promise((resolve, reject) => {
      const opened: sqlite3.Database = new sqlite3.Database(':memory:', (error) => (error === null ? resolve(opened) : reject(error)));
    });
    connection = new SqliteConnection(handle);
  });
  afterEach(async () => {
    await connection.close();
    await new Promise((resolve) => handle.close(resolve));
  });

  /** Interrupts what runs until it has been run so often and is hit, or has come to its end. */
  async function interrupted(times: number): Promise<unknown> {
    const runs = jest.spyOn(connection, 'all');
    const over = jest.fn();
    const read = new InterruptibleReads(connection)
      .run(COUNT)
      .catch((error: unknown) => error)
      .finally(over);
    // An interrupt that comes before the statement has begun hits nothing, and it is tried again.
    while (over.mock.calls.length === 0 && runs.mock.calls.length <= times) {
      connection.interrupt();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const outcome = await read;
    expect(runs).toHaveBeenCalledTimes(2);
    return outcome;
  }

  it('is run once more', async () => {
    expect(await interrupted(1)).toEqual([{ count: 3_000_000 }]);
  });

  it('is told that the database is not to be had when it is hit again', async () => {
    expect(await interrupted(2)).toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: 'The statement was interrupted.' });
  });
});
