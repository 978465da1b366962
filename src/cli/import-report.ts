/** What an import tells: failures and warnings as they come, and the sums at its end. */
import type { DocumentOrigin, DocumentWarning, ImportFailure, ImportResult } from '../newsgraph';

/** The sums of an import. */
export interface ImportSummary {
  documents: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  warnings: number;
}

/** More of them would bury the failures; all are counted, and `--json` gives all. */
const WARNINGS_SHOWN = 50;
/** So few stories are listed one by one. */
const STORIES_LISTED = 10;

/** Gathers results into sums and the lines that are told of them. */
export class ImportReport {
  readonly summary: ImportSummary = { documents: 0, created: 0, updated: 0, unchanged: 0, failed: 0, warnings: 0 };
  private readonly firstStories: string[] = [];

  /** Takes a result in and gives the lines to tell at once. */
  add({ origin, status, slug, warnings, error }: ImportResult): string[] {
    const { summary } = this;
    summary.documents += 1;
    summary[status] += 1;
    const untold = Math.max(0, WARNINGS_SHOWN - summary.warnings);
    summary.warnings += warnings.length;
    if (slug !== null && this.firstStories.length <= STORIES_LISTED) this.firstStories.push(`${status.padEnd(9)} ${slug}`);
    const lines = warnings.slice(0, untold).map((warning) => warningLine(origin, warning));
    return error === null ? lines : [...lines, failureLine(origin, error)];
  }

  /** The lines at the end; of an import that is not whole, something else says why. */
  conclusion({ isDryRun, isWhole }: { isDryRun: boolean; isWhole: boolean }): string[] {
    const { documents, created, updated, unchanged, failed, warnings } = this.summary;
    if (documents === 0 && isWhole) return ['no documents: folders are searched for .txt, .story.json and .stories.jsonl files'];
    const sums = `${created} created, ${updated} updated, ${unchanged} unchanged, ${failed} failed`;
    const hidden = warnings > WARNINGS_SHOWN ? `, the first ${WARNINGS_SHOWN} shown` : '';
    return [
      ...(this.firstStories.length <= STORIES_LISTED ? this.firstStories : []),
      `${plural(documents, 'document')}: ${sums}${warnings > 0 ? `; ${plural(warnings, 'warning')}${hidden}` : ''}`,
      ...(isDryRun ? ['dry run: nothing was kept'] : []),
    ];
  }
}

/** One line for a document that was not taken: where, why, and the stable code of the reason. */
export function failureLine(origin: DocumentOrigin, { code, message, position }: ImportFailure): string {
  return `${place(origin, position)}: failed: ${message} [${code}]`;
}

function warningLine(origin: DocumentOrigin, { code, message, position }: DocumentWarning): string {
  return `${place(origin, position)}: warning: ${message} [${code}]`;
}

/** `file:line:column`, which editors and terminals open. */
function place(origin: DocumentOrigin, position: ImportFailure['position']): string {
  const line = position?.line ?? origin.line ?? null;
  const column = line === null ? null : (position?.column ?? null);
  return [origin.source, line, column].filter((part) => part !== null).join(':');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
