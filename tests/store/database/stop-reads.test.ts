import { setMaxListeners } from 'node:events';
import type { Database } from '../../../src/store/database/database';
import { openDatabase } from '../../../src/store/open-store';
import { describeOnEachStore } from '../../support/stores';

/** Counts to `rows`, which takes a while. */
const counting = (rows: number) =>
  `WITH RECURSIVE "counter"("x") AS (SELECT 1 UNION ALL SELECT "x" + 1 FROM "counter" WHERE "x" < ${rows}) SELECT count(*) AS "count" FROM "counter"`;

/** Longer than any test waits. */
const ENDLESS = counting(2_000_000_000);

describeOnEachStore('reads that are stopped', (_open, place) => {
  let database: Database;
  beforeEach(async () => {
    ({ database } = await openDatabase(await place.freshUrl()));
  });
  afterEach(() => database.close());

  const reason = new Error('enough');
  const abortedAfter = (milliseconds: number): AbortSignal => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), milliseconds);
    return controller.signal;
  };

  it('reject with the reason, and the database works on them no more', async () => {
    const begin = performance.now();

    await expect(database.read(ENDLESS, [], abortedAfter(100))).rejects.toBe(reason);

    expect(await database.read('SELECT 1 AS "one"')).toEqual([{ one: 1 }]);
    expect(performance.now() - begin).toBeLessThan(2000);
  });

  it('reject at once when it is too late already', async () => {
    await expect(database.read(ENDLESS, [], AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('are stopped all of them, also those that wait for a connection', async () => {
    const signal = abortedAfter(100);
    setMaxListeners(0, signal);

    const reads = await Promise.allSettled(Array.from({ length: 15 }, (_, number) => database.read(`${ENDLESS} /* ${number} */`, [], signal)));

    expect(reads).toEqual(Array.from({ length: 15 }, () => ({ status: 'rejected', reason })));
  });

  it("leave others' reads their answers", async () => {
    const bystander = database.read<{ count: number | string }>(counting(300_000));
    const stopped = database.read(ENDLESS, [], abortedAfter(20));

    await expect(stopped).rejects.toBe(reason);
    const [row] = await bystander;
    expect(Number(row?.count)).toBe(300_000);
  });

  it('are nothing to the signal once they are answered', async () => {
    const controller = new AbortController();

    expect(await database.read('SELECT 1 AS "one"', [], controller.signal)).toEqual([{ one: 1 }]);
    controller.abort(reason);

    expect(await database.read('SELECT 2 AS "two"')).toEqual([{ two: 2 }]);
  });
});
