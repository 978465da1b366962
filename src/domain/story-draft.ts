/**
 * The draft: what a format has understood of one document, before it is saved.
 * Every format parses into this one shape, and the store takes and gives nothing else,
 * so that export → import → export is the identity.
 *
 * What the source did not say is null (or an empty list), never guessed.
 */

/** An instant as ISO 8601 in UTC with milliseconds, `2026-01-01T00:00:00.000Z`: its text order is its time order. */
export type Instant = string;

/** The part a section plays in a story; `OTHER` is any section the format does not know. */
export const SECTION_KINDS = ['SUMMARY', 'ANALYSIS', 'COVERAGE', 'BACKGROUND', 'OTHER'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** The headings that news briefs print over the known sections; used where a document gives a text without one. */
export const SECTION_HEADINGS: Readonly<Record<Exclude<SectionKind, 'OTHER'>, string>> = {
  SUMMARY: "What's happened",
  ANALYSIS: "What's behind the headline?",
  COVERAGE: 'What the papers say',
  BACKGROUND: 'How we got here',
};

export const BLOCK_KINDS = ['PARAGRAPH', 'SUBHEADING'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** One paragraph or sub-heading, verbatim. */
export interface Block {
  kind: BlockKind;
  text: string;
}

/** A text of blocks; `isTruncated` when the source stops inside it. */
export interface Passage {
  blocks: Block[];
  isTruncated: boolean;
}

/** A passage under a heading. The heading is the source's own words. */
export interface Section extends Passage {
  kind: SectionKind;
  heading: string;
}

/**
 * How a statement names its outlets: in the sentence itself (`EXPLICIT`), by a word that stands for them
 * (`ANAPHORA`: they, the paper), or as all of them at once (`COLLECTIVE`: both sources, overall).
 */
export const ATTRIBUTION_BASES = ['EXPLICIT', 'ANAPHORA', 'COLLECTIVE'] as const;
export type AttributionBasis = (typeof ATTRIBUTION_BASES)[number];

/** One sentence that a perspective rests on, verbatim. */
export interface Statement {
  text: string;
  basis: AttributionBasis;
}

/** What the source says of an outlet. `slug` only where the source gives one. */
export interface OutletDraft {
  name: string;
  slug: string | null;
  /** ISO 3166-1 alpha-2, the seat of the newsroom. */
  country: string | null;
  homepage: string | null;
  aliases: string[];
}

/** What one or more outlets say of the story: consecutive sentences of the same outlets. At least one outlet. */
export interface PerspectiveDraft {
  outlets: OutletDraft[];
  /** Of the outlet's own piece, where known. */
  headline: string | null;
  /** Verbatim, as it stands in the source. */
  text: string;
  statements: Statement[];
  url: string | null;
  publishedAt: Instant | null;
  isTruncated: boolean;
}

/** What this story says of a question. */
export interface QuestionDraft {
  title: string;
  slug: string | null;
  intro: string | null;
  answer: Passage | null;
  isTruncated: boolean;
}

export const TOPIC_KINDS = ['PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'PRODUCT', 'SUBJECT'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** What this story says of a topic. */
export interface TopicDraft {
  name: string;
  /** The name was read off the description, not given. */
  nameIsDerived: boolean;
  slug: string | null;
  kind: TopicKind | null;
  aliases: string[];
  description: string | null;
  isTruncated: boolean;
  /** `Q` and digits. */
  wikidataId: string | null;
}

/** One whole story, as one document tells it. */
export interface StoryDraft {
  /** Only where the source gives one. */
  slug: string | null;
  title: string;
  /** The title was made from the summary, not given. */
  titleIsDerived: boolean;
  /** BCP 47. */
  language: string | null;
  url: string | null;
  publishedAt: Instant | null;
  sourceUpdatedAt: Instant | null;
  /** When a store first took the story in; null for "now". Given by an export, so that orders survive a move. */
  importedAt: Instant | null;
  /** When a store last changed the story; null for "now". Given by an export, likewise. */
  updatedAt: Instant | null;
  /** In the source's order; exactly one SUMMARY, at most one of each other known kind, any number of OTHER. */
  sections: Section[];
  perspectives: PerspectiveDraft[];
  questions: QuestionDraft[];
  topics: TopicDraft[];
}

/** A passage as one text: its blocks parted by blank lines. */
export function textOf(passage: Pick<Passage, 'blocks'>): string {
  const [only, ...more] = passage.blocks;
  if (only !== undefined && more.length === 0) return only.text;
  return passage.blocks.map((block) => block.text).join('\n\n');
}

/** The sections of one kind are at most one, except OTHER; null where the story has none. */
export function sectionOf(story: Pick<StoryDraft, 'sections'>, kind: Exclude<SectionKind, 'OTHER'>): Section | null {
  return story.sections.find((section) => section.kind === kind) ?? null;
}

/** Whether a perspective is said of all its outlets at once: every statement is a collective one. */
export function isCollective(perspective: Pick<PerspectiveDraft, 'statements'>): boolean {
  return perspective.statements.length > 0 && perspective.statements.every(({ basis }) => basis === 'COLLECTIVE');
}
