import { digest } from '../../domain/identity';
import type { PerspectiveDraft, QuestionDraft, StoryDraft, TopicDraft } from '../../domain/story-draft';

/**
 * The fingerprint of all that a document says. `importedAt` and `updatedAt` are the store's own words and do not
 * count. Fields are listed one by one, because the order of an object's keys must not show.
 */
export function contentDigest(draft: StoryDraft): string {
  return digest(
    JSON.stringify([
      draft.slug,
      draft.title,
      draft.titleIsDerived,
      draft.language,
      draft.url,
      draft.publishedAt,
      draft.sourceUpdatedAt,
      draft.sections.map((section) => [section.kind, section.heading, ...passage(section)]),
      draft.perspectives.map(perspective),
      draft.questions.map(question),
      draft.topics.map(topic),
    ]),
  );
}

function passage({ blocks, isTruncated }: { blocks: readonly { kind: string; text: string }[]; isTruncated: boolean }) {
  return [blocks.map(({ kind, text }) => [kind, text]), isTruncated];
}

function perspective({ outlets, headline, text, statements, url, publishedAt, isTruncated }: PerspectiveDraft) {
  return [
    outlets.map(({ name, slug, country, homepage, aliases }) => [name, slug, country, homepage, aliases]),
    headline,
    text,
    statements.map((statement) => [statement.text, statement.basis]),
    url,
    publishedAt,
    isTruncated,
  ];
}

function question({ title, slug, intro, answer, isTruncated }: QuestionDraft) {
  return [title, slug, intro, answer === null ? null : passage(answer), isTruncated];
}

function topic({ name, nameIsDerived, slug, kind, aliases, description, isTruncated, wikidataId }: TopicDraft) {
  return [name, nameIsDerived, slug, kind, aliases, description, isTruncated, wikidataId];
}
