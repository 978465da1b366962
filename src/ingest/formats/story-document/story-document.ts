/**
 * The story document as TypeScript sees it: what the JSON Schema lets through
 * (`schemas/newsgraph-story-1.schema.json`, which says what each property means). Null and absent mean the same.
 */
import type { AttributionBasis, Block, TopicKind } from '../../../domain/story-draft';

/** The value of `format`. */
export const STORY_DOCUMENT_FORMAT = 'newsgraph-story/1';

type Optional<T> = T | null | undefined;

/** Blocks, as an object. */
export interface PassageObject {
  blocks: Block[];
  isTruncated?: Optional<boolean>;
}

/** A text: a string has its paragraphs parted by blank lines. */
export type PassageDocument = string | PassageObject;

/** A section, as an object. */
export interface SectionObject extends PassageObject {
  heading?: Optional<string>;
  position?: Optional<number>;
}

/** A section of a known kind: a string has the kind's usual heading. */
export type SectionDocument = string | SectionObject;

/** A section of any other kind. */
export interface OtherSectionDocument extends SectionObject {
  heading: string;
}

/** An outlet, as an object. */
export interface OutletObject {
  name: string;
  slug?: Optional<string>;
  country?: Optional<string>;
  homepage?: Optional<string>;
  aliases?: Optional<string[]>;
}

/** What outlets say: `text`, `statements` or both. */
export interface PerspectiveDocument {
  outlets: (string | OutletObject)[];
  headline?: Optional<string>;
  text?: Optional<string>;
  statements?: Optional<{ text: string; basis: AttributionBasis }[]>;
  url?: Optional<string>;
  publishedAt?: Optional<string>;
  isTruncated?: Optional<boolean>;
}

/** A question. */
export interface QuestionDocument {
  title: string;
  slug?: Optional<string>;
  intro?: Optional<string>;
  answer?: Optional<PassageDocument>;
  isTruncated?: Optional<boolean>;
}

/** A topic, as an object. */
export interface TopicObject {
  name: string;
  nameIsDerived?: Optional<boolean>;
  slug?: Optional<string>;
  kind?: Optional<TopicKind>;
  aliases?: Optional<string[]>;
  description?: Optional<string>;
  isTruncated?: Optional<boolean>;
  wikidataId?: Optional<string>;
}

/** One story, as other systems hand it in and get it back. */
export interface StoryDocument {
  format?: typeof STORY_DOCUMENT_FORMAT;
  slug?: Optional<string>;
  title?: Optional<string>;
  titleIsDerived?: Optional<boolean>;
  language?: Optional<string>;
  url?: Optional<string>;
  publishedAt?: Optional<string>;
  sourceUpdatedAt?: Optional<string>;
  importedAt?: Optional<string>;
  updatedAt?: Optional<string>;
  summary: SectionDocument;
  analysis?: Optional<SectionDocument>;
  coverage?: Optional<SectionDocument>;
  background?: Optional<SectionDocument>;
  otherSections?: Optional<OtherSectionDocument[]>;
  perspectives?: Optional<PerspectiveDocument[]>;
  questions?: Optional<QuestionDocument[]>;
  topics?: Optional<(string | TopicObject)[]>;
}
