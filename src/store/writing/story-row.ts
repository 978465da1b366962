/** A normalised story as rows, as far as they are known before its ties are settled. */
import type { NormalisedStory } from '../../domain/normalised-story';
import type { SectionKind } from '../../domain/story-draft';
import type { StoredSection } from '../entities/story.entity';
import type { Transaction } from '../database/database';
import type { Columns } from '../database/dialect';
import { sideBySide } from '../database/side-by-side';
import { insertRows, updateRows } from './insert-rows';

/** A story's instants, as the store decides them. */
export interface StoryInstants {
  readonly importedAt: string;
  readonly updatedAt: string;
}

/** What "newest" orders by. */
export function orderedAtOf({ publishedAt }: Pick<NormalisedStory, 'publishedAt'>, { importedAt }: StoryInstants): string {
  return publishedAt ?? importedAt;
}

const storyColumns = {
  key: 'integer',
  id: 'text',
  slug: 'text',
  slugBase: 'text',
  slugIsGiven: 'boolean',
  title: 'text',
  titleIsDerived: 'boolean',
  language: 'text',
  url: 'text',
  publishedAt: 'text',
  sourceUpdatedAt: 'text',
  importedAt: 'text',
  updatedAt: 'text',
  orderedAt: 'text',
  summary: 'text',
  analysis: 'text',
  coverage: 'text',
  background: 'text',
  otherSections: 'text',
  perspectiveCount: 'integer',
  outletCount: 'integer',
  questionCount: 'integer',
  topicCount: 'integer',
  contentDigest: 'text',
} as const satisfies Columns;

/** The story's own columns, without its slug and its counts. */
export function storyRow(story: NormalisedStory, instants: StoryInstants) {
  return {
    id: story.id,
    slugBase: story.slugBase,
    slugIsGiven: story.givenSlug !== null,
    title: story.title,
    titleIsDerived: story.titleIsDerived,
    language: story.language,
    url: story.url,
    publishedAt: story.publishedAt,
    sourceUpdatedAt: story.sourceUpdatedAt,
    ...instants,
    orderedAt: orderedAtOf(story, instants),
    ...sectionColumns(story),
    contentDigest: story.contentDigest,
  };
}

function sectionColumns({ sections }: NormalisedStory) {
  const stored = sections.map(
    ({ kind, heading, blocks, isTruncated }, position): StoredSection => ({ kind, heading, blocks, isTruncated, position }),
  );
  const ofKind = (wanted: SectionKind): StoredSection[] => stored.filter(({ kind }) => kind === wanted);
  const only = (kind: SectionKind): string | null => {
    const [section] = ofKind(kind);
    return section === undefined ? null : JSON.stringify(section);
  };
  return {
    summary: only('SUMMARY'),
    analysis: only('ANALYSIS'),
    coverage: only('COVERAGE'),
    background: only('BACKGROUND'),
    otherSections: JSON.stringify(ofKind('OTHER')),
  };
}

type StoryRow = ReturnType<typeof storyRow> & Pick<Record<keyof typeof storyColumns, unknown>, StoryColumnOfTies>;
type StoryColumnOfTies = 'key' | 'slug' | 'perspectiveCount' | 'outletCount' | 'questionCount' | 'topicCount';

/** Writes stories: `isStored` tells which of them the store has. */
export async function writeStoryRows(tx: Transaction, rows: readonly StoryRow[], isStored: (id: string) => boolean): Promise<void> {
  await sideBySide(
    updateRows(tx, 'story', storyColumns, rows.filter(({ id }) => isStored(id))),
    insertRows(tx, 'story', storyColumns, rows.filter(({ id }) => !isStored(id))),
  );
}

export const perspectiveColumns = {
  key: 'integer',
  id: 'text',
  storyKey: 'integer',
  position: 'integer',
  headline: 'text',
  text: 'text',
  statements: 'text',
  isCollective: 'boolean',
  url: 'text',
  publishedAt: 'text',
  isTruncated: 'boolean',
} as const satisfies Columns;

/** The rows of a story's perspectives, in their order, with keys that follow the first. */
export function perspectiveRows(story: NormalisedStory, storyKey: number, firstKey: number) {
  return story.perspectives.map((perspective, position) => ({
    key: firstKey + position,
    id: perspective.id,
    storyKey,
    position,
    headline: perspective.headline,
    text: perspective.text,
    statements: JSON.stringify(perspective.statements.map(({ text, basis }) => ({ text, basis }))),
    isCollective: perspective.isCollective,
    url: perspective.url,
    publishedAt: perspective.publishedAt,
    isTruncated: perspective.isTruncated,
  }));
}
