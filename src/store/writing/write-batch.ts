/**
 * Saves whole stories, each once, inside one transaction: a constant number of statements however many they are.
 * The outcome is a function of what is stored and of the stories; their order within the batch does not count.
 */
import type { NormalisedStory } from '../../domain/normalised-story';
import type { Transaction } from '../database/database';
import { indexStories } from '../searching';
import type { SaveOutcome } from '../store';
import { insertRows, reserveKeys } from './insert-rows';
import { park, planSlugs, type StoredSlug, unpark } from './place-slugs';
import { present } from './present';
import { release } from './release';
import { finishReferences, settleReferences, type Settlement } from './settle-references';
import { sideBySide } from '../database/side-by-side';
import { orderedAtOf, perspectiveColumns, perspectiveRows, type StoryInstants, storyRow, writeStoryRows } from './story-row';
import { tallyStories } from './story-tallies';
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
import { bestTies } from './write-shown';
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
  const written = new Set(changed.map(({ id }) => id));
  return stories.map(({ id }) => {
    const before = stored.get(id);
    const slug = slugs.get(id) ?? present(before).slug;
    if (!written.has(id)) return { status: 'unchanged', id, slug };
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

/** Gives the slugs of the written stories by their ids, and of others that share a slug or its beginning with them. */
async function write(
  tx: Transaction,
  stories: readonly NormalisedStory[],
  stored: ReadonlyMap<string, StoredStory>,
  now: string,
): Promise<ReadonlyMap<string, string>> {
  const tallies = new TallyChange();
  const before = stories.flatMap(({ id }) => stored.get(id) ?? []);
  await tallyStories(tx, before.map(({ key }) => key), -1);
  const released = await release(tx, before.map(({ key }) => key), tallies);
  const [settlement, { slugs, changes }] = await sideBySide(
    settleReferences(tx, stories, released, tallies),
    planSlugs(tx, stories, before),
  );
  const trading = before.filter(({ id, slug }) => slugs.get(id) !== slug);
  await park(tx, [...changes, ...trading].map(({ key }) => key));
  const toWrite = stories.map((story) => ({
    story,
    ties: tiesOf(story, settlement.references),
    instants: instantsOf(story, stored.get(story.id), now),
    slug: present(slugs.get(story.id)),
  }));
  const placed = await place(tx, toWrite, stored);
  const [, said] = await sideBySide(writeStories(tx, placed, stored), saidOfNodes(placed));
  // Making words of texts is the program's longest work: it comes when the database has all else to do.
  await sideBySide(
    unpark(tx, changes),
    writeTies(tx, placed, said, tallies).then(() => finish(tx, placed, said, tallies, settlement, before)),
    indexStories(tx, placed),
  );
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

/** Gives stories and their perspectives keys. */
async function place(
  tx: Transaction,
  stories: readonly StoryToWrite[],
  stored: ReadonlyMap<string, StoredStory>,
): Promise<(PlacedStory & StoryToWrite)[]> {
  let nextKey = await reserveKeys(tx, 'story', stories.filter(({ story }) => !stored.has(story.id)).length);
  let nextPerspective = await reserveKeys(tx, 'perspective', stories.reduce((sum, { story }) => sum + story.perspectives.length, 0));
  return stories.map((toWrite) => {
    const { story, instants } = toWrite;
    const perspectiveKey = nextPerspective;
    nextPerspective += story.perspectives.length;
    return { ...toWrite, key: stored.get(story.id)?.key ?? nextKey++, perspectiveKey, orderedAt: orderedAtOf(story, instants) };
  });
}

/** Writes the stories' own rows. */
async function writeStories(
  tx: Transaction,
  placed: readonly (PlacedStory & StoryToWrite)[],
  stored: ReadonlyMap<string, StoredStory>,
): Promise<void> {
  const rows = placed.map(({ story, ties, instants, slug, key }) => ({
    ...storyRow(story, instants),
    key,
    slug,
    perspectiveCount: story.perspectives.length,
    outletCount: distinctNodes(ties.outlets).size,
    questionCount: distinctNodes(ties.questions).size,
    topicCount: distinctNodes(ties.topics).size,
  }));
  await writeStoryRows(tx, rows, (id) => stored.has(id));
}

function counted(tallies: TallyChange, placed: readonly PlacedStory[]): TallyChange {
  for (const { ties } of placed) tallies.count(ties, 1);
  return tallies;
}

interface SaidOfNodes {
  readonly topics: readonly ReturnType<typeof storyTopicRows>[number][];
  readonly questions: readonly ReturnType<typeof storyQuestionRows>[number][];
}

/** Asynchronous to be made beside a write, whose failure has to be waited for if this fails. */
async function saidOfNodes(placed: readonly PlacedStory[]): Promise<SaidOfNodes> {
  return { topics: placed.flatMap(storyTopicRows), questions: placed.flatMap(storyQuestionRows) };
}

/** Writes what hangs on the stories' rows, and the tallies. */
async function writeTies(tx: Transaction, placed: readonly PlacedStory[], { topics, questions }: SaidOfNodes, tallies: TallyChange): Promise<void> {
  await sideBySide(
    writePerspectives(tx, placed),
    insertRows(tx, 'storyTopic', storyTopicColumns, topics),
    insertRows(tx, 'storyQuestion', storyQuestionColumns, questions),
    insertRows(tx, 'storyOutlet', storyOutletColumns, placed.flatMap(storyOutletRows)),
    insertRows(tx, 'storyTitleWord', storyTitleWordColumns, placed.flatMap(storyTitleWordRows)),
    writeTallies(tx, counted(tallies, placed)),
  );
}

/** Lets shared nodes show what the stories say of them. All ties are written. */
async function finish(
  tx: Transaction,
  placed: readonly PlacedStory[],
  { topics, questions }: SaidOfNodes,
  tallies: TallyChange,
  settlement: Settlement,
  before: readonly StoredStory[],
): Promise<void> {
  const best = {
    questions: bestTies(questions, ({ questionKey }) => questionKey),
    topics: bestTies(topics, ({ topicKey }) => topicKey),
  };
  await tallyStories(tx, placed.map(({ key }) => key), 1);
  await finishReferences(tx, settlement, { tallies, best, storyIds: before.map(({ id }) => id) });
}

async function writePerspectives(tx: Transaction, placed: readonly PlacedStory[]): Promise<void> {
  const perspectives = placed.flatMap(({ story, key, perspectiveKey }) => perspectiveRows(story, key, perspectiveKey));
  await insertRows(tx, 'perspective', perspectiveColumns, perspectives);
  await insertRows(tx, 'perspectiveOutlet', perspectiveOutletColumns, placed.flatMap(perspectiveOutletRows));
}
