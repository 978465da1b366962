/** Bytes → text, for documents that do not declare their encoding. */
import { DocumentError } from './document';
import { errorCode } from './error-code';

/** A document's text, and what had to be done to get at it. */
export interface DecodedText {
  /** Without a byte order mark; line ends as they were. */
  text: string;
  /** The bytes stop in the middle of a character; the part of it is left out. */
  endsInsideCharacter: boolean;
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`. */
  encoding: string;
  /** UTF-8 had been read as Windows-1252 and written again (`â€™` for `’`), and was put right. */
  repairedMojibake: boolean;
}

/**
 * The text of a document in UTF-8 (with or without byte order mark), UTF-16 (likewise) or Windows-1252.
 * Throws `DocumentError` with the code `BINARY` or `ENCODING_UNKNOWN`.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decodeUtf16(bytes, utf16);
  refuseBinary(bytes);
  const body = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes;
  const cut = lengthOfCutCharacter(body);
  const utf8 = decodeStrictly('utf-8', body.subarray(0, body.length - cut));
  // Without a mark the last byte may also be a whole character of Windows-1252; nothing else in the text says so.
  if (utf8 === null) return decodeWindows1252(body);
  const repaired = repairMojibake(utf8);
  return {
    text: repaired?.text ?? utf8,
    endsInsideCharacter: cut > 0 || (repaired?.endsInsideCharacter ?? false),
    encoding: 'utf-8',
    repairedMojibake: repaired !== null,
  };
}

type Utf16 = 'utf-16le' | 'utf-16be';

function utf16Of(bytes: Buffer): Utf16 | null {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    throw new DocumentError('ENCODING_UNKNOWN', 'the text is in UTF-32; UTF-8, UTF-16 and Windows-1252 are read');
  }
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return utf16ByZeros(bytes.subarray(0, 1024));
}

/** Text in a European language has a zero in every other byte of UTF-16, always on the same side. */
function utf16ByZeros(sample: Buffer): Utf16 | null {
  const zeros: [number, number] = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  });
  const many = sample.length * 0.25;
  if (zeros[1] > many && zeros[0] === 0) return 'utf-16le';
  if (zeros[0] > many && zeros[1] === 0) return 'utf-16be';
  return null;
}

function decodeUtf16(bytes: Buffer, encoding: Utf16): DecodedText {
  let whole = bytes.length - (bytes.length % 2);
  const highByte = encoding === 'utf-16le' ? bytes[whole - 1] : bytes[whole - 2];
  if (whole >= 2 && highByte !== undefined && highByte >= 0xd8 && highByte <= 0xdb) whole -= 2;
  const text = decodeStrictly(encoding, bytes.subarray(0, whole));
  if (text === null) {
    throw new DocumentError('ENCODING_UNKNOWN', `the text looks like ${encoding.toUpperCase()} and is not well-formed`);
  }
  refuseControls(text);
  return { text, endsInsideCharacter: whole < bytes.length, encoding, repairedMojibake: false };
}

function decodeWindows1252(bytes: Buffer): DecodedText {
  const undefinedAt = bytes.findIndex((byte) => UNDEFINED_IN_WINDOWS_1252.has(byte));
  if (undefinedAt >= 0) {
    throw new DocumentError(
      'ENCODING_UNKNOWN',
      `the byte ${hex(bytes[undefinedAt])} at offset ${undefinedAt} belongs to none of UTF-8, UTF-16 and Windows-1252`,
    );
  }
  const text = bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
  return { text, endsInsideCharacter: false, encoding: 'windows-1252', repairedMojibake: false };
}

const UNDEFINED_IN_WINDOWS_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return null;
    throw error;
  }
}

/** How many bytes at the end begin a character of UTF-8 and do not finish it (0 to 3). */
function lengthOfCutCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc2 && byte <= 0xf4) return back < sequenceLength(byte) ? back : 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/**
 * The characters of the bytes 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt). Node.js 20
 * has them as control characters, as if its `TextDecoder('windows-1252')` were for Latin-1.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The same the other way round: code point → byte. */
const WINDOWS_1252_BYTES: ReadonlyMap<number, number> = new Map(
  Array.from(WINDOWS_1252, (character, index) => [character.charCodeAt(0), 0x80 + index]),
);

/**
 * Puts right a text whose UTF-8 was read as Windows-1252. Certain only when it explains the whole text: every
 * character has a byte there, and the bytes are well-formed UTF-8. One genuine `é` makes it uncertain; then
 * the text stays as it is.
 */
function repairMojibake(text: string): Pick<DecodedText, 'text' | 'endsInsideCharacter'> | null {
  if (!/[\u00c2-\u00f4][\u0080-\uffff]/.test(text)) return null;
  const bytes = Buffer.alloc(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = WINDOWS_1252_BYTES.get(code) ?? code;
    if (byte > 0xff) return null;
    bytes[index] = byte;
  }
  const cut = lengthOfCutCharacter(bytes);
  const repaired = decodeStrictly('utf-8', bytes.subarray(0, bytes.length - cut));
  return repaired !== null && isPlausible(repaired) ? { text: repaired, endsInsideCharacter: cut > 0 } : null;
}

/**
 * `É` and a no-break space (before a French colon) are well-formed UTF-8 too. So what comes out must be
 * characters that are common in texts, or too many to be chance.
 */
function isPlausible(repaired: string): boolean {
  if (/[\u0080-\u009f]/.test(repaired)) return false;
  return /[\u00a0-\u00ff\u2010-\u2044\u20ac]/.test(repaired) || (repaired.match(/[^\0-\u007f]/g)?.length ?? 0) >= 4;
}

function refuseBinary(bytes: Buffer): void {
  const offset = bytes.indexOf(0);
  if (offset >= 0) throw new DocumentError('BINARY', `this is no text: there is a zero byte at offset ${offset}`);
  refuseControls(bytes.toString('latin1'));
}

/** Text has tabs, line ends and now and then a form feed; one control character in a hundred is no text any more. */
function refuseControls(text: string): void {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  if (controls > text.length / 100) {
    throw new DocumentError(
      'BINARY',
      `this is no text: ${controls} of its ${text.length} characters are control codes`,
    );
  }
}

function startsWith(bytes: Buffer, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function hex(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}
