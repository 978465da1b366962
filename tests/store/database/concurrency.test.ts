import { normaliseStory } from '../../../src/ingest/normalise';
import { openDatabase } from '../../../src/store/open-store';
import { outletDraft, perspectiveDraft, storyDraft, topicDraft } from '../../support/cast';
import { queryRaw } from '../../support/raw-database';
import { findWrongTallies } from '../../support/recount';
import { describeOnEachStore } from '../../support/stores';

const numberedStory = (number: number) =>
  normaliseStory(
    storyDraft({
      title: `Story ${number}`,
      url: `https://briefs.example/${number}`,
      perspectives: [perspectiveDraft(`Said of ${number}.`, [outletDraft('The Globe'), outletDraft(`Paper ${number % 7}`)])],
      topics: [topicDraft('Everything'), topicDraft(`Topic ${number % 11}`)],
    }),
  );

describeOnEachStore('writes at once', (open, place) => {
  it('keeps all of 200 concurrent saves, each of them whole', async () => {
    const url = await place.freshUrl();
    const store = await open(url);

    const outcomes = await Promise.all(Array.from({ length: 200 }, (_, number) => store.save([numberedStory(number)])));

    expect(outcomes.map(([outcome]) => outcome?.status)).toEqual(Array<string>(200).fill('created'));
    expect(await store.stats()).toMatchObject({ stories: 200, perspectives: 200, outlets: 8, topics: 12 });
    expect(await findWrongTallies(url)).toEqual([]);
  }, 60_000);

  it('keeps what committed and nothing of what aborted, in 50 concurrent transactions', async () => {
    const url = await place.freshUrl();
    const { database } = await openDatabase(url);
    const insert = (id: string) =>
      `INSERT INTO "question" ("id", "slug", "title", "sortTitle") VALUES ('${id}', 'slug-${id}', 't', 't')`;

    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, number) =>
        database.transaction(async (tx) => {
          await tx.run(insert(`${number}a`));
          await new Promise(setImmediate);
          if (number % 3 === 0) throw new Error('aborted');
          await tx.run(insert(`${number}b`));
        }),
      ),
    );
    await database.close();

    const committed = results.flatMap(({ status }, number) => (status === 'fulfilled' ? [number] : []));
    expect(committed).toHaveLength(33);
    const rows = await queryRaw<{ id: string }>(url, `SELECT "id" FROM "question"`);
    expect(rows.map(({ id }) => id).sort()).toEqual(committed.flatMap((number) => [`${number}a`, `${number}b`]).sort());
  });

  it('never shows a reader what is not committed', async () => {
    const { database } = await openDatabase(await place.freshUrl());
    const count = async (): Promise<number> => {
      const [row] = await database.read<{ count: number | string }>(`SELECT count(*) AS "count" FROM "question"`);
      return Number(row?.count);
    };

    const seen: number[] = [];
    await database.transaction(async (tx) => {
      await tx.run(`INSERT INTO "question" ("id", "slug", "title", "sortTitle") VALUES ('1', '1', 't', 't')`);
      seen.push(await count());
    });
    seen.push(await count());
    await database.close();

    expect(seen).toEqual([0, 1]);
  });

  it('refuses a statement after its transaction', async () => {
    const { database } = await openDatabase(await place.freshUrl());

    const late = await database.transaction(async (tx) => tx);

    await expect(late.run('SELECT 1')).rejects.toThrow('A transaction was used after its end.');
    await database.close();
  });

  it('does not report a commit that the database refused', async () => {
    const { database } = await openDatabase(await place.freshUrl());
    const insert = `INSERT INTO "question" ("id", "slug", "title", "sortTitle") VALUES ('1', '1', 't', 't')`;

    const write = database.transaction(async (tx) => {
      await tx.run(insert);
      await tx.run(insert).catch(() => undefined);
    });
    const isCommitted = await write.then(
      () => true,
      () => false,
    );

    // SQLite keeps the transaction open after a statement that failed, PostgreSQL does not.
    expect(isCommitted).toBe(place.kind === 'sqlite');
    expect(await database.read('SELECT "id" FROM "question"')).toEqual(isCommitted ? [{ id: '1' }] : []);
    await database.close();
  });

  it('is unavailable after it is closed', async () => {
    const { database } = await openDatabase(await place.freshUrl());
    await database.close();

    await expect(database.read('SELECT 1')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await expect(database.transaction(async () => undefined)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  it('goes on reading and writing after a statement that is wrong', async () => {
    const { database } = await openDatabase(await place.freshUrl());

    await expect(database.read('SELECT nonsense FROM nowhere')).rejects.toThrow(/nowhere/);
    await expect(database.transaction((tx) => tx.run('INSERT INTO nowhere VALUES (1)'))).rejects.toThrow(/nowhere/);

    expect(await database.read('SELECT 1 AS "one"')).toEqual([{ one: 1 }]);
    expect(await database.transaction((tx) => tx.run('SELECT 2 AS "two"'))).toEqual([{ two: 2 }]);
    await database.close();
  });
});
