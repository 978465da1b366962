/** A story's ties as rows. */
import type { NormalisedStory } from '../../domain/normalised-story';
import { titleWords } from '../../domain/title-words';
import type { SettledReference } from './apply-references';
import type { Columns } from '../database/dialect';
import { present } from './present';
import { distinctNodes, type StoryTies } from './story-ties';

/** Where every reference of the written stories stands, by digest. */
export interface SettledReferences {
  readonly outlets: ReadonlyMap<string, SettledReference>;
  readonly questions: ReadonlyMap<string, SettledReference>;
  readonly topics: ReadonlyMap<string, SettledReference>;
}

/** A story that is being written, with what the store has settled for it. */
export interface PlacedStory {
  readonly story: NormalisedStory;
  readonly key: number;
  readonly orderedAt: string;
  readonly ties: StoryTies;
}

/** The story's ties, by keys. */
export function tiesOf(story: NormalisedStory, settled: SettledReferences): StoryTies {
  const tie = (references: ReadonlyMap<string, SettledReference>, digest: string) => {
    const { key, nodeKey } = present(references.get(digest));
    return { referenceKey: key, nodeKey };
  };
  return {
    outlets: story.perspectives.flatMap(({ outlets, isCollective }, perspective) =>
      outlets.map(({ digest }) => ({ perspective, isCollective, ...tie(settled.outlets, digest) })),
    ),
    questions: story.questions.map(({ mention }) => tie(settled.questions, mention.digest)),
    topics: story.topics.map(({ mention }) => tie(settled.topics, mention.digest)),
  };
}

export const perspectiveOutletColumns = {
  perspectiveKey: 'integer',
  position: 'integer',
  outletKey: 'integer',
  referenceKey: 'integer',
  isRepeat: 'boolean',
  orderedAt: 'text',
  perspectiveId: 'text',
  isCollective: 'boolean',
} as const satisfies Columns;

/** The outlets of each perspective, in their order. */
export function perspectiveOutletRows(placed: PlacedStory, perspectiveKeys: ReadonlyMap<string, number>) {
  return placed.story.perspectives.flatMap(({ id, isCollective, publishedAt }, perspective) => {
    const ties = placed.ties.outlets.filter((tie) => tie.perspective === perspective);
    return withRepeats(ties).map(({ nodeKey, referenceKey, isRepeat }, position) => ({
      perspectiveKey: present(perspectiveKeys.get(id)),
      position,
      outletKey: nodeKey,
      referenceKey,
      isRepeat,
      orderedAt: publishedAt ?? placed.orderedAt,
      perspectiveId: id,
      isCollective,
    }));
  });
}

export const storyOutletColumns = {
  storyKey: 'integer',
  outletKey: 'integer',
  position: 'integer',
  orderedAt: 'text',
  storyId: 'text',
} as const satisfies Columns;

/** The story's outlets, in the order of first mention. */
export function storyOutletRows({ story, key, orderedAt, ties }: PlacedStory) {
  return [...distinctNodes(ties.outlets)].map((outletKey, position) => ({
    storyKey: key,
    outletKey,
    position,
    orderedAt,
    storyId: story.id,
  }));
}

export const storyQuestionColumns = {
  storyKey: 'integer',
  position: 'integer',
  questionKey: 'integer',
  referenceKey: 'integer',
  isRepeat: 'boolean',
  intro: 'text',
  answer: 'text',
  isTruncated: 'boolean',
  completeness: 'integer',
  orderedAt: 'text',
  storyId: 'text',
} as const satisfies Columns;

/** What the story says of its questions. */
export function storyQuestionRows({ story, key, orderedAt, ties }: PlacedStory) {
  return withRepeats(ties.questions).map(({ nodeKey, referenceKey, isRepeat }, position) => {
    const { intro, answer, isTruncated } = present(story.questions[position]);
    return {
      storyKey: key,
      position,
      questionKey: nodeKey,
      referenceKey,
      isRepeat,
      intro,
      answer: answer === null ? null : JSON.stringify({ blocks: answer.blocks, isTruncated: answer.isTruncated }),
      isTruncated,
      completeness: questionCompleteness(story.questions[position]),
      orderedAt,
      storyId: story.id,
    };
  });
}

export const storyTopicColumns = {
  storyKey: 'integer',
  position: 'integer',
  topicKey: 'integer',
  referenceKey: 'integer',
  isRepeat: 'boolean',
  description: 'text',
  isTruncated: 'boolean',
  completeness: 'integer',
  orderedAt: 'text',
  storyId: 'text',
} as const satisfies Columns;

/** What the story says of its topics. */
export function storyTopicRows({ story, key, orderedAt, ties }: PlacedStory) {
  return withRepeats(ties.topics).map(({ nodeKey, referenceKey, isRepeat }, position) => {
    const { description, isTruncated } = present(story.topics[position]);
    return {
      storyKey: key,
      position,
      topicKey: nodeKey,
      referenceKey,
      isRepeat,
      description,
      isTruncated,
      completeness: description === null ? 0 : isTruncated ? 1 : 2,
      orderedAt,
      storyId: story.id,
    };
  });
}

export const storyTitleWordColumns = {
  storyKey: 'integer',
  word: 'text',
  orderedAt: 'text',
  storyId: 'text',
} as const satisfies Columns;

/** The words of the story's title. */
export function storyTitleWordRows({ story, key, orderedAt }: PlacedStory) {
  return titleWords(story.title).map((word) => ({ storyKey: key, word, orderedAt, storyId: story.id }));
}

/** 3 a whole answer, 2 one that breaks off, 1 an introduction without an answer, 0 the title alone. */
function questionCompleteness(question: NormalisedStory['questions'][number] | undefined): number {
  const { intro, answer, isTruncated } = present(question);
  if (answer === null) return intro === null ? 0 : 1;
  return isTruncated || answer.isTruncated ? 2 : 3;
}

function withRepeats<Tie extends { readonly nodeKey: number }>(ties: readonly Tie[]): (Tie & { isRepeat: boolean })[] {
  const seen = new Set<number>();
  return ties.map((tie) => {
    const isRepeat = seen.has(tie.nodeKey);
    seen.add(tie.nodeKey);
    return { ...tie, isRepeat };
  });
}
