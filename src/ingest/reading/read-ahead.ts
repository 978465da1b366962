/** Small files are read before it is their turn: waiting for each would cost more than reading it. */
import { readFile } from 'node:fs/promises';
import type { Input } from './inputs';

/** A file's bytes, or why it could not be read. An error waits for its turn as bytes do. */
export type FileRead = { bytes: Buffer; error?: undefined } | { bytes?: undefined; error: unknown };

/** Files up to this size are read whole; larger ones are streamed. */
export const SMALL_FILE_BYTES = 256 * 1024;

const FILES_AHEAD = 8;

/** Reads the small ones among the inputs, at most `FILES_AHEAD` of them held at a time. */
export class ReadAhead {
  private readonly reads = new Map<number, Promise<FileRead>>();
  private next = 0;

  constructor(private readonly inputs: readonly Input[]) {}

  /** The content of the input at `index`, or null where it is to be streamed. Inputs are taken in order, each once. */
  take(index: number): Promise<FileRead> | null {
    for (const end = Math.min(index + FILES_AHEAD, this.inputs.length); this.next < end; this.next++) this.start(this.next);
    const read = this.reads.get(index) ?? null;
    this.reads.delete(index);
    return read;
  }

  private start(index: number): void {
    const input = this.inputs[index];
    if (input === undefined || input.error !== undefined || input.size === null || input.size > SMALL_FILE_BYTES) return;
    const read = readFile(input.source).then(
      (bytes): FileRead => ({ bytes }),
      (error: unknown): FileRead => ({ error }),
    );
    this.reads.set(index, read);
  }
}
