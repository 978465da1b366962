/** A stream of bytes → its lines, in memory that depends on the longest line alone. */

/** One line, without its line feed; `bytes` is null for a line beyond the limit, which is read over. */
export interface Line {
  /** From 1. */
  number: number;
  bytes: Buffer | null;
}

const LINE_FEED = 0x0a;

/** The lines of a stream. A carriage return before a line feed stays: to JSON it is white space. */
export async function* linesOf(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line> {
  const line = new LineBuffer(maxBytes);
  let number = 1;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      line.add(chunk.subarray(start, end));
      yield { number: number++, bytes: line.take() };
      start = end + 1;
    }
    line.add(chunk.subarray(start));
  }
  if (!line.isEmpty) yield { number, bytes: line.take() };
}

/** The parts of a line that have come so far; beyond the limit nothing is kept but the fact. */
class LineBuffer {
  private parts: Buffer[] = [];
  private length = 0;

  constructor(private readonly maxBytes: number) {}

  get isEmpty(): boolean {
    return this.length === 0;
  }

  add(part: Buffer): void {
    if (part.length === 0) return;
    this.length += part.length;
    if (this.length <= this.maxBytes) this.parts.push(part);
    else this.parts = [];
  }

  /** The whole line, or null where it was too long; ready for the next. */
  take(): Buffer | null {
    const isTooLong = this.length > this.maxBytes;
    const [only] = this.parts;
    const bytes = this.parts.length === 1 && only !== undefined ? only : Buffer.concat(this.parts);
    this.parts = [];
    this.length = 0;
    return isTooLong ? null : bytes;
  }
}
