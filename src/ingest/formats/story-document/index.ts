/** The story document: the form in which other systems hand stories in and get them back. */
import type { ErrorObject } from 'ajv/dist/2020';
import type { StoryDraft } from '../../../domain/story-draft';
import { DocumentError, type DocumentOptions, type ParsedDocument } from '../../document';
import { applyDocumentOptions } from '../../document-options';
import type { DocumentOrigin } from '../../origin';
import { foreignJsonKind, unknownFormat } from '../foreign';
import { decodeUtf8 } from './decode-utf8';
import { parseJson } from './parse-json';
import { errorOfProblems, ProblemError } from './problem';
import { isStoryDocument, schemaErrors } from './schema';
import { problemOf } from './schema-problems';
import { documentOf } from './serialise';
import { draftOf } from './to-draft';

export { documentOf, serialiseStoryDocument, serialiseStoryLine } from './serialise';
export { STORY_SCHEMA_FILE } from './schema';
export { STORY_DOCUMENT_FORMAT, type StoryDocument } from './story-document';

/** More are counted, not told. */
const MAX_PROBLEMS_LOCATED = 20;

/**
 * Reads one story document. `origin.line` is the line of the source on which it begins, so that a line of a
 * `.stories.jsonl` file is named by its place there. Options win over what the document says.
 *
 * Throws one `DocumentError` that names line, column and JSON path, what was found and what would be right:
 * `ENCODING_INVALID`, `JSON_INVALID`, `JSON_TOO_DEEP`, `JSON_DUPLICATE_KEY`, `JSON_CHARACTER_INVALID`,
 * `SUMMARY_MISSING`, `SUMMARY_EMPTY`, `STORY_DOCUMENT_INVALID`, `FORMAT_UNKNOWN` (JSON of another format), `OPTION_INVALID`.
 */
export function parseStoryDocument(
  content: string | Uint8Array,
  origin: DocumentOrigin,
  options: DocumentOptions = {},
): ParsedDocument {
  const firstLine = origin.line ?? 1;
  const text = typeof content === 'string' ? content : decodeUtf8(content, firstLine);
  return { draft: applyDocumentOptions(readText(text, firstLine), options), warnings: [] };
}

/**
 * Reads a story document that a program built as an object. Throws like `parseStoryDocument`, without lines,
 * and `JSON_INVALID` for what has no JSON form (it holds itself, or is a function).
 */
export function parseStoryObject(document: object, options: DocumentOptions = {}): ParsedDocument {
  const text = jsonOf(document);
  return { draft: applyDocumentOptions(readText(text, null), options), warnings: [] };
}

/**
 * Holds a draft of any format against this one's rules, so that whatever is taken in can be given out and taken in
 * again. Throws like `parseStoryObject` for one that is beyond them.
 */
export function checkExportable(draft: StoryDraft): void {
  parseStoryObject(documentOf(draft));
}

function jsonOf(document: object): string {
  try {
    // Undefined for a function, which the type of JSON.stringify does not say.
    const text: unknown = JSON.stringify(document);
    if (typeof text === 'string') return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DocumentError('JSON_INVALID', `the document has no JSON form: ${error.message.split('\n')[0]}`);
  }
  throw new DocumentError('JSON_INVALID', 'the document has no JSON form');
}

function readText(text: string, firstLine: number | null): StoryDraft {
  const { value, source } = parseJson(text, firstLine);
  try {
    if (isStoryDocument(value)) return draftOf(value);
  } catch (error) {
    if (error instanceof ProblemError) throw errorOfProblems([error.problem], 1, source);
    throw error;
  }
  const foreign = foreignJsonKind(value);
  if (foreign !== null) throw unknownFormat(foreign, firstLine);
  const errors = distinctErrors(schemaErrors(value, source.text.length));
  const problems = errors.slice(0, MAX_PROBLEMS_LOCATED).map((error) => problemOf(error, value));
  throw errorOfProblems(problems, errors.length, source);
}

/** One error a value and property: where a value has the wrong type, its other rules need no word. */
function distinctErrors(errors: readonly ErrorObject[]): ErrorObject[] {
  const byPlace = new Map<string, ErrorObject>();
  for (const error of errors) {
    const property: unknown = error.params['additionalProperty'] ?? error.params['missingProperty'] ?? '';
    const place = `${error.instancePath}\0${String(property)}`;
    if (!byPlace.has(place)) byPlace.set(place, error);
  }
  return [...byPlace.values()];
}
