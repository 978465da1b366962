import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { normaliseStory } from '../../../src/ingest/normalise';
import { openMigrations, openStore, StoreTooNewError } from '../../../src/store';
import { migrations } from '../../../src/store/migrations';
import { cast, outletDraft, perspectiveDraft, questionDraft, storyDraft, topicDraft } from '../../support/cast';
import { dumpGraph } from '../../support/graph-dump';
import { dumpIndex } from '../../support/index-dump';
import { numberedDraft } from '../../support/numbered-drafts';
import { queryRaw, withRawDatabase } from '../../support/raw-database';
import { findWrongTallies } from '../../support/recount';
import { describeOnEachStore } from '../../support/stores';

const ROOT = path.join(__dirname, '../../..');
const NAMES = migrations.map(({ name }) => name);

/** What a migration has to leave as it is: all rows, what an export gives, and what is found by words. */
async function contentOf(url: string) {
  const store = await openStore(url);
  try {
    const digest = createHash('sha256');
    for await (const draft of store.stories()) digest.update(JSON.stringify(draft));
    const { stories, perspectives, outlets, questions, topics } = await store.stats();
    return {
      counts: { stories, perspectives, outlets, questions, topics },
      exported: digest.digest('hex'),
      graph: await dumpGraph(url),
      index: await dumpIndex(url),
      wrongTallies: await findWrongTallies(url),
    };
  } finally {
    await store.close();
  }
}

describeOnEachStore('migrations', (open, place) => {
  it('and entities say the same: TypeORM finds no difference', async () => {
    const url = await place.freshUrl();
    await open(url);

    const difference = await withRawDatabase(url, (raw) => raw.driver.createSchemaBuilder().log());

    expect(difference.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('run up, down and up again over a store with data', async () => {
    const url = await place.freshUrl();
    const store = await openStore(url);
    await store.save(cast.map(normaliseStory), { now: '2025-06-01T00:00:00.000Z' });
    const before = await dumpGraph(url);
    await store.close();
    const handle = await openMigrations(url);

    expect(await handle.status()).toEqual(NAMES.map((name) => ({ name, isApplied: true })));
    for (const name of [...NAMES].reverse()) expect(await handle.down()).toBe(name);
    expect(await handle.down()).toBeNull();
    expect(await handle.status()).toEqual(NAMES.map((name) => ({ name, isApplied: false })));
    expect(await handle.up()).toEqual(NAMES);
    expect(await handle.up()).toEqual([]);
    await handle.close();

    const again = await open(url);
    await again.save(cast.map(normaliseStory), { now: '2025-06-01T00:00:00.000Z' });
    expect(await dumpGraph(url)).toEqual(before);
  });

  it('carry a store of each earlier form over, and lose nothing of it', async () => {
    // Given
    const url = await place.freshUrl();
    const store = await openStore(url);
    const drafts = [...cast, ...Array.from({ length: 30 }, (_, number) => numberedDraft(number))];
    await store.save(drafts.map(normaliseStory), { now: '2025-06-01T00:00:00.000Z' });
    await store.close();
    const before = await contentOf(url);
    expect(before).toMatchObject({ counts: { stories: 33, perspectives: 66 }, wrongTallies: [] });
    const handle = await openMigrations(url);
    for (let form = NAMES.length - 1; form > 0; form -= 1) {
      // When
      while ((await handle.status()).filter(({ isApplied }) => isApplied).length > form) await handle.down();
      expect(await handle.up()).toEqual(NAMES.slice(form));
      // Then
      expect({ form, ...(await contentOf(url)) }).toEqual({ form, ...before });
    }
    await handle.close();
  }, 120_000);

  it('cut the sort names of a store that has longer ones, as new ones are cut', async () => {
    // Given
    const url = await place.freshUrl();
    const store = await openStore(url);
    const long = '\u{20000}'.repeat(500);
    const perspectives = [perspectiveDraft('One.', [outletDraft(long)])];
    const draft = storyDraft({ title: long, perspectives, questions: [questionDraft(long)], topics: [topicDraft(long), topicDraft('Short')] });
    await store.save([normaliseStory(draft)], { now: '2025-06-01T00:00:00.000Z' });
    await store.close();
    const before = await dumpGraph(url);
    const handle = await openMigrations(url);
    while ((await handle.status()).find(({ name }) => name === 'BoundedSortNames1780000009000')?.isApplied === true) await handle.down();
    for (const [table, column] of [['outlet', 'sortName'], ['question', 'sortTitle'], ['topic', 'sortName']]) {
      await queryRaw(url, `UPDATE "${table}" SET "${column}" = '${long}' WHERE "slug" <> 'short'`);
    }
    expect(await dumpGraph(url)).not.toEqual(before);
    // When
    await handle.up();
    await handle.close();
    // Then
    expect(await dumpGraph(url)).toEqual(before);
  });

  if (place.kind === 'sqlite') {
    it('have the index know words by their first two letters, which FTS5 asks where it looks for no more', async () => {
      const url = await place.freshUrl();
      await open(url);

      const tables = await queryRaw(url, `SELECT "name" FROM sqlite_master WHERE "sql" LIKE '%fts5(heading, lead, body%prefix=''2''%'`);

      expect(tables).toHaveLength(5);
    });
  }

  it('are not run by opening a store for its migrations', async () => {
    const handle = await openMigrations(await place.freshUrl());

    expect((await handle.status()).every(({ isApplied }) => !isApplied)).toBe(true);
    await handle.close();
  });

  it('are run once when several open an empty store at once', async () => {
    const url = await place.freshUrl();

    const stores = await Promise.all([open(url), open(url), open(url)]);

    expect((await stores[2].stats()).schemaVersion).toBe(NAMES.length);
    expect(await queryRaw(url, `SELECT "name" FROM "newsgraphMigration"`)).toEqual(NAMES.map((name) => ({ name })));
  });

  it('refuse a store that a newer program made, in one line', async () => {
    const url = await place.freshUrl();
    await (await openStore(url)).close();
    await queryRaw(url, `INSERT INTO "newsgraphMigration" ("timestamp", "name") VALUES (9999999999999, 'Future9999999999999')`);

    const refusal = await openStore(url).catch((error: unknown) => error);

    const message = 'The store was made by a newer newsgraph (it has Future9999999999999): install that version, or name another store.';
    expect(refusal).toBeInstanceOf(StoreTooNewError);
    expect(refusal).toMatchObject({ code: 'STORE_TOO_NEW', message });
    const handle = await openMigrations(url);
    await expect(handle.status()).rejects.toMatchObject({ code: 'STORE_TOO_NEW', message });
    await expect(handle.up()).rejects.toMatchObject({ code: 'STORE_TOO_NEW', message });
    await expect(handle.down()).rejects.toMatchObject({ code: 'STORE_TOO_NEW', message });
    await handle.close();
  });

  it("work with TypeORM's own command line", async () => {
    const url = await place.freshUrl();
    const typeorm = async (command: string): Promise<string> => {
      const cli = ['node_modules/typeorm/cli.js', `migration:${command}`, '-d', 'ormconfig.ts'];
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', ...cli], {
        cwd: ROOT,
        env: { ...process.env, DATABASE_URL: url },
      });
      return stdout;
    };
    const name = NAMES.at(-1) ?? '';

    expect(await typeorm('run')).toContain(`Migration ${name} has been executed successfully.`);
    expect(await typeorm('show')).toMatch(new RegExp(`\\[X\\] \\d+ ${name}`));
    expect(await typeorm('revert')).toContain(`Migration ${name} has been reverted successfully.`);
  }, 120_000);
});
