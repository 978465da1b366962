/** Which format is it, and who reads it. The name of a file decides only where its content leaves it open. */
import { DocumentError, type DocumentOptions, type ParsedDocument } from '../document';
import { decodeText } from '../encoding';
import type { DocumentOrigin } from '../origin';
import type { OutletDictionary } from '../outlets';
import { parseBrief } from './brief';
import { binaryKind, emptyDocument, markupKind, unknownFormat } from './foreign';
import { holdsStoryLine, isOneJson, isWholeObject } from './json-lines';
import { checkExportable, parseStoryDocument } from './story-document';

/** `story-document`: one story as JSON; `story-lines`: one story document a line; `brief`: plain text. */
export type DocumentFormat = 'story-document' | 'story-lines' | 'brief';

/** What reading a document may be told. */
export type ParseOptions = DocumentOptions & { outlets?: OutletDictionary };

/** As much of an input's beginning as detection looks at. */
export const DETECTION_LENGTH = 64 * 1024;

/** The largest story document, and the longest line of a `.stories.jsonl` file, in bytes. */
export const MAX_STORY_DOCUMENT_BYTES = 8 * 1024 * 1024;

/** The largest brief, in bytes: what is read from it several times over still makes a story document within its limit. */
export const MAX_BRIEF_BYTES = 1024 * 1024;

const LINES_NAME = /\.(?:jsonl|ndjson)$/i;
const WHITE_START = /^[\s\uFEFF]+/;
const JSON_LIST = /^\[\s*[[{\]]/;

/**
 * The format of an input by its first bytes (`DETECTION_LENGTH` of them, or all) and, for what they leave open, its name.
 * Throws `DocumentError` `DOCUMENT_EMPTY`, or `FORMAT_UNKNOWN` with what was found and what is read. JSON of another format
 * is told where it is parsed: by then its keys are known from those of what it holds.
 */
export function detectFormat(head: Buffer, name = ''): DocumentFormat {
  const binary = binaryKind(head);
  if (binary !== null) throw unknownFormat(binary);
  const isNamedLines = LINES_NAME.test(name);
  const text = beginningOf(head, isNamedLines);
  // An export of nothing is a file of no lines.
  if (text === '' && isNamedLines) return 'story-lines';
  if (text === '') throw emptyDocument();
  // Whatever stands before it, maybe the tail of a line that was cut: where a whole story has a line, lines are read.
  const hasStoryLine = holdsStoryLine(text);
  const markup = markupKind(text);
  if (markup !== null && !(isNamedLines && hasStoryLine)) throw unknownFormat(markup);
  const isWhole = head.length < DETECTION_LENGTH;
  if (JSON_LIST.test(text) && !(hasStoryLine && !isOneJson(text, isWhole))) {
    throw unknownFormat('a JSON list (give one object a file, or one a line)');
  }
  if (text.startsWith('{')) return jsonFormat(text, { isNamedLines, hasStoryLine, isWhole });
  return isNamedLines || hasStoryLine ? 'story-lines' : 'brief';
}

/**
 * Reads one document whose format is known. Throws `DocumentError`: those of the format's own reader, and
 * `DOCUMENT_TOO_LARGE`.
 */
export function parseDocument(bytes: Buffer, format: DocumentFormat, origin: DocumentOrigin, options: ParseOptions = {}): ParsedDocument {
  refuseTooLarge(bytes.length, format);
  if (format !== 'brief') return parseStoryDocument(bytes, origin, options);
  const parsed = parseBrief(bytes, options);
  checkExportable(parsed.draft);
  return parsed;
}

/** Throws `DocumentError` `DOCUMENT_TOO_LARGE` for more bytes than a document of this format may have. */
export function refuseTooLarge(length: number, format: DocumentFormat): void {
  const limit = format === 'brief' ? MAX_BRIEF_BYTES : MAX_STORY_DOCUMENT_BYTES;
  if (length <= limit) return;
  const what = format === 'brief' ? 'a brief' : 'a story document';
  const hint = format === 'brief' ? '' : '; give many stories one a line (.stories.jsonl)';
  throw new DocumentError('DOCUMENT_TOO_LARGE', `too large: ${what} may have ${limit / 1024 / 1024} MiB${hint}`);
}

/** What is known of a text that begins with a brace. */
interface Beginning {
  isNamedLines: boolean;
  hasStoryLine: boolean;
  /** It is the whole text, not its beginning alone. */
  isWhole: boolean;
}

/** One document, or one a line? A compact document on a single line is read alike as either. */
function jsonFormat(text: string, { isNamedLines, hasStoryLine, isWhole }: Beginning): DocumentFormat {
  const lineEnd = text.indexOf('\n');
  if (lineEnd === -1 || text.slice(lineEnd).trim() === '') return 'story-lines';
  const firstLine = text.slice(0, lineEnd).trim();
  if (isWholeObject(firstLine)) return 'story-lines';
  // A broken first line must not make one story of a thousand, nor a broken document a thousand bad lines.
  const mayBeLines = hasStoryLine || (isNamedLines && firstLine !== '{');
  return mayBeLines && !isOneJson(text, isWhole) ? 'story-lines' : 'story-document';
}

/** The beginning as text, without white space and byte order mark before it. Throws for bytes that are no text. */
function beginningOf(head: Buffer, isNamedLines: boolean): string {
  const text = head.toString('utf8').replace(WHITE_START, '');
  if (!head.includes(0)) return text;
  // A zero byte in a line is that line's fault alone. Elsewhere only UTF-16 holds them and is text all the same.
  if (text.startsWith('{') || (isNamedLines && holdsStoryLine(text))) return text;
  return decodeText(head).text.replace(WHITE_START, '');
}
