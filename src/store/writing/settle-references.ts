/**
 * Settles which nodes the written stories mean, and carries other stories along whose references now mean others.
 * First all is planned, then the tallies give up the stories concerned, then all is carried out: no tally is ever
 * taken out by what is no longer so.
 */
import type { NormalisedStory } from '../../domain/normalised-story';
import type { Transaction } from '../database/database';
import { indexShared } from '../searching';
import { applyReferences, deleteAbandoned, type SettledReference } from './apply-references';
import { rederive, storiesOfMoved } from './moved-ties';
import {
  outletNoun,
  type OutletReferenceRow,
  outletRow,
  questionNoun,
  type QuestionReferenceRow,
  questionRow,
  type ReferenceRow,
  topicNoun,
  type TopicReferenceRow,
  topicRow,
} from './nouns';
import { planReferences, type ReferencePlan, type UsedReference } from './reference-plan';
import { present } from './present';
import { sideBySide } from '../database/side-by-side';
import { readTies } from './stored-ties';
import { storiesOfOtherKind, tallyStories } from './story-tallies';
import type { NodeTie, StoryTies } from './story-ties';
import type { TallyChange } from './tally-change';
import type { SettledReferences } from './tie-rows';
import { type RankedTie, type SpokenChange, writeShown } from './write-shown';

interface Plans {
  readonly outlets: ReferencePlan<OutletReferenceRow>;
  readonly questions: ReferencePlan<QuestionReferenceRow>;
  readonly topics: ReferencePlan<TopicReferenceRow>;
}

export interface Settlement {
  readonly references: SettledReferences;
  readonly plans: Plans;
  readonly released: readonly StoryTies[];
}

/** The best of what written stories say, by the keys of the nodes. */
export interface BestTies {
  readonly questions: ReadonlyMap<number, RankedTie>;
  readonly topics: ReadonlyMap<number, RankedTie>;
}

/** What a write that only takes stories away says. */
export const NOTHING_SAID: BestTies = { questions: new Map(), topics: new Map() };

/** How many stories' ties are in memory at once. */
const CHUNK = 500;

/** `released` are the ties that the same stories had before; they are gone already. */
export async function settleReferences(
  tx: Transaction,
  stories: readonly NormalisedStory[],
  released: readonly StoryTies[],
  tallies: TallyChange,
): Promise<Settlement> {
  const plans = await planAll(tx, stories, released);
  const concerned = [
    ...new Set([
      ...(await storiesOfMoved(tx, plans.outlets)),
      ...(await storiesOfMoved(tx, plans.questions)),
      ...(await storiesOfMoved(tx, plans.topics)),
    ]),
  ];
  const retallied = [...new Set([...concerned, ...(await storiesOfOtherKind(tx, plans.topics))])];
  await countStored(tx, concerned, tallies, -1);
  await tallyStories(tx, retallied, -1);
  const [outlets, questions, topics] = await sideBySide(
    applyReferences(tx, plans.outlets),
    applyReferences(tx, plans.questions),
    applyReferences(tx, plans.topics),
  );
  await rederive(tx, concerned);
  await countStored(tx, concerned, tallies, 1);
  await tallyStories(tx, retallied, 1);
  return { references: { outlets, questions, topics }, plans, released };
}

/**
 * Lets nodes show what their stories say, deletes those that nothing points to any more, and indexes those that show
 * something else than before. All ties and tallies must be written. `storyIds` are the stories whose ties were released.
 */
export async function finishReferences(
  tx: Transaction,
  { references, plans, released }: Settlement,
  { tallies, best, storyIds }: { readonly tallies: TallyChange; readonly best: BestTies; readonly storyIds: readonly string[] },
): Promise<void> {
  const { outlets, questions, topics } = plans;
  await writeShown(tx, tallies, storyIds, {
    questions: spokenChange(questions, references.questions, best.questions, released.flatMap((ties) => ties.questions)),
    topics: spokenChange(topics, references.topics, best.topics, released.flatMap((ties) => ties.topics)),
  });
  await deleteAbandoned(tx, outlets);
  await deleteAbandoned(tx, questions);
  await deleteAbandoned(tx, topics);
  await sideBySide(
    indexShared(tx, 'Outlet', [...tallies.outlets.keys()], [...outlets.shown.keys()]),
    indexShared(tx, 'Question', [...tallies.questions.keys()], [...questions.shown.keys()]),
    indexShared(tx, 'Topic', [...tallies.topics.keys()], [...topics.shown.keys()]),
  );
}

function spokenChange<Row extends ReferenceRow>(
  { moved, abandoned }: ReferencePlan<Row>,
  settled: ReadonlyMap<string, SettledReference>,
  best: SpokenChange['best'],
  released: readonly NodeTie[],
): SpokenChange {
  return {
    best,
    released: new Set(released.map(({ nodeKey }) => nodeKey)),
    moved: new Set(moved.flatMap(({ digest, nodeKey }) => [nodeKey, present(settled.get(digest)).nodeKey])),
    leaving: new Set(abandoned),
  };
}

async function planAll(
  tx: Transaction,
  stories: readonly NormalisedStory[],
  released: readonly StoryTies[],
): Promise<Plans> {
  const outlets = new Map<string, UsedReference<OutletReferenceRow>>();
  const questions = new Map<string, UsedReference<QuestionReferenceRow>>();
  const topics = new Map<string, UsedReference<TopicReferenceRow>>();
  for (const story of stories) {
    for (const perspective of story.perspectives) for (const mention of perspective.outlets) use(outlets, mention, outletRow);
    for (const { mention } of story.questions) use(questions, mention, questionRow);
    for (const { mention } of story.topics) use(topics, mention, topicRow);
  }
  const referencesOf = (list: keyof StoryTies): Map<number, number> =>
    countEach(released.flatMap((ties) => ties[list].map(({ referenceKey }) => referenceKey)));
  const [outletPlan, questionPlan, topicPlan] = await sideBySide(
    planReferences(tx, outletNoun, outlets, referencesOf('outlets')),
    planReferences(tx, questionNoun, questions, referencesOf('questions')),
    planReferences(tx, topicNoun, topics, referencesOf('topics')),
  );
  return { outlets: outletPlan, questions: questionPlan, topics: topicPlan };
}

function use<Mention extends { readonly digest: string }, Row extends ReferenceRow>(
  used: Map<string, UsedReference<Row>>,
  mention: Mention,
  rowOf: (mention: Mention) => Row,
): void {
  const before = used.get(mention.digest);
  if (before === undefined) used.set(mention.digest, { row: rowOf(mention), ties: 1 });
  else before.ties += 1;
}

function countEach(keys: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

async function countStored(tx: Transaction, storyKeys: readonly number[], tallies: TallyChange, sign: 1 | -1): Promise<void> {
  for (let start = 0; start < storyKeys.length; start += CHUNK) {
    const ties = await readTies(tx, storyKeys.slice(start, start + CHUNK));
    for (const each of ties.values()) tallies.count(each, sign);
  }
}
