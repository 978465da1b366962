/**
 * Settles which nodes the written stories mean, and carries other stories along whose references now mean others.
 * First all is planned, then the tallies give up the stories concerned, then all is carried out: no tally is ever
 * taken out by what is no longer so.
 */
import type { NormalisedStory } from '../../domain/normalised-story';
import type { Transaction } from '../database/database';
import { indexShared } from '../searching';
import { applyReferences, deleteAbandoned } from './apply-references';
import { rederive, storiesOfMoved } from './moved-ties';
import {
  outletNoun,
  type OutletReferenceRow,
  outletRow,
  questionNoun,
  type QuestionReferenceRow,
  questionRow,
  topicNoun,
  type TopicReferenceRow,
  topicRow,
} from './nouns';
import { planReferences, type ReferencePlan } from './reference-plan';
import { sideBySide } from './side-by-side';
import { readTies } from './stored-ties';
import type { StoryTies } from './story-ties';
import type { TallyChange } from './tally-change';
import type { SettledReferences } from './tie-rows';
import { writeShown } from './write-shown';

interface Plans {
  readonly outlets: ReferencePlan<OutletReferenceRow>;
  readonly questions: ReferencePlan<QuestionReferenceRow>;
  readonly topics: ReferencePlan<TopicReferenceRow>;
}

export interface Settlement {
  readonly references: SettledReferences;
  readonly plans: Plans;
}

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
  await countStored(tx, concerned, tallies, -1);
  const [outlets, questions, topics] = await sideBySide(
    applyReferences(tx, plans.outlets),
    applyReferences(tx, plans.questions),
    applyReferences(tx, plans.topics),
  );
  await rederive(tx, concerned);
  await countStored(tx, concerned, tallies, 1);
  return { references: { outlets, questions, topics }, plans };
}

/**
 * Lets nodes show what their stories say, deletes those that nothing points to any more, and indexes those that show
 * something else than before. All ties and tallies must be written.
 */
export async function finishReferences(tx: Transaction, { plans }: Settlement, tallies: TallyChange): Promise<void> {
  const { outlets, questions, topics } = plans;
  await writeShown(tx, tallies, { questions: new Set(questions.abandoned), topics: new Set(topics.abandoned) });
  await deleteAbandoned(tx, outlets);
  await deleteAbandoned(tx, questions);
  await deleteAbandoned(tx, topics);
  await indexShared(tx, 'Outlet', [...tallies.outlets.keys()], [...outlets.shown.keys()]);
  await indexShared(tx, 'Question', [...tallies.questions.keys()], [...questions.shown.keys()]);
  await indexShared(tx, 'Topic', [...tallies.topics.keys()], [...topics.shown.keys()]);
}

async function planAll(
  tx: Transaction,
  stories: readonly NormalisedStory[],
  released: readonly StoryTies[],
): Promise<Plans> {
  const outlets = new Map<string, OutletReferenceRow>();
  const questions = new Map<string, QuestionReferenceRow>();
  const topics = new Map<string, TopicReferenceRow>();
  for (const story of stories) {
    for (const perspective of story.perspectives) addMissing(outlets, perspective.outlets, outletRow);
    addMissing(questions, story.questions.map(({ mention }) => mention), questionRow);
    addMissing(topics, story.topics.map(({ mention }) => mention), topicRow);
  }
  const referencesOf = (list: keyof StoryTies): Set<number> =>
    new Set(released.flatMap((ties) => ties[list].map(({ referenceKey }) => referenceKey)));
  const [outletPlan, questionPlan, topicPlan] = await sideBySide(
    planReferences(tx, outletNoun, outlets, referencesOf('outlets')),
    planReferences(tx, questionNoun, questions, referencesOf('questions')),
    planReferences(tx, topicNoun, topics, referencesOf('topics')),
  );
  return { outlets: outletPlan, questions: questionPlan, topics: topicPlan };
}

function addMissing<Mention extends { readonly digest: string }, Row>(
  rows: Map<string, Row>,
  mentions: readonly Mention[],
  rowOf: (mention: Mention) => Row,
): void {
  for (const mention of mentions) if (!rows.has(mention.digest)) rows.set(mention.digest, rowOf(mention));
}

async function countStored(tx: Transaction, storyKeys: readonly number[], tallies: TallyChange, sign: 1 | -1): Promise<void> {
  for (let start = 0; start < storyKeys.length; start += CHUNK) {
    const ties = await readTies(tx, storyKeys.slice(start, start + CHUNK));
    for (const each of ties.values()) tallies.count(each, sign);
  }
}
