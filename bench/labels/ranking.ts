/** How good a ranked list is, held against grades: 0 of no use, the higher the better. */

/** The grades of what is worth finding, by name; what has none is of no use. */
export type Grades = ReadonlyMap<string, number>;

/**
 * Normalised discounted cumulative gain of the first `depth` of a list: 1 is the best order there can be, 0 a list
 * without anything of use. A grade counts 2^grade - 1, divided by log2(place + 1), places from 1.
 */
export function ndcg(list: readonly string[], grades: Grades, depth: number): number {
  const best = [...grades.values()].sort((a, b) => b - a);
  const ideal = gain(best.slice(0, depth));
  return ideal === 0 ? 0 : gain(list.slice(0, depth).map((name) => grades.get(name) ?? 0)) / ideal;
}

/** The part of what is worth finding that is in the list. */
export function recall(list: readonly string[], grades: Grades): number {
  const wanted = [...grades].filter(([, grade]) => grade > 0).map(([name]) => name);
  const found = new Set(list);
  return wanted.length === 0 ? 0 : wanted.filter((name) => found.has(name)).length / wanted.length;
}

/** NaN of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
