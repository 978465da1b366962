/** What every format gives back, and how it says what is wrong. */
import type { StoryDraft } from '../domain/story-draft';

/** Where in a document something stands. Lines and columns count from 1; `path` is a JSON path (`$.topics[0].name`). */
export interface Position {
  line: number | null;
  column: number | null;
  path: string | null;
}

/** Something a reader of the report should know; the document was taken all the same. */
export interface DocumentWarning {
  /** Stable, upper case: `SECTION_MISSING`. */
  code: string;
  message: string;
  position: Position | null;
}

/** One document, understood. */
export interface ParsedDocument {
  draft: StoryDraft;
  warnings: DocumentWarning[];
}

/**
 * A document that cannot be taken. The message is one line that says what is wrong and what would be right;
 * `code` is stable and upper case; nothing of the document was kept.
 */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';

  constructor(
    readonly code: string,
    message: string,
    readonly position: Position | null = null,
  ) {
    super(message);
  }
}

/** What a caller says of a document beyond its text; each wins over what the text says. */
export interface DocumentOptions {
  title?: string;
  slug?: string;
  url?: string;
  language?: string;
  /** ISO 8601, as given; validated where it is read. */
  publishedAt?: string;
}
