import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXAMPLE_LABELS, HEADLINE_LABELS } from '../../bench/labels/search-labels';
import { readHeadlines } from '../../bench/labels/headlines';
import { mean, ndcg, recall } from '../../bench/labels/ranking';
import { describeWithSharedData } from '../support/shared-data';

const EXAMPLES = resolve(__dirname, '../../examples/stories');

describe('ndcg', () => {
  const grades = new Map([['best', 2], ['good', 1], ['useless', 0]]);

  it('is 1 for the best order, whatever follows', () => {
    expect(ndcg(['best', 'good', 'useless', 'unknown'], grades, 10)).toBe(1);
  });

  it('counts 2^grade - 1, less the further down', () => {
    // (1 / log2 2 + 3 / log2 3) / (3 / log2 2 + 1 / log2 3)
    expect(ndcg(['good', 'best'], grades, 10)).toBeCloseTo(0.7967, 4);
    expect(ndcg(['useless', 'best'], grades, 10)).toBeCloseTo(0.5213, 4);
  });

  it('looks no further than its depth, in the list and in the best order', () => {
    expect(ndcg(['best', 'useless'], grades, 1)).toBe(1);
    expect(ndcg(['useless', 'best'], grades, 1)).toBe(0);
  });

  it('is 0 where nothing is worth finding', () => {
    expect(ndcg(['unknown'], new Map(), 10)).toBe(0);
  });
});

describe('recall', () => {
  it('is the part that was found of what is worth finding', () => {
    const grades = new Map([['a', 2], ['b', 1], ['c', 1], ['useless', 0]]);
    expect(recall(['useless', 'b', 'unknown', 'a'], grades)).toBeCloseTo(2 / 3, 10);
    expect(recall([], grades)).toBe(0);
    expect(recall(['unknown'], new Map())).toBe(0);
  });
});

describe('mean', () => {
  it('is the sum by the number, and of nothing none', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNaN();
  });
});

describe('labels of searches', () => {
  const queries = [...EXAMPLE_LABELS, ...HEADLINE_LABELS].map(({ query }) => query);

  it('are at least sixty different queries', () => {
    expect(new Set(queries).size).toBe(queries.length);
    expect(queries.length).toBeGreaterThanOrEqual(60);
  });

  it('name examples that there are', () => {
    // Given the slugs of all examples
    const texts = readdirSync(EXAMPLES).map((file) => readFileSync(join(EXAMPLES, file), 'utf8'));
    const slugs = new Set(texts.flatMap((text) => [...text.matchAll(/"slug": ?"([^"]+)"/g)].map(([, slug]) => slug)));

    // When each label is looked up
    const missing = EXAMPLE_LABELS.flatMap(({ about, touching }) => [...about, ...touching]).filter((slug) => !slugs.has(slug));

    // Then none is missing
    expect(missing).toEqual([]);
  });
});

describeWithSharedData('labels of searches among headlines', () => {
  it('name groups that there are', () => {
    const groups = new Set(readHeadlines()?.map(({ group }) => group));
    expect(groups.size).toBe(44);
    expect(HEADLINE_LABELS.flatMap((label) => label.groups).filter((group) => !groups.has(group))).toEqual([]);
  });
});
