/** The index is what a rebuilding would make of the store, whatever was written before. */
import fc from 'fast-check';
import { normaliseStory } from '../../../src/ingest/normalise';
import { openMigrations, type NewsStore } from '../../../src/store';
import { anyDraft, identityOf } from '../../support/generate';
import { dumpIndex } from '../../support/index-dump';
import { emptyStore, queryRaw } from '../../support/raw-database';
import { describeOnEachStore } from '../../support/stores';
import { numberedDraft } from '../../support/numbered-drafts';

const NOW = '2025-06-01T00:00:00.000Z';
const RUNS = Number(process.env.PROPERTY_RUNS ?? 25);

describeOnEachStore('the upkeep of the index', (open, place) => {
  let url: string;
  let store: NewsStore;

  beforeEach(async () => {
    url = await place.freshUrl();
    store = await open(url);
  });

  it('follows every write: created, updated, removed stories, and nodes that show something else', async () => {
    const batches = fc.array(fc.uniqueArray(anyDraft, { selector: identityOf, minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(batches, fc.nat(3), async (written, removed) => {
        await emptyStore(url);
        for (const drafts of written) await store.save(drafts.map(normaliseStory), { now: NOW });
        const stored = await queryRaw<{ slug: string }>(url, `SELECT "slug" FROM "story" ORDER BY "key"`);
        await store.remove(stored.slice(0, removed).map(({ slug }) => slug));
        const kept = await dumpIndex(url);
        await store.reindex();
        expect(kept).toEqual(await dumpIndex(url));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('keeps nothing of a dry run', async () => {
    await store.save([normaliseStory(numberedDraft(1))], { now: NOW });
    const before = await dumpIndex(url);

    await store.save([normaliseStory(numberedDraft(2))], { dryRun: true });

    expect(await dumpIndex(url)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  if (place.kind === 'postgres') {
    it('leaves no words waiting to be sorted in, which every reader would have to go through', async () => {
      const indexes = await queryRaw<{ name: string }>(url, `SELECT indexname AS "name" FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '% USING gin %'`);
      const options = await queryRaw<{ options: string[] }>(url, `SELECT reloptions AS "options" FROM pg_class WHERE relname = 'storySearch_words'`);

      await store.save([1, 2, 3].map((number) => normaliseStory(numberedDraft(number))), { now: NOW });

      expect(options).toEqual([{ options: ['fastupdate=on', 'gin_pending_list_limit=262144'] }]);
      expect(indexes).toHaveLength(10);
      for (const { name } of indexes) expect(await queryRaw(url, `SELECT gin_clean_pending_list('"${name}"') AS "pages"`)).toEqual([{ pages: '0' }]);
    });
  }

  it('is mended by a rebuilding, which tells how far it has come', async () => {
    await store.save(Array.from({ length: 30 }, (_, number) => normaliseStory(numberedDraft(number))), { now: NOW });
    const sound = await dumpIndex(url);
    await queryRaw(url, `DELETE FROM "storySearch"`);
    await queryRaw(url, `DELETE FROM "topicSearch"`);
    const stale = place.kind === 'sqlite' ? '(rowid, heading) VALUES (900, \'stale\')' : `("key", "heading", "lead", "words") VALUES (900, '''stale'':1', '', '''stale'':1')`;
    await queryRaw(url, `INSERT INTO "storySearch" ${stale}`);
    const told: number[] = [];

    const count = await store.reindex(({ nodesDone, totalNodes }) => told.push(nodesDone, totalNodes));

    expect(await dumpIndex(url)).toEqual(sound);
    const { stories, perspectives, outlets, questions, topics } = await store.stats();
    expect(count).toBe(stories + perspectives + outlets + questions + topics);
    expect(told.slice(-2)).toEqual([count, count]);
  });

  it('is made by the migration for a store that has stories already', async () => {
    await store.save([1, 2, 3].map((number) => normaliseStory(numberedDraft(number))), { now: NOW });
    const before = await dumpIndex(url);
    await store.close();

    const migrations = await openMigrations(url);
    while ((await migrations.down()) !== 'SearchIndex1780000002000');
    await migrations.up();
    await migrations.close();

    expect(await dumpIndex(url)).toEqual(before);
  });
});
