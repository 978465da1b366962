import type { StoryDraft } from '../../domain/story-draft';
import type { Database } from '../database/database';
import type { ExportFilter } from '../store';
import { draftOfRow, type ExportRow } from './draft-of-row';
import { exportStatement } from './export-statement';

const PAGE_SIZE = 200;

/**
 * See `NewsStore.stories`. Memory holds one page; a story that is written while the export runs is in it as a whole,
 * as it was or as it is.
 */
export async function* exportStories(
  database: Database,
  filter: ExportFilter = {},
  pageSize: number = PAGE_SIZE,
): AsyncGenerator<StoryDraft, void, undefined> {
  let afterSlug = '';
  for (;;) {
    const { sql, parameters } = exportStatement(database.dialect, filter, afterSlug, pageSize);
    const rows = await database.read<ExportRow>(sql, parameters);
    for (const row of rows) yield draftOfRow(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    afterSlug = last.slug;
  }
}
