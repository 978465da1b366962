import type { Database, Transaction } from '../database/database';
import { deleteDocuments } from '../searching';
import type { RemovedStory } from '../store';
import { planSlugs, type StoredSlug, unpark } from './place-slugs';
import { release } from './release';
import { finishReferences, NOTHING_SAID, settleReferences } from './settle-references';
import { tallyStories } from './story-tallies';
import { TallyChange } from './tally-change';
import { writeTallies } from './write-tallies';

/** See `NewsStore.remove`. One transaction: all of the stories go, or none. */
export function removeStories(database: Database, slugsOrIds: readonly string[]): Promise<RemovedStory[]> {
  return database.transaction(async (tx) => {
    const stories = await findStories(tx, slugsOrIds);
    if (stories.length > 0) await remove(tx, stories);
    return stories.map(({ id, slug }) => ({ id, slug }));
  });
}

/** No slug has a capital letter, with which every id begins. */
function findStories(tx: Transaction, slugsOrIds: readonly string[]): Promise<StoredSlug[]> {
  const given = tx.dialect.texts(tx.dialect.parameter(1));
  return tx.run<StoredSlug>(
    `SELECT "key", "id", "slug", "slugBase", "slugIsGiven" FROM "story"
     WHERE "slug" IN ${given} OR "id" IN ${given} ORDER BY "slug"`,
    [JSON.stringify(slugsOrIds)],
  );
}

async function remove(tx: Transaction, stories: readonly StoredSlug[]): Promise<void> {
  const keys = stories.map(({ key }) => key);
  const tallies = new TallyChange();
  await tallyStories(tx, keys, -1);
  const released = await release(tx, keys, tallies);
  const settlement = await settleReferences(tx, [], released, tallies);
  const { changes } = await planSlugs(tx, [], stories);
  const list = tx.dialect.keys(tx.dialect.parameter(1));
  await deleteDocuments(tx, 'Story', list, [JSON.stringify(keys)]);
  await tx.run(`DELETE FROM "story" WHERE "key" IN ${list}`, [JSON.stringify(keys)]);
  await unpark(tx, changes);
  await writeTallies(tx, tallies);
  await finishReferences(tx, settlement, { tallies, best: NOTHING_SAID, storyIds: stories.map(({ id }) => id) });
}
