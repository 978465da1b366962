import type { Database } from './database/database';
import type { StoreStats } from './store';

type Counts = Pick<StoreStats, 'stories' | 'perspectives' | 'outlets' | 'questions' | 'topics'>;

const TABLES = ['story', 'perspective', 'outlet', 'question', 'topic'] as const;
const COUNTS = ['stories', 'perspectives', 'outlets', 'questions', 'topics'] as const;

const SIZE = {
  sqlite: `SELECT page_count * page_size AS "size" FROM pragma_page_count(), pragma_page_size()`,
  postgres: `SELECT pg_database_size(current_database()) AS "size"`,
} as const;

/** What is in the store, read in one statement: the figures belong to one moment. */
export async function readStats(database: Database, schemaVersion: number): Promise<StoreStats> {
  const counts = TABLES.map((table, place) => `(SELECT count(*) FROM "${table}") AS "${COUNTS[place]}"`);
  const newest = (column: string): string => `(SELECT "${column}" FROM "story" ORDER BY "orderedAt" DESC, "id" DESC LIMIT 1)`;
  const [row] = await database.read<Record<keyof Counts, number | string> & { slug: string | null; orderedAt: string | null }>(
    `SELECT ${counts.join(', ')}, ${newest('slug')} AS "slug", ${newest('orderedAt')} AS "orderedAt"`,
  );
  if (row === undefined) throw new Error('A statement without a condition gave no row.');
  const [size] = await database.read<{ size: number | string }>(SIZE[database.dialect.name]);
  return {
    database: database.dialect.name,
    schemaVersion,
    // PostgreSQL's driver gives 64-bit counts as text.
    stories: Number(row.stories),
    perspectives: Number(row.perspectives),
    outlets: Number(row.outlets),
    questions: Number(row.questions),
    topics: Number(row.topics),
    newest: row.slug === null || row.orderedAt === null ? null : { slug: row.slug, orderedAt: row.orderedAt },
    sizeInBytes: size === undefined ? null : Number(size.size),
  };
}
