import type { StoryDraft } from '../../domain/story-draft';
import type { Database } from '../database/database';
import type { ExportFilter } from '../store';
import { draftOfRow, type ExportRow, type Json, parse } from './draft-of-row';
import { keysStatement, storiesStatement } from './export-statement';

const PAGE_SIZE = 200;

/**
 * See `NewsStore.stories`. Which stories come, and in which order, is read at the beginning, in one statement: slugs and
 * all that a filter asks for may change while the export runs, and pages that followed one another by slug would lose a
 * story that moves behind the page and give one twice that moves ahead. Keys never change and are never used again.
 *
 * Memory holds the keys, some bytes a story, and one page. No transaction is held for all of it: whoever reads slowly, or
 * stops in the middle, would keep a connection and have the database keep all that is written meanwhile.
 */
export async function* exportStories(
  database: Database,
  filter: ExportFilter = {},
  pageSize: number = PAGE_SIZE,
): AsyncGenerator<StoryDraft, void, undefined> {
  const keys = await keysOf(database, filter);
  for (let start = 0; start < keys.length; start += pageSize) {
    const page = keys.slice(start, start + pageSize);
    const { sql, parameters } = storiesStatement(database.dialect, page);
    const rows = await database.read<ExportRow>(sql, parameters);
    const rowOf = new Map(rows.map((row) => [row.key, row]));
    for (const key of page) {
      const row = rowOf.get(key);
      // It was removed meanwhile.
      if (row !== undefined) yield draftOfRow(row);
    }
  }
}

async function keysOf(database: Database, filter: ExportFilter): Promise<number[]> {
  const { sql, parameters } = keysStatement(database.dialect, filter);
  const [row] = await database.read<{ keys: Json<number[]> }>(sql, parameters);
  return row === undefined ? [] : parse(row.keys);
}
