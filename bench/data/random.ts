/** Numbers that look random and are the same on every machine and in every run. */

/** A number from 0 up to, and without, 1. */
export type Random = () => number;

/** A generator from this seed (mulberry32: small, fast, and good enough for choosing words). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to, and without, `end`. */
export function below(end: number, random: Random): number {
  return Math.floor(random() * end);
}

/** So many different draws, in the order in which they came. */
export function distinct(count: number, draw: () => number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(draw());
  return [...drawn];
}

/** Draws ranks from 0 up to, and without, `count` by Zipf's law: rank r comes in proportion to 1 / (r + 1)^exponent. */
export function zipf(count: number, exponent: number): (random: Random) => number {
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) upTo[rank] = sum += (rank + 1) ** -exponent;
  return (random) => firstAbove(upTo, random() * sum);
}

/** Where an ascending list first holds more than a value that its last member exceeds. */
function firstAbove(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
