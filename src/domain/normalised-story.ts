/**
 * The normalised story: a draft whose identity is settled. What a store saves; made by `normaliseStory`.
 * Everything in it is a function of the draft alone, so the same document gives the same ids and slugs everywhere.
 */
import type { AttributionBasis, Instant, Passage, Section, TopicKind } from './story-draft';

/** How a document calls an outlet; `digest` is the fingerprint of all the rest. */
export interface OutletMention {
  readonly digest: string;
  readonly givenSlug: string | null;
  /** The slug that the name makes: see `Reference`. */
  readonly nameSlug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The slugs that the aliases make, in their order. */
  readonly aliasSlugs: readonly string[];
  readonly country: string | null;
  readonly homepage: string | null;
}

/** How a document calls a question. */
export interface QuestionMention {
  readonly digest: string;
  readonly givenSlug: string | null;
  /** The slug that the title makes. */
  readonly nameSlug: string;
  readonly title: string;
}

/** How a document calls a topic. */
export interface TopicMention {
  readonly digest: string;
  readonly givenSlug: string | null;
  readonly nameSlug: string;
  readonly name: string;
  readonly nameIsDerived: boolean;
  readonly aliases: readonly string[];
  readonly kind: TopicKind | null;
  readonly wikidataId: string | null;
}

/** What outlets say of the story, with the perspective's global id. */
export interface NormalisedPerspective {
  readonly id: string;
  readonly outlets: readonly OutletMention[];
  readonly headline: string | null;
  readonly text: string;
  readonly statements: readonly { readonly text: string; readonly basis: AttributionBasis }[];
  readonly isCollective: boolean;
  readonly url: string | null;
  readonly publishedAt: Instant | null;
  readonly isTruncated: boolean;
}

/** What the story says of a question. */
export interface NormalisedQuestion {
  readonly mention: QuestionMention;
  readonly intro: string | null;
  readonly answer: Passage | null;
  readonly isTruncated: boolean;
}

/** What the story says of a topic. */
export interface NormalisedTopic {
  readonly mention: TopicMention;
  readonly description: string | null;
  readonly isTruncated: boolean;
}

/** One whole story with its identity. */
export interface NormalisedStory {
  /** The global id; see `storyKey`. */
  readonly id: string;
  /** Only where the source gives one; then no other story can have it. */
  readonly givenSlug: string | null;
  /** The slug that the title makes, which stories may share. */
  readonly slugBase: string;
  readonly title: string;
  readonly titleIsDerived: boolean;
  readonly language: string | null;
  readonly url: string | null;
  readonly publishedAt: Instant | null;
  readonly sourceUpdatedAt: Instant | null;
  readonly importedAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly sections: readonly Section[];
  readonly perspectives: readonly NormalisedPerspective[];
  readonly questions: readonly NormalisedQuestion[];
  readonly topics: readonly NormalisedTopic[];
  /** Fingerprint of all that the document says, `importedAt` and `updatedAt` apart: equal means unchanged. */
  readonly contentDigest: string;
}
