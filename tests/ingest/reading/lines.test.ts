import fc from 'fast-check';
import { linesOf } from '../../../src/ingest/reading/lines';

async function* streamOf(pieces: Iterable<Buffer>): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

function* chunked(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, chunkSize: number, maxBytes = 1000) {
  const lines: [number, string | null][] = [];
  for await (const { number, bytes } of linesOf(streamOf(chunked(Buffer.from(text), chunkSize)), maxBytes)) {
    lines.push([number, bytes === null ? null : bytes.toString()]);
  }
  return lines;
}

describe('linesOf', () => {
  it.each([1, 2, 3, 1000])('gives the lines by their numbers in chunks of %d bytes', async (size) => {
    expect(await read('one\ntwo\r\n\nfour', size)).toEqual([
      [1, 'one'],
      [2, 'two\r'],
      [3, ''],
      [4, 'four'],
    ]);
  });

  it('gives no line after the last line feed, and none of nothing', async () => {
    expect(await read('one\n', 10)).toEqual([[1, 'one']]);
    expect(await read('', 10)).toEqual([]);
  });

  it.each([1, 4, 1000])('reads over a line beyond the limit and goes on, in chunks of %d bytes', async (size) => {
    expect(await read('12345\n123456\n1234567\n12', size, 5)).toEqual([
      [1, '12345'],
      [2, null],
      [3, null],
      [4, '12'],
    ]);
  });

  it('does not keep what is beyond the limit', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    function* longLine() {
      for (let i = 0; i < 200; i++) yield piece;
      yield Buffer.from('\nend');
    }
    const before = process.memoryUsage().arrayBuffers;
    const lines = [];
    for await (const line of linesOf(streamOf(longLine()), 10)) lines.push(line.bytes?.toString() ?? null);
    expect(lines).toEqual([null, 'end']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  it('splits as String.split does, wherever the chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 7 }), async (text, size) => {
        const lines = (await read(`${text}\n`, size)).map(([, line]) => line);
        expect(lines).toEqual(text.split('\n'));
      }),
    );
  });
});
