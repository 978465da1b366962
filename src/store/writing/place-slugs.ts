/** Gives written stories their slugs, and moves other stories' slugs aside or back where theirs change. */
import type { Transaction } from '../database/database';
import { assignSlugs, type SlugClaim, slugsTouchedBy } from './slug-assignment';

/** A story's slug as the store has it. */
export interface StoredSlug {
  readonly key: number;
  readonly id: string;
  readonly slug: string;
  readonly slugBase: string;
  readonly slugIsGiven: boolean | number;
}

/** Another story whose slug changes. */
export interface SlugChange {
  readonly key: number;
  readonly slug: string;
}

export interface SlugPlan {
  /** By story id. */
  readonly slugs: ReadonlyMap<string, string>;
  readonly changes: readonly SlugChange[];
}

/**
 * Plans the slugs of `arriving` stories. `leaving` is what the store has of the same stories, or of those that are
 * taken down: what they hold becomes free.
 */
export async function planSlugs(
  tx: Transaction,
  arriving: readonly SlugClaim[],
  leaving: readonly StoredSlug[],
): Promise<SlugPlan> {
  const gone = new Set(leaving.map(({ id }) => id));
  const touched = new Set(arriving.flatMap(slugsTouchedBy));
  const vacated = new Set(vacatedBases(arriving, leaving));
  for (const base of vacated) touched.add(base);
  const others = (await findClaims(tx, [...touched], [...vacated])).filter(({ id }) => !gone.has(id));
  const slugs = assignSlugs([...arriving, ...others.map(claimOf)]);
  const changes = others.flatMap(({ key, id, slug }) => {
    const wanted = slugs.get(id);
    return wanted === undefined || wanted === slug ? [] : [{ key, slug: wanted }];
  });
  return { slugs, changes };
}

/** Bases that may get another holder, because the story that had the plain slug, or took a suffixed one, leaves it. */
function vacatedBases(arriving: readonly SlugClaim[], leaving: readonly StoredSlug[]): string[] {
  const staying = new Map(arriving.map((claim) => [claim.id, claim]));
  return leaving.filter((stored) => staying.get(stored.id)?.slugBase !== stored.slugBase).flatMap((stored) => {
    if (stored.slugIsGiven) return staying.has(stored.id) ? [] : slugsTouchedBy(claimOf(stored));
    return stored.slug === stored.slugBase ? [stored.slugBase] : [];
  });
}

function claimOf({ id, slug, slugBase, slugIsGiven }: StoredSlug): SlugClaim {
  return { id, slugBase, givenSlug: slugIsGiven ? slug : null };
}

function findClaims(tx: Transaction, slugs: readonly string[], bases: readonly string[]): Promise<StoredSlug[]> {
  const { dialect } = tx;
  return tx.run<StoredSlug>(
    `SELECT "key", "id", "slug", "slugBase", "slugIsGiven" FROM "story" WHERE "key" IN (
       SELECT "key" FROM "story" WHERE "slug" IN ${dialect.texts(dialect.parameter(1))}
       UNION SELECT "key" FROM "story" WHERE "slugIsGiven" = false AND "slugBase" IN ${dialect.texts(dialect.parameter(2))})`,
    [JSON.stringify(slugs), JSON.stringify(bases)],
  );
}

/**
 * Takes slugs that change out of the way: each becomes the story's id, which no slug looks like. Two stories can
 * trade slugs only so, because each row is checked as it is written.
 */
export async function park(tx: Transaction, storyKeys: readonly number[]): Promise<void> {
  if (storyKeys.length === 0) return;
  const keys = tx.dialect.keys(tx.dialect.parameter(1));
  await tx.run(`UPDATE "story" SET "slug" = "id" WHERE "key" IN ${keys}`, [JSON.stringify(storyKeys)]);
}

/** Gives parked stories their slugs. */
export async function unpark(tx: Transaction, changes: readonly SlugChange[]): Promise<void> {
  if (changes.length === 0) return;
  const given = tx.dialect.bulk({ key: 'integer', slug: 'text' }, changes.map(({ key, slug }) => ({ key, slug })), 'given');
  await tx.run(
    `UPDATE "story" AS story SET "slug" = given."slug" FROM ${given.table} WHERE story."key" = given."key"`,
    given.parameters,
  );
}
