/** Bytes in pieces, as streams give them. */
import { fileError } from './inputs';
import type { FileRead } from './read-ahead';

/** The stream's bytes, counted as they are used. Throws `DocumentError` `INPUT_UNREADABLE` where the stream fails. */
export async function* piecesOfStream(stream: AsyncIterable<Uint8Array | string>, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  const iterator = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await iterator.next().catch((error: unknown) => {
        throw fileError(error);
      });
      if (next.done === true) return;
      const piece = bufferOf(next.value);
      count(piece.length);
      yield piece;
    }
  } finally {
    await iterator.return?.();
  }
}

/** What is read whole, as one piece. Throws `DocumentError` where it could not be read. */
export async function* singlePiece(file: Promise<FileRead>, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  const { bytes, error } = await file;
  if (bytes === undefined) throw fileError(error);
  count(bytes.length);
  yield bytes;
}

/** The first bytes, at least `wanted` of them; all there are in a shorter stream. */
export async function takeHead(pieces: AsyncIterator<Buffer>, wanted: number): Promise<Buffer> {
  const taken: Buffer[] = [];
  let length = 0;
  while (length < wanted) {
    const next = await pieces.next();
    if (next.done === true) break;
    taken.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(taken);
}

/** The bytes that were taken, and then the rest. */
export async function* prepend(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}

/** All bytes as one; `check` is told the length so far, and throws where it is too much. */
export async function collect(pieces: AsyncIterable<Buffer>, check: (length: number) => void): Promise<Buffer> {
  const collected: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    check(length);
    collected.push(piece);
  }
  return Buffer.concat(collected);
}

/** A text in UTF-8, or bytes as they are, without a copy. */
export function bufferOf(content: string | Uint8Array): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
