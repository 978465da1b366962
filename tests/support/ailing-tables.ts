/** Tables that fail or never answer: faults that are the database's own, for tests of what stands above it. */
import { withRawDatabase } from './raw-database';

const HIDDEN = 'hiddenTopic';

/** Counts to two thousand million, which takes longer than any test waits. */
const ENDLESS =
  '(WITH RECURSIVE "counter"("x") AS (SELECT 1 UNION ALL SELECT "x" + 1 FROM "counter" WHERE "x" < 2000000000) SELECT count(*) FROM "counter")';

/** Takes the table of topics away while `work` is done: each statement that reads it fails. */
export async function withoutTopics<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  await run(url, `ALTER TABLE "topic" RENAME TO "${HIDDEN}"`);
  try {
    return await work();
  } finally {
    await run(url, `ALTER TABLE "${HIDDEN}" RENAME TO "topic"`);
  }
}

/** Puts a view in the place of the table of topics while `work` is done: each statement that reads one of its rows goes on for ever. */
export async function withEndlessTopics<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  return withoutTopics(url, async () => {
    await run(url, `CREATE VIEW "topic" AS SELECT * FROM "${HIDDEN}" WHERE ${ENDLESS} > 0`);
    try {
      return await work();
    } finally {
      await run(url, 'DROP VIEW "topic"');
    }
  });
}

async function run(url: string, sql: string): Promise<void> {
  await withRawDatabase(url, (raw) => raw.query(sql));
}
