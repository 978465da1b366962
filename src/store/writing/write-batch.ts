/**
 * Saves whole stories, each once, inside one transaction: a constant number of statements however many they are.
 * The outcome is a function of what is stored and of the stories; their order within the batch does not count.
 */
import type { NormalisedStory } from '../../domain/normalised-story';
import type { Transaction } from '../database/database';
import { indexStories } from '../searching';
import type { SaveOutcome } from '../store';
import { insertReturning, insertRows } from './insert-rows';
import { park, planSlugs, type StoredSlug, unpark } from './place-slugs';
import { present } from './present';
import { release } from './release';
import { finishReferences, settleReferences } from './settle-references';
import { sideBySide } from './side-by-side';
import { orderedAtOf, perspectiveColumns, perspectiveRows, type StoryInstants, storyRow, upsertStories } from './story-row';
import { distinctNodes, type StoryTies } from './story-ties';
import { TallyChange } from './tally-change';
import {
  perspectiveOutletColumns,
  perspectiveOutletRows,
  type PlacedStory,
  storyOutletColumns,
  storyOutletRows,
  storyQuestionColumns,
  storyQuestionRows,
  storyTitleWordColumns,
  storyTitleWordRows,
  storyTopicColumns,
  storyTopicRows,
  tiesOf,
} from './tie-rows';
import { writeTallies } from './write-tallies';

interface StoredStory extends StoredSlug {
  readonly contentDigest: string;
  readonly importedAt: string;
}

/** Gives the outcomes in the order of the stories. No two of them may have one id. */
export async function writeBatch(tx: Transaction, stories: readonly NormalisedStory[], now: string): Promise<SaveOutcome[]> {
  const stored = await findStories(tx, stories.map(({ id }) => id));
  const changed = stories.filter(({ id, contentDigest }) => stored.get(id)?.contentDigest !== contentDigest);
  const slugs = changed.length === 0 ? new Map<string, string>() : await write(tx, changed, stored, now);
  return stories.map(({ id }) => {
    const before = stored.get(id);
    const slug = slugs.get(id);
    if (slug === undefined) return { status: 'unchanged', id, slug: present(before).slug };
    return { status: before === undefined ? 'created' : 'updated', id, slug };
  });
}

async function findStories(tx: Transaction, ids: readonly string[]): Promise<Map<string, StoredStory>> {
  const rows = await tx.run<StoredStory>(
    `SELECT "key", "id", "slug", "slugBase", "slugIsGiven", "contentDigest", "importedAt"
     FROM "story" WHERE "id" IN ${tx.dialect.texts(tx.dialect.parameter(1))}`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Gives the slugs of the written stories by their ids. */
async function write(
  tx: Transaction,
  stories: readonly NormalisedStory[],
  stored: ReadonlyMap<string, StoredStory>,
  now: string,
): Promise<ReadonlyMap<string, string>> {
  const tallies = new TallyChange();
  const before = stories.flatMap(({ id }) => stored.get(id) ?? []);
  const released = await release(tx, before.map(({ key }) => key), tallies);
  const [settlement, { slugs, changes }] = await sideBySide(
    settleReferences(tx, stories, released, tallies),
    planSlugs(tx, stories, before),
  );
  const trading = before.filter(({ id, slug }) => slugs.get(id) !== slug);
  await park(tx, [...changes, ...trading].map(({ key }) => key));
  const placed = await writeStories(tx, stories, (story) => {
    const instants = instantsOf(story, stored.get(story.id), now);
    const ties = tiesOf(story, settlement.references);
    return { story, ties, instants, slug: present(slugs.get(story.id)) };
  });
  await unpark(tx, changes);
  await sideBySide(...writeTies(tx, placed), writeTallies(tx, counted(tallies, placed)));
  await indexStories(tx, placed.map(({ key }) => key));
  await finishReferences(tx, settlement, tallies);
  return slugs;
}

function instantsOf(story: NormalisedStory, before: StoredStory | undefined, now: string): StoryInstants {
  return {
    importedAt: story.importedAt ?? before?.importedAt ?? now,
    // A story that the store already has changes when the store says so.
    updatedAt: before === undefined ? (story.updatedAt ?? now) : now,
  };
}

interface StoryToWrite {
  readonly story: NormalisedStory;
  readonly ties: StoryTies;
  readonly instants: StoryInstants;
  readonly slug: string;
}

async function writeStories(
  tx: Transaction,
  stories: readonly NormalisedStory[],
  prepare: (story: NormalisedStory) => StoryToWrite,
): Promise<PlacedStory[]> {
  const prepared = stories.map(prepare);
  const rows = prepared.map(({ story, ties, instants, slug }) => ({
    ...storyRow(story, instants),
    slug,
    perspectiveCount: story.perspectives.length,
    outletCount: distinctNodes(ties.outlets).size,
    questionCount: distinctNodes(ties.questions).size,
    topicCount: distinctNodes(ties.topics).size,
  }));
  const keys = new Map((await upsertStories(tx, rows)).map(({ id, key }) => [id, key]));
  return prepared.map(({ story, ties, instants }) => ({
    story,
    ties,
    key: present(keys.get(story.id)),
    orderedAt: orderedAtOf(story, instants),
  }));
}

function counted(tallies: TallyChange, placed: readonly PlacedStory[]): TallyChange {
  for (const { ties } of placed) tallies.count(ties, 1);
  return tallies;
}

function writeTies(tx: Transaction, placed: readonly PlacedStory[]): Promise<void>[] {
  return [
    writePerspectives(tx, placed),
    insertRows(tx, 'storyTopic', storyTopicColumns, placed.flatMap(storyTopicRows)),
    insertRows(tx, 'storyQuestion', storyQuestionColumns, placed.flatMap(storyQuestionRows)),
    insertRows(tx, 'storyOutlet', storyOutletColumns, placed.flatMap(storyOutletRows)),
    insertRows(tx, 'storyTitleWord', storyTitleWordColumns, placed.flatMap(storyTitleWordRows)),
  ];
}

async function writePerspectives(tx: Transaction, placed: readonly PlacedStory[]): Promise<void> {
  const perspectives = await insertReturning<{ id: string; key: number }>(
    tx,
    'perspective',
    perspectiveColumns,
    placed.flatMap(({ story, key }) => perspectiveRows(story, key)),
    ['id', 'key'],
  );
  const keys = new Map(perspectives.map(({ id, key }) => [id, key]));
  const mentions = placed.flatMap((story) => perspectiveOutletRows(story, keys));
  await insertRows(tx, 'perspectiveOutlet', perspectiveOutletColumns, mentions);
}
