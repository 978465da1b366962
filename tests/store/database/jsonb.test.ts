/** What the program writes in SQLite's binary JSON is what SQLite reads. */
import fc from 'fast-check';
import sqlite3 from 'sqlite3';
import { jsonbRows } from '../../../src/store/database/jsonb';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 200);
const NAMES = ['a', 'b', 'c'];

interface Read {
  readonly isStrict: number;
  readonly json: string;
}

describe('rows in binary JSON', () => {
  let database: sqlite3.Database;

  beforeAll(() => {
    database = new sqlite3.Database(':memory:');
  });

  afterAll(() => new Promise<void>((resolve) => database.close(() => resolve())));

  const read = (bytes: Buffer): Promise<Read> =>
    new Promise((resolve, reject) => {
      database.get<Read>('SELECT json_valid(?1, 8) AS "isStrict", json(?1) AS "json"', [bytes], (error, row) =>
        error === null ? resolve(row) : reject(error),
      );
    });

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.string({ unit: 'binary-ascii', maxLength: 400 }),
    // The lengths at which headers and ways of copying change.
    fc.constantFrom(0, 1, 40, 41, 84, 85, 86, 255, 256, 70_000).chain((length) => fc.constantFrom('x', '水', 'é').map((letter) => letter.repeat(length))),
  );
  const anyValue = fc.oneof(anyText, fc.maxSafeInteger(), fc.boolean(), fc.constant(null));

  it('are valid to the last byte, and hold the values in the order of the columns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ c: anyValue, a: anyValue, b: anyValue }), { maxLength: 30 }), async (rows) => {
        const { isStrict, json } = await read(jsonbRows(NAMES, rows));

        expect(isStrict).toBe(1);
        expect(JSON.parse(json)).toEqual(rows.map(({ a, b, c }) => [a, b, c]));
      }),
      { numRuns: RUNS },
    );
  });

  it('hold null for what a row has not', async () => {
    expect((await read(jsonbRows(NAMES, [{ b: 1 }]))).json).toBe('[[null,1,null]]');
  });

  it.each([
    ['a fraction', 0.5, 'A row holds 0.5, which is no whole number.'],
    ['a number that is none', Number.NaN, 'A row holds NaN, which is no whole number.'],
    ['an object', {}, 'A row holds object, which is no SQL scalar.'],
    ['a function', () => undefined, 'A row holds function, which is no SQL scalar.'],
  ])('refuse %s', (_case, value, message) => {
    expect(() => jsonbRows(NAMES, [{ a: value }])).toThrow(new TypeError(message));
  });
});
