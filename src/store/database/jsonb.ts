/**
 * Rows in SQLite's binary JSON (https://sqlite.org/jsonb.html), in which they are handed to its statements: reading
 * them from JSON text costs more, in the one thread that also writes them. See docs/decisions/0010-rows-in-binary-json.md.
 */

/** The low half of a header byte: the element's type. */
const NULL = 0x0;
const TRUE = 0x1;
const FALSE = 0x2;
const INTEGER = 0x3;
const TEXT = 0xa;
const ARRAY = 0xb;

/** The high half: that the payload's size follows, in one byte or in four. Smaller sizes stand there themselves. */
const SIZE_IN_ONE_BYTE = 0xc0;
const SIZE_IN_FOUR_BYTES = 0xe0;
const LONG_HEADER = 5;

/** A text this short fits a size of one byte, whatever its letters: UTF-8 takes three bytes at most for a UTF-16 unit. */
const SHORT_TEXT = 85;
/** So short a text is copied letter by letter sooner than by a call. */
const COPIED_BY_LETTER = 40;

const INITIAL_BYTES = 64 * 1024;

/**
 * The rows as an array of arrays, each with the values of these columns in their order: texts, whole numbers, booleans,
 * and null where a row has none.
 * @throws TypeError for a value that is nothing of these.
 */
export function jsonbRows(names: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): Buffer {
  const writer = new JsonbWriter();
  const whole = writer.beginArray();
  for (const row of rows) {
    const list = writer.beginArray();
    for (const name of names) writer.value(row[name]);
    writer.endArray(list);
  }
  writer.endArray(whole);
  return writer.bytes();
}

class JsonbWriter {
  private buffer = Buffer.allocUnsafeSlow(INITIAL_BYTES);
  private length = 0;

  /** Gives the place to end the array at. */
  beginArray(): number {
    this.reserve(LONG_HEADER);
    const start = this.length;
    this.length += LONG_HEADER;
    return start;
  }

  endArray(start: number): void {
    this.longHeader(start, ARRAY);
  }

  value(value: unknown): void {
    if (typeof value === 'string') this.text(value);
    else if (typeof value === 'number') this.integer(value);
    else this.literal(value);
  }

  bytes(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private text(text: string): void {
    this.reserve(LONG_HEADER + text.length * 3);
    const start = this.length;
    if (text.length > SHORT_TEXT) {
      this.length += LONG_HEADER;
      this.length += this.buffer.write(text, this.length);
      this.longHeader(start, TEXT);
      return;
    }
    this.length += 2;
    if (!this.copyAscii(text)) this.length = start + 2 + this.buffer.write(text, start + 2);
    this.buffer[start] = SIZE_IN_ONE_BYTE | TEXT;
    this.buffer[start + 1] = this.length - start - 2;
  }

  /** False where the text has to be encoded; what was copied of it is then to be written over. */
  private copyAscii(text: string): boolean {
    if (text.length > COPIED_BY_LETTER) return false;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code > 0x7f) return false;
      this.buffer[this.length++] = code;
    }
    return true;
  }

  private integer(value: number): void {
    if (!Number.isSafeInteger(value)) throw new TypeError(`A row holds ${value}, which is no whole number.`);
    const digits = String(value);
    this.reserve(2 + digits.length);
    if (digits.length <= 11) this.buffer[this.length++] = (digits.length << 4) | INTEGER;
    else {
      this.buffer[this.length++] = SIZE_IN_ONE_BYTE | INTEGER;
      this.buffer[this.length++] = digits.length;
    }
    this.copyAscii(digits);
  }

  private literal(value: unknown): void {
    this.reserve(1);
    this.buffer[this.length++] = literalType(value);
  }

  private longHeader(start: number, type: number): void {
    this.buffer[start] = SIZE_IN_FOUR_BYTES | type;
    this.buffer.writeUInt32BE(this.length - start - LONG_HEADER, start + 1);
  }

  private reserve(bytes: number): void {
    const needed = this.length + bytes;
    if (needed <= this.buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.buffer.length));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}

function literalType(value: unknown): number {
  if (value === null || value === undefined) return NULL;
  if (value === true) return TRUE;
  if (value === false) return FALSE;
  throw new TypeError(`A row holds ${typeof value}, which is no SQL scalar.`);
}
