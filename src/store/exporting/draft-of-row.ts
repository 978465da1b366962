/** A row of the export's statement as the draft that it was. */
import type {
  OutletDraft,
  Passage,
  PerspectiveDraft,
  QuestionDraft,
  Section,
  Statement,
  StoryDraft,
  TopicDraft,
} from '../../domain/story-draft';
import type { StoredSection } from '../entities/story.entity';

/** SQLite gives 0 and 1. */
type Flag = boolean | number;
/** SQLite gives JSON as text, PostgreSQL's driver parses it. */
export type Json<Value> = string | Value;
/** What a reference or a tie gave, with its own name for a given slug and with SQLite's flags. */
type Stored<Draft, Flags extends keyof Draft> = Omit<Draft, 'slug' | Flags> & { givenSlug: string | null } & Record<Flags, Flag>;

type StoredPerspective = Omit<PerspectiveDraft, 'outlets' | 'isTruncated'> & {
  outlets: Stored<OutletDraft, never>[];
  isTruncated: Flag;
};

export interface ExportRow {
  readonly key: number;
  readonly slug: string;
  readonly slugIsGiven: Flag;
  readonly title: string;
  readonly titleIsDerived: Flag;
  readonly language: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly sourceUpdatedAt: string | null;
  readonly importedAt: string;
  readonly updatedAt: string;
  readonly summary: Json<StoredSection>;
  readonly analysis: Json<StoredSection> | null;
  readonly coverage: Json<StoredSection> | null;
  readonly background: Json<StoredSection> | null;
  readonly otherSections: Json<StoredSection[]>;
  readonly perspectives: Json<StoredPerspective[]>;
  readonly questions: Json<Stored<QuestionDraft, 'isTruncated'>[]>;
  readonly topics: Json<Stored<TopicDraft, 'isTruncated' | 'nameIsDerived'>[]>;
}

/** The draft, with the instants that the store has decided. Its slug is null unless a document gave it. */
export function draftOfRow(row: ExportRow): StoryDraft {
  const { slug, slugIsGiven, title, titleIsDerived, language, url, publishedAt, sourceUpdatedAt, importedAt, updatedAt } = row;
  return {
    slug: slugIsGiven ? slug : null,
    title,
    titleIsDerived: Boolean(titleIsDerived),
    language,
    url,
    publishedAt,
    sourceUpdatedAt,
    importedAt,
    updatedAt,
    sections: sectionsOf(row),
    perspectives: parse(row.perspectives).map(perspectiveOf),
    questions: parse(row.questions).map(questionOf),
    topics: parse(row.topics).map(topicOf),
  };
}

/** The store's own JSON: what it holds, the store has written. */
export function parse<Value>(json: Json<Value>): Value {
  return typeof json === 'string' ? (JSON.parse(json) as Value) : json;
}

function sectionsOf({ summary, analysis, coverage, background, otherSections }: ExportRow): Section[] {
  const known = [summary, analysis, coverage, background].flatMap((section) => (section === null ? [] : parse(section)));
  return [...known, ...parse(otherSections)]
    .sort((a, b) => a.position - b.position)
    .map(({ kind, heading, blocks, isTruncated }) => ({ kind, heading, ...passageOf({ blocks, isTruncated }) }));
}

function passageOf({ blocks, isTruncated }: Passage): Passage {
  return { blocks: blocks.map(({ kind, text }) => ({ kind, text })), isTruncated };
}

function perspectiveOf({ outlets, headline, text, statements, url, publishedAt, isTruncated }: StoredPerspective): PerspectiveDraft {
  return {
    outlets: outlets.map(({ name, givenSlug, country, homepage, aliases }) => ({ name, slug: givenSlug, country, homepage, aliases })),
    headline,
    text,
    statements: statements.map((statement): Statement => ({ text: statement.text, basis: statement.basis })),
    url,
    publishedAt,
    isTruncated: Boolean(isTruncated),
  };
}

function questionOf({ title, givenSlug, intro, answer, isTruncated }: Stored<QuestionDraft, 'isTruncated'>): QuestionDraft {
  return {
    title,
    slug: givenSlug,
    intro,
    answer: answer === null ? null : passageOf(answer),
    isTruncated: Boolean(isTruncated),
  };
}

function topicOf(topic: Stored<TopicDraft, 'isTruncated' | 'nameIsDerived'>): TopicDraft {
  const { name, nameIsDerived, givenSlug, kind, aliases, description, isTruncated, wikidataId } = topic;
  return {
    name,
    nameIsDerived: Boolean(nameIsDerived),
    slug: givenSlug,
    kind,
    aliases,
    description,
    isTruncated: Boolean(isTruncated),
    wikidataId,
  };
}
