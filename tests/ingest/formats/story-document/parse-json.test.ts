import { DocumentError } from '../../../../src/ingest/document';
import { decodeUtf8 } from '../../../../src/ingest/formats/story-document/decode-utf8';
import { MAX_JSON_DEPTH, parseJson } from '../../../../src/ingest/formats/story-document/parse-json';

/** What the reading of a text or of bytes says of them. */
function faultOf(content: string | Buffer, firstLine = 1) {
  try {
    parseJson(typeof content === 'string' ? content : decodeUtf8(content, firstLine), firstLine);
  } catch (error) {
    if (error instanceof DocumentError) return { code: error.code, message: error.message, position: error.position };
    throw error;
  }
  return null;
}

describe('parseJson', () => {
  it('reads a value, a byte order mark before it or not', () => {
    expect(parseJson('\uFEFF{"a":1}', 1).value).toEqual({ a: 1 });
    expect(parseJson(decodeUtf8(Buffer.from('\uFEFF{"a":"é"}'), 1), 1).value).toEqual({ a: 'é' });
  });

  it.each([
    ['{"a":1,}', 'line 1, column 8: not JSON: expected a property name in double quotes'],
    ['{a:1}', 'line 1, column 2: not JSON: this is no JSON value (a text needs double quotes)'],
    ['{"a" 1}', 'line 1, column 6: not JSON: expected a colon'],
    ['{\n  "a":1\n  "b":2}', 'line 3, column 3: not JSON: expected a comma'],
    ['{"a":[1 2]}', 'line 1, column 9: not JSON: expected a comma'],
    ['{"a":01}', 'line 1, column 7: not JSON: expected a comma'],
    ['{"a":1.}', 'line 1, column 6: not JSON: this is no JSON number'],
    ['{"a":NaN}', 'line 1, column 6: not JSON: this is no JSON value (a text needs double quotes)'],
    ['{"a":1} {}', 'line 1, column 9: not JSON: expected nothing after the closing brace'],
    ['{"a":"\t"}', 'line 1, column 6: not JSON: control characters in a text must be escaped (a line break is \\n)'],
    ['{"a":"\0"}', 'line 1, column 6: not JSON: control characters in a text must be escaped (a line break is \\n)'],
    ['{"a":"\\d"}', 'line 1, column 6: not JSON: a backslash in a text must be written \\\\'],
    ['{"a":"\\u12"}', 'line 1, column 6: not JSON: expected four hexadecimal digits after \\u'],
    ['{"a":"x\ny"}', 'line 1, column 6: not JSON: expected the closing double quote of this text (a line break in it is written \\n)'],
    ['// a\n{}', 'line 1, column 1: not JSON: comments are not part of JSON'],
    ['{"a":[1,2', 'line 1, column 10: the JSON ends too early: expected a comma or a closing bracket'],
    ['{"a":{"b":2}\n', 'line 2, column 1: the JSON ends too early: expected a comma or a closing brace'],
    ['', 'line 1, column 1: the JSON ends too early: expected a value'],
  ])('says what is wrong with %j', (text, message) => {
    expect(faultOf(text)).toMatchObject({ code: 'JSON_INVALID', message });
  });

  it('counts lines from where the document begins in its source, whatever their ends', () => {
    expect(faultOf('{\r\n"a":1,\r"b":2,\n}', 10)).toMatchObject({ position: { line: 13, column: 1, path: null } });
  });

  it('refuses a property that is given twice', () => {
    expect(faultOf('{"topics":[{"name":"a"},\n{"name":"b","kind":null,"name":"c"}]}')).toEqual({
      code: 'JSON_DUPLICATE_KEY',
      message: 'line 2, column 25, $.topics[1].name: this property is given twice; expected it once',
      position: { line: 2, column: 25, path: '$.topics[1].name' },
    });
  });

  it('takes two writings of one name for the same', () => {
    expect(faultOf('{"a":1,"\\u0061":2}')).toMatchObject({ code: 'JSON_DUPLICATE_KEY', position: { column: 8 } });
  });

  it('leaves names alone that JavaScript holds dear', () => {
    expect(faultOf('{"a":{"__proto__":1,"constructor":2,"toString":3,"length":4}}')).toBeNull();
    expect(faultOf('{"__proto__":1,"__proto__":2}')).toMatchObject({ code: 'JSON_DUPLICATE_KEY' });
    expect(Object.getPrototypeOf(parseJson('{"__proto__":{"a":1}}', 1).value)).toBe(Object.prototype);
  });

  it('takes nesting to the limit and refuses it beyond', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(faultOf(nested(MAX_JSON_DEPTH))).toBeNull();
    expect(faultOf(nested(MAX_JSON_DEPTH + 1))).toEqual({
      code: 'JSON_TOO_DEEP',
      message: 'line 1, column 65: nested deeper than 64 levels',
      position: { line: 1, column: 65, path: null },
    });
  });

  it.each(['[', '{"a":', '"never closed\n['])('is not overrun by a million of %j', (piece) => {
    expect(faultOf(piece.repeat(1_000_000))?.code).toMatch(/^JSON_(TOO_DEEP|INVALID)$/);
  });

  it.each([
    ['{"a":{"b":"x\\u0000y"}}', 'line 1, column 11, $.a.b: the text holds a NUL character; expected none'],
    ['{"a\\u0000":1}', 'line 1, column 2, $: the text holds a NUL character; expected none'],
    ['{"a":"x\\ud83dy"}', 'line 1, column 6, $.a: the text holds half a character (a lone surrogate); expected whole characters'],
    ['{"a":"x\\uDC00"}', 'line 1, column 6, $.a: the text holds half a character (a lone surrogate); expected whole characters'],
    ['{"a":"x\ud83d"}', 'line 1, column 8: half a character (a lone surrogate); expected whole characters'],
  ])('refuses %j', (text, message) => {
    expect(faultOf(text)).toMatchObject({ code: 'JSON_CHARACTER_INVALID', message });
  });

  it('takes pairs of surrogates and what only looks like an escape', () => {
    expect(parseJson('{"a":"\\ud83d\\ude00 \\\\u0000 \\\\ud800"}', 1).value).toEqual({ a: '😀 \\u0000 \\ud800' });
  });
});

describe('decodeUtf8', () => {
  it('names the place of the first byte that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFF{"a":"é\uFFFD\uFFFD",\n"b":"caf'), Buffer.from([0xe9]), Buffer.from('"}')]);
    expect(faultOf(bytes, 5)).toEqual({
      code: 'ENCODING_INVALID',
      message: 'line 6, column 9: the bytes here are not UTF-8; expected the document in UTF-8',
      position: { line: 6, column: 9, path: null },
    });
  });

  it('refuses a text that stops inside a character', () => {
    expect(faultOf(Buffer.from('{"a":"é').subarray(0, -1))).toMatchObject({ code: 'ENCODING_INVALID', position: { line: 1, column: 7 } });
  });

  it('refuses UTF-16', () => {
    expect(faultOf(Buffer.from('\uFEFF{}', 'utf16le'))).toMatchObject({ code: 'ENCODING_INVALID', position: { line: 1, column: 1 } });
  });
});
