import { searchable } from '../../../src/store/database/postgres-text';

describe('searchable', () => {
  it.each([null, 0, 7, 'a text', 'é 𝒏', '', '["a","\\n","\\u001f","C:\\\\u0000"]', 'C:\\u0000'])('leaves %j as it is', (value) => {
    expect(searchable(value)).toBe(value);
  });

  it.each([
    ['a\0b\0', 'a\ufffdb\ufffd'],
    ['\ud800 \udfff 𝒏', '\ufffd \ufffd 𝒏'],
  ])('replaces what no text holds in %j', (value, expected) => {
    expect(searchable(value)).toBe(expected);
  });

  it.each(['a\0b', '\ud800', 'x\udfff\udc00', '\\u0000 \0', '\\\ud800'])('replaces it in lists: %j', (text) => {
    const list = searchable(JSON.stringify([text, { slug: text }, 'other']));

    const expected = String(searchable(text));
    expect(JSON.parse(String(list))).toEqual([expected, { slug: expected }, 'other']);
  });
});
