import { memoised } from '../../../src/ingest/normalise/memo';

describe('memoised', () => {
  it('computes a text once', () => {
    const compute = jest.fn((text: string) => text.toUpperCase());
    const upper = memoised(compute);
    expect([upper('a'), upper('a'), upper('b')]).toEqual(['A', 'A', 'B']);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('does not remember long texts, nor more than its capacity', () => {
    const compute = jest.fn((text: string) => text);
    const same = memoised(compute);
    const long = 'x'.repeat(2_000);
    same(long);
    same(long);
    expect(compute).toHaveBeenCalledTimes(2);
    for (let number = 0; number < 10_001; number += 1) same(String(number));
    compute.mockClear();
    same('0');
    expect(compute).toHaveBeenCalledTimes(1);
  });
});
