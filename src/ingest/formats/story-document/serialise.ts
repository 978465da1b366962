/** A draft → a story document in its canonical form: every property, always in the same order. */
import {
  type Passage,
  type PerspectiveDraft,
  type QuestionDraft,
  type Section,
  type StoryDraft,
  type TopicDraft,
  sectionOf,
} from '../../../domain/story-draft';
import { isUsualOrder } from './section-order';
import {
  STORY_DOCUMENT_FORMAT,
  type OtherSectionDocument,
  type PerspectiveDocument,
  type QuestionDocument,
  type StoryDocument,
  type TopicObject,
} from './story-document';

/** The text of a `.story.json` file: indented by two spaces, ended by a line break. */
export function serialiseStoryDocument(draft: StoryDraft): string {
  return `${JSON.stringify(documentOf(draft), null, 2)}\n`;
}

/** One line of a `.stories.jsonl` file, its line break included. */
export function serialiseStoryLine(draft: StoryDraft): string {
  return `${JSON.stringify(documentOf(draft))}\n`;
}

/**
 * The story document of a draft. Parsing it gives the same draft again:
 * what the draft derives stays marked as derived, and positions are written where the order is not the usual one.
 * Throws `TypeError` for a draft without a summary, which no format makes.
 */
export function documentOf(draft: StoryDraft): StoryDocument {
  const positionOf = isUsualOrder(draft.sections)
    ? () => null
    : (section: Section) => draft.sections.indexOf(section);
  const known = (kind: Exclude<Section['kind'], 'OTHER'>) => {
    const section = sectionOf(draft, kind);
    return section === null ? null : sectionDocument(section, positionOf(section));
  };
  const summary = known('SUMMARY');
  if (summary === null) throw new TypeError('A draft has a summary.');
  return {
    format: STORY_DOCUMENT_FORMAT,
    slug: draft.slug,
    title: draft.title,
    titleIsDerived: draft.titleIsDerived,
    language: draft.language,
    url: draft.url,
    publishedAt: draft.publishedAt,
    sourceUpdatedAt: draft.sourceUpdatedAt,
    importedAt: draft.importedAt,
    updatedAt: draft.updatedAt,
    summary,
    analysis: known('ANALYSIS'),
    coverage: known('COVERAGE'),
    background: known('BACKGROUND'),
    otherSections: draft.sections
      .filter(({ kind }) => kind === 'OTHER')
      .map((section) => sectionDocument(section, positionOf(section))),
    perspectives: draft.perspectives.map(perspectiveDocument),
    questions: draft.questions.map(questionDocument),
    topics: draft.topics.map(topicDocument),
  };
}

function sectionDocument(section: Section, position: number | null): OtherSectionDocument {
  return { heading: section.heading, ...(position === null ? {} : { position }), ...passageDocument(section) };
}

function passageDocument({ blocks, isTruncated }: Passage): Passage {
  return { blocks: blocks.map(({ kind, text }) => ({ kind, text })), isTruncated };
}

function perspectiveDocument(perspective: PerspectiveDraft): PerspectiveDocument {
  const { outlets, headline, text, statements, url, publishedAt, isTruncated } = perspective;
  return {
    outlets: outlets.map(({ name, slug, country, homepage, aliases }) => ({ name, slug, country, homepage, aliases })),
    headline,
    text,
    statements: statements.map((statement) => ({ text: statement.text, basis: statement.basis })),
    url,
    publishedAt,
    isTruncated,
  };
}

function questionDocument({ title, slug, intro, answer, isTruncated }: QuestionDraft): QuestionDocument {
  return { title, slug, intro, answer: answer === null ? null : passageDocument(answer), isTruncated };
}

function topicDocument(topic: TopicDraft): TopicObject {
  const { name, nameIsDerived, slug, kind, aliases, description, isTruncated, wikidataId } = topic;
  return { name, nameIsDerived, slug, kind, aliases, description, isTruncated, wikidataId };
}
