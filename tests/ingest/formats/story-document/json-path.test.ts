import { formatJsonPath, pathOfPointer, valueAt } from '../../../../src/ingest/formats/story-document/json-path';

describe('formatJsonPath', () => {
  it.each([
    [[], '$'],
    [['topics', 0, 'name'], '$.topics[0].name'],
    [['x-note', '$schema', 'a"b'], '$["x-note"].$schema["a\\"b"]'],
  ])('writes %j as %s', (path, text) => {
    expect(formatJsonPath(path)).toBe(text);
  });
});

describe('pathOfPointer', () => {
  it('tells an index from a key of digits by the value', () => {
    const value = { list: [{ '0': 'a' }] };
    expect(pathOfPointer('/list/0/0', value)).toEqual(['list', 0, '0']);
  });

  it('undoes the escapes of RFC 6901', () => {
    expect(pathOfPointer('/a~1b/c~0d', {})).toEqual(['a/b', 'c~d']);
  });

  it('gives the empty path for the root', () => {
    expect(pathOfPointer('', {})).toEqual([]);
  });
});

describe('valueAt', () => {
  it('finds own values only', () => {
    expect(valueAt({ a: [1, { b: 2 }] }, ['a', 1, 'b'])).toBe(2);
    expect(valueAt({ a: 1 }, ['a', 'b'])).toBeUndefined();
    expect(valueAt({}, ['constructor'])).toBeUndefined();
  });
});
