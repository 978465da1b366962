/** References of a filter that nothing has: a slip, where nobody means to get nothing. */
import type { Database } from '../database/database';
import type { ExportFilter, UnknownReference } from '../store';

const KINDS = [
  ['slugs', 'story'],
  ['topics', 'topic'],
  ['outlets', 'outlet'],
] as const satisfies readonly (readonly [keyof ExportFilter, UnknownReference['kind']])[];

/** So many slugs are looked through for one that was meant; in memory they take some 10 MB. */
const MAX_LIKE_SLUGS = 100_000;

/** See `NewsStore.findUnknownReference`. */
export async function findUnknownReference(database: Database, filter: ExportFilter): Promise<UnknownReference | null> {
  for (const [key, kind] of KINDS) {
    const slug = await firstUnknown(database, kind, filter[key] ?? []);
    if (slug !== null) return { kind, slug, likeSlugs: await slugsOfLikeLength(database, kind, slug.length) };
  }
  return null;
}

async function firstUnknown(database: Database, kind: UnknownReference['kind'], slugs: readonly string[]): Promise<string | null> {
  if (slugs.length === 0) return null;
  const { dialect } = database;
  const [unknown] = await database.read<{ slug: string }>(
    `SELECT given."value" AS "slug" FROM ${dialect.values(dialect.parameter(1), 'given')}
     WHERE NOT EXISTS (SELECT 1 FROM "${kind}" AS node WHERE node."slug" = given."value") ORDER BY given."place" LIMIT 1`,
    [JSON.stringify(slugs)],
  );
  return unknown?.slug ?? null;
}

async function slugsOfLikeLength(database: Database, kind: UnknownReference['kind'], length: number): Promise<string[]> {
  const { dialect } = database;
  const rows = await database.read<{ slug: string }>(
    `SELECT "slug" FROM "${kind}" WHERE length("slug") BETWEEN ${dialect.parameter(1)} AND ${dialect.parameter(2)} LIMIT ${MAX_LIKE_SLUGS}`,
    [Math.floor(length / 2), length * 2],
  );
  return rows.map(({ slug }) => slug);
}
