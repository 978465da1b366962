/** Which slug each story has: a function of the stories alone, never of the order in which they came. */
import { hash } from 'node:crypto';

const SUFFIX_LENGTH = 8;
const SUFFIX = /-[0-9a-f]{8}$/;

/** A story as far as its slug goes. */
export interface SlugClaim {
  readonly id: string;
  readonly givenSlug: string | null;
  readonly slugBase: string;
}

/**
 * A given slug is its story's own. Of the other stories with one base, the one with the smallest id has the plain
 * base, unless it is a given slug; the others have the base and a suffix of their id.
 * The claims of a base must be complete in so far as its plain slug's holder and the smallest id are among them.
 */
export function assignSlugs(claims: readonly SlugClaim[]): Map<string, string> {
  const given = new Set(claims.flatMap(({ givenSlug }) => givenSlug ?? []));
  const smallest = new Map<string, string>();
  for (const { id, givenSlug, slugBase } of claims) {
    if (givenSlug !== null) continue;
    const other = smallest.get(slugBase);
    if (other === undefined || id < other) smallest.set(slugBase, id);
  }
  return new Map(
    claims.map(({ id, givenSlug, slugBase }) => {
      if (givenSlug !== null) return [id, givenSlug];
      const wanted = smallest.get(slugBase) === id ? [slugBase, ...suffixed(slugBase, id)] : suffixed(slugBase, id);
      return [id, wanted.find((slug) => !given.has(slug)) ?? `${slugBase}-${idDigest(id)}`];
    }),
  );
}

/** The slugs whose holders can change, or decide, what slug this claim gets. */
export function slugsTouchedBy({ id, givenSlug, slugBase }: SlugClaim): string[] {
  if (givenSlug === null) return [slugBase, ...suffixed(slugBase, id)];
  // Somebody may give the very slug that another story's suffix makes: then that one's base is touched too.
  return SUFFIX.test(givenSlug) ? [givenSlug, givenSlug.replace(SUFFIX, '')] : [givenSlug];
}

function suffixed(slugBase: string, id: string): string[] {
  const hash = idDigest(id);
  return [`${slugBase}-${hash.slice(0, SUFFIX_LENGTH)}`, `${slugBase}-${hash.slice(0, 2 * SUFFIX_LENGTH)}`];
}

function idDigest(id: string): string {
  return hash('sha256', id, 'hex');
}
