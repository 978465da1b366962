import fc from 'fast-check';
import { countKeys, scanJson } from '../../../../src/ingest/formats/story-document/scan-json';

describe('scanJson', () => {
  it.each([
    ['{}', 0],
    ['{"a":1,"b":[{"c":2}]}', 3],
    ['{"a" \n : "b:", "c":"\\"d\\":"}', 2],
    ['{"a\\\\":1,"\\"":2}', 2],
    ['{"a":1,"a":2}', 2],
    ['["a","b"]', 0],
  ])('counts the property names of %s', (text, count) => {
    expect(scanJson(text, 64)).toEqual({ keyCount: count, tooDeepAt: null });
  });

  it('counts what JSON.parse finds, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(scanJson(text, 64)).toEqual({ keyCount: countKeys(JSON.parse(text)), tooDeepAt: null });
      }),
    );
  });

  it('tells where the nesting goes too deep', () => {
    expect(scanJson('[[[]]]', 3).tooDeepAt).toBeNull();
    expect(scanJson('[[ [{}]]]', 3).tooDeepAt).toBe(4);
  });

  it('does not take brackets in texts for nesting', () => {
    expect(scanJson('["[[[[", "{{{{\\"["]', 1).tooDeepAt).toBeNull();
  });

  it('comes to an end in a text that is never closed', () => {
    expect(scanJson('{"a":"never closed', 64)).toEqual({ keyCount: 1, tooDeepAt: null });
  });
});
