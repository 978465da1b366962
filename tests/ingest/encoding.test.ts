import { DocumentError } from '../../src/ingest/document';
import { decodeText } from '../../src/ingest/encoding';

const TEXT = 'The US’s “détente” – 5 €';

function utf16(text: string, isBigEndian: boolean, hasMark: boolean): Buffer {
  const bytes = Buffer.from((hasMark ? '\uFEFF' : '') + text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

function refusal(bytes: Buffer): { code: string; message: string } {
  try {
    decodeText(bytes);
  } catch (error) {
    if (error instanceof DocumentError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16 little-endian with a mark', utf16(TEXT, false, true), 'utf-16le'],
    ['UTF-16 big-endian with a mark', utf16(TEXT, true, true), 'utf-16be'],
    ['UTF-16 little-endian without', utf16(TEXT, false, false), 'utf-16le'],
    ['UTF-16 big-endian without', utf16(TEXT, true, false), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, endsInsideCharacter: false, encoding, repairedMojibake: false });
  });

  it('reads Windows-1252, its quotes and dashes too', () => {
    const bytes = Buffer.from([0x55, 0x53, 0x92, 0x73, 0x20, 0x93, 0x64, 0xe9, 0x94, 0x20, 0x96, 0x20, 0x80]);

    expect(decodeText(bytes)).toEqual({
      text: 'US’s “dé” – €',
      endsInsideCharacter: false,
      encoding: 'windows-1252',
      repairedMojibake: false,
    });
  });

  it.each([1, 2])('leaves out a character of which %i bytes are there', (kept) => {
    const bytes = Buffer.concat([Buffer.from('The US'), Buffer.from('’').subarray(0, kept)]);

    expect(decodeText(bytes)).toMatchObject({ text: 'The US', endsInsideCharacter: true, encoding: 'utf-8' });
  });

  it.each([1, 2, 3])('leaves out a picture of which %i bytes are there', (kept) => {
    const bytes = Buffer.concat([Buffer.from('Hi '), Buffer.from('🙂').subarray(0, kept)]);

    expect(decodeText(bytes)).toMatchObject({ text: 'Hi ', endsInsideCharacter: true });
  });

  it.each([1, 2, 3])('leaves out a pair of UTF-16 that is cut after %i bytes', (kept) => {
    const bytes = Buffer.concat([utf16('Hi ', false, true), utf16('🙂', false, false).subarray(0, kept)]);

    expect(decodeText(bytes)).toMatchObject({ text: 'Hi ', endsInsideCharacter: true, encoding: 'utf-16le' });
  });

  it('repairs UTF-8 that was read as Windows-1252, when that explains the whole text', () => {
    expect(decodeText(Buffer.from(mojibakeOf(TEXT)))).toEqual({
      text: TEXT,
      endsInsideCharacter: false,
      encoding: 'utf-8',
      repairedMojibake: true,
    });
  });

  it('repairs it up to a character that is cut', () => {
    expect(decodeText(Buffer.from('The USâ€™s dâ€'))).toMatchObject({
      text: 'The US’s d',
      endsInsideCharacter: true,
      repairedMojibake: true,
    });
  });

  it.each([
    ['a genuine accent beside it', 'café, and Ã© as an example'],
    ['a capital before a no-break space', 'LA VÉRITÉ\u00a0: a reply'],
    ['a character that Windows-1252 has not', 'Ã© and 習'],
  ])('leaves a text alone that may be meant so: %s', (_, text) => {
    expect(decodeText(Buffer.from(text))).toMatchObject({ text, repairedMojibake: false });
  });

  it.each([
    [
      'a zero byte',
      Buffer.from('abc\0def'),
      { code: 'BINARY', message: 'this is no text: there is a zero byte at offset 3' },
    ],
    [
      'control characters',
      Buffer.from('ab\u0001\u0002'),
      { code: 'BINARY', message: 'this is no text: 2 of its 4 characters are control codes' },
    ],
    [
      'UTF-32',
      Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]),
      { code: 'ENCODING_UNKNOWN', message: 'the text is in UTF-32; UTF-8, UTF-16 and Windows-1252 are read' },
    ],
    [
      'a byte that no encoding has',
      Buffer.from([0x61, 0x62, 0xe9, 0x20, 0x81, 0x20]),
      {
        code: 'ENCODING_UNKNOWN',
        message: 'the byte 0x81 at offset 4 belongs to none of UTF-8, UTF-16 and Windows-1252',
      },
    ],
    [
      'broken UTF-16',
      Buffer.from([0xff, 0xfe, 0x00, 0xdc, 0x61, 0x00]),
      { code: 'ENCODING_UNKNOWN', message: 'the text looks like UTF-16LE and is not well-formed' },
    ],
  ])('refuses %s', (_, bytes, expected) => {
    expect(refusal(bytes)).toEqual(expected);
  });

  it('takes an empty file as an empty text', () => {
    expect(decodeText(Buffer.alloc(0))).toEqual({
      text: '',
      endsInsideCharacter: false,
      encoding: 'utf-8',
      repairedMojibake: false,
    });
  });
});

/** UTF-8 read as Windows-1252, with control characters where that has no character. */
function mojibakeOf(text: string): string {
  const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  return [...Buffer.from(text)]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80] : String.fromCharCode(byte)))
    .join('');
}
