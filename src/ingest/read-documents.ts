/** Sources → documents: files, folders, standard input, or what a program hands over, one parsed document at a time. */
import { createReadStream } from 'node:fs';
import { DocumentError, type ParsedDocument } from './document';
import { DETECTION_LENGTH, detectFormat, MAX_STORY_DOCUMENT_BYTES, parseDocument, type ParseOptions, refuseTooLarge } from './formats';
import { parseStoryDocument, parseStoryObject } from './formats/story-document';
import type { DocumentOrigin } from './origin';
import { findInputs, STANDARD_INPUT, type Input } from './reading/inputs';
import { linesOf, type Line } from './reading/lines';
import { bufferOf, collect, piecesOfStream, prepend, singlePiece, takeHead } from './reading/pieces';
import { ReadAhead } from './reading/read-ahead';

/** One document of the sources: understood, or why not. */
export interface ReadDocument {
  origin: DocumentOrigin;
  result: ParsedDocument | DocumentError;
}

/** How far reading has come. */
export interface ReadProgress {
  bytesRead: number;
  /** Null where a source has no size that could be known beforehand, as standard input has none. */
  totalBytes: number | null;
}

/** What reading may be told; a title, slug, URL, language or date holds for every document of the sources. */
export interface ReadOptions extends ParseOptions {
  /** What `-` reads; the process's own standard input by default. */
  stdin?: AsyncIterable<Uint8Array | string>;
  /** Called for each piece read (256 KiB at most), once with no bytes before the first. */
  onProgress?: (progress: ReadProgress) => void;
}

/** A document that a program hands over: its text or bytes in any format that is read, or a story document as an object. */
export type DocumentInput = string | Uint8Array | object;

const PIECE_LENGTH = 256 * 1024;

/**
 * Reads paths (files of any name; folders with the `.txt`, `.story.json` and `.stories.jsonl` in them, at any depth, by
 * name) and `-`, in order, and yields each document as it is read. A source that cannot be read yields a `DocumentError`
 * (`INPUT_NOT_FOUND`, `INPUT_UNREADABLE`, `INPUT_REPEATED`, or what its format says), and the others go on.
 * A file of lines is never held whole: memory depends on its longest line.
 */
export async function* readDocuments(sources: readonly string[], options: ReadOptions = {}): AsyncGenerator<ReadDocument> {
  const inputs = await findInputs(sources);
  const progress: ReadProgress = { bytesRead: 0, totalBytes: totalSize(inputs) };
  options.onProgress?.({ ...progress });
  const count = (bytes: number) => {
    progress.bytesRead += bytes;
    options.onProgress?.({ ...progress });
  };
  const files = new ReadAhead(inputs);
  for (const [index, { source, error }] of inputs.entries()) {
    const file = files.take(index);
    if (error !== undefined) yield { origin: { source }, result: error };
    else if (file !== null) yield* readPieces(singlePiece(file, count), source, options);
    else yield* readPieces(piecesOfStream(streamOf(source, options), count), source, options);
  }
}

/** Reads what a program hands over. The origin of the third is `document 3`; its lines are told apart where it has several. */
export async function* readGiven(
  documents: Iterable<DocumentInput> | AsyncIterable<DocumentInput>,
  options: ParseOptions = {},
): AsyncGenerator<ReadDocument> {
  let number = 0;
  for await (const document of documents) {
    const origin = { source: `document ${++number}` };
    if (typeof document === 'string' || document instanceof Uint8Array) {
      yield* readContent(document, origin, options);
    } else {
      yield { origin, result: attempt(() => parseStoryObject(document, options)) };
    }
  }
}

function streamOf(source: string, { stdin = process.stdin }: ReadOptions): AsyncIterable<Uint8Array | string> {
  return source === STANDARD_INPUT ? stdin : createReadStream(source, { highWaterMark: PIECE_LENGTH });
}

async function* readContent(content: string | Uint8Array, origin: DocumentOrigin, options: ParseOptions): AsyncGenerator<ReadDocument> {
  if (typeof content === 'string' && !content.isWellFormed()) {
    const message = 'the text holds half a character (a lone surrogate); expected whole characters';
    yield { origin, result: new DocumentError('JSON_CHARACTER_INVALID', message) };
    return;
  }
  const pieces = singlePiece(Promise.resolve({ bytes: bufferOf(content) }), () => undefined);
  yield* readPieces(pieces, origin.source, options);
}

/** Everything is read through here: the beginning tells the format, and the format how to go on. */
async function* readPieces(pieces: AsyncGenerator<Buffer>, source: string, options: ParseOptions): AsyncGenerator<ReadDocument> {
  try {
    const head = await takeHead(pieces, DETECTION_LENGTH);
    const format = detectFormat(head.subarray(0, DETECTION_LENGTH), source);
    const all = prepend(head, pieces);
    if (format === 'story-lines') {
      for await (const line of linesOf(all, MAX_STORY_DOCUMENT_BYTES)) yield* readLine(line, source, options);
    } else {
      const bytes = await collect(all, (length) => refuseTooLarge(length, format));
      yield { origin: { source }, result: parseDocument(bytes, format, { source }, options) };
    }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    yield { origin: { source }, result: error };
  } finally {
    await pieces.return(undefined);
  }
}

function* readLine({ number, bytes }: Line, source: string, options: ParseOptions): Generator<ReadDocument> {
  const origin = { source, line: number };
  if (bytes === null) {
    yield { origin, result: lineTooLong(number) };
  } else if (!isBlank(bytes)) {
    yield { origin, result: attempt(() => parseStoryDocument(bytes, origin, options)) };
  }
}

function lineTooLong(line: number): DocumentError {
  const limit = `${MAX_STORY_DOCUMENT_BYTES / 1024 / 1024} MiB`;
  return new DocumentError('LINE_TOO_LONG', `line ${line}: too long; a line may have ${limit} and holds one story document`, {
    line,
    column: null,
    path: null,
  });
}

function attempt(parse: () => ParsedDocument): ParsedDocument | DocumentError {
  try {
    return parse();
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function totalSize(inputs: readonly Input[]): number | null {
  let total = 0;
  for (const input of inputs) {
    if (input.error !== undefined) continue;
    if (input.size === null) return null;
    total += input.size;
  }
  return total;
}
