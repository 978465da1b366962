/** The first matches are those that a plain statement gives, however common the words are and wherever the keys lie. */
import type { DataSource } from 'typeorm';
import { openStore } from '../../../src/store';
import { createDataSource } from '../../../src/store/database/data-source';
import { firstMatches, type FirstMatches } from '../../../src/store/searching/first-matches';
import { describeOnEachStore } from '../../support/stores';

/** Which keys there are, and which of them match, as SQL of a number that counts up from 1. */
interface Keys {
  readonly count: number;
  readonly key: string;
  readonly isMatch: string;
}

const ANYWHERE = 'i % 7 = 0';
const KEYS: Readonly<Record<string, Keys>> = {
  'no nodes': { count: 0, key: 'i', isMatch: 'true' },
  'one node': { count: 1, key: 'i', isMatch: 'true' },
  'all of few': { count: 40, key: 'i', isMatch: 'true' },
  'common everywhere': { count: 9_000, key: 'i', isMatch: 'i % 2 = 0' },
  'common, with gaps': { count: 5_000, key: 'i * 1000', isMatch: ANYWHERE },
  'common, with one wide gap': { count: 5_000, key: 'i + (i / 2500) * 1000000', isMatch: ANYWHERE },
  'common among the newest alone': { count: 9_000, key: 'i', isMatch: 'i > 8500 OR i < 20' },
  'common among the oldest alone': { count: 9_000, key: 'i', isMatch: 'i < 500 OR i > 8980' },
  'common, but too seldom for a page': { count: 60_000, key: 'i', isMatch: 'i % 600 = 0 OR i % 2000 < 40' },
  'nowhere': { count: 5_000, key: 'i', isMatch: 'false' },
};

/** A word, a beginning, a phrase, and what must not be there. */
const QUERIES = ["'tide'", "'ti':*", "'tide' <-> 'sea'", "'sea' & !'land'"];
const LIMITS = [0, 1, 20, 101, 1_001, 2_001];

describeOnEachStore('the first matches in the order of their keys', (_open, place) => {
  if (place.kind === 'sqlite') {
    it('are what FTS5 gives by itself on SQLite', () => expect(place.kind).toBe('sqlite'));
    return;
  }

  let raw: DataSource;
  beforeAll(async () => {
    const url = await place.freshUrl();
    await (await openStore(url)).close();
    raw = await createDataSource(url).initialize();
  }, 60_000);
  afterAll(() => raw.destroy());

  const fill = async ({ count, key, isMatch }: Keys): Promise<void> => {
    await raw.query('DELETE FROM "topicSearch"');
    const words = `CASE WHEN ${isMatch} THEN '''tide'':1 ''sea'':2' ELSE '''land'':1' END::tsvector`;
    await raw.query(
      `INSERT INTO "topicSearch" ("key", "heading", "lead", "words") SELECT ${key}, ${words}, '', ${words} FROM generate_series(1, ${count}) AS i`,
    );
    await raw.query('ANALYZE "topicSearch"');
  };
  const found = async (asked: Omit<FirstMatches, 'noun' | 'query' | 'columns'>, parameters: readonly unknown[]): Promise<number[]> => {
    const rows = await raw.query<{ key: number }[]>(firstMatches({ ...asked, noun: 'Topic', query: '$1', columns: ['key'] }), [...parameters]);
    return rows.map(({ key }) => key).sort((a, b) => (asked.way === 'ASC' ? a - b : b - a));
  };
  const expected = async (query: string, condition: string, way: string, limit: number): Promise<number[]> => {
    const rows = await raw.query<{ key: number }[]>(
      `SELECT f."key" FROM "topicSearch" f WHERE f."words" @@ $1::tsquery AND ${condition} ORDER BY f."key" ${way} LIMIT ${limit}`,
      [query],
    );
    return rows.map(({ key }) => key);
  };

  it.each(Object.entries(KEYS))('of words that are in %s', async (_where, keys) => {
    await fill(keys);
    const [{ middle } = { middle: 0 }] = await raw.query<{ middle: number }[]>(
      'SELECT coalesce((min("key") + max("key")) / 2, 0) AS middle FROM "topicSearch"',
    );
    const [below, above] = [`f."key" < ${middle}`, `f."key" > ${Math.floor(middle / 2)}`];
    for (const way of ['ASC', 'DESC'] as const) {
      for (const limit of LIMITS) {
        for (const query of QUERIES) {
          for (const part of ['heading', 'words'] as const) {
            expect(await found({ part, way, limit }, [query])).toEqual(await expected(query, 'true', way, limit));
          }
        }
        for (const conditions of [[below], [above], [below, above], ['f."key" < 0']]) {
          const asked = { part: 'words', way, conditions, limit: '$2 + 0' } as const;
          expect(await found(asked, ["'tide'", limit])).toEqual(await expected("'tide'", conditions.join(' AND '), way, limit));
        }
      }
    }
  }, 60_000);
});
