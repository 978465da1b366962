/** Long alternatives in regular expressions, written as lists that can be read. */

/** The words of one or more lists, parted by spaces, as a group of alternatives: `a b` → `(?:a|b)`. */
export function oneOf(...lists: readonly string[]): string {
  return `(?:${lists.join(' ').split(' ').join('|')})`;
}
