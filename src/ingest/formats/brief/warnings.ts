/** What a reader of the report should know of a brief that was taken. */
import type { DocumentWarning } from '../../document';

export type WarningCode =
  | 'SECTION_MISSING'
  | 'SECTION_EMPTY'
  | 'SECTION_REPEATED'
  | 'SECTION_UNKNOWN'
  | 'SECTIONS_REORDERED'
  | 'QUESTIONS_MISSING'
  | 'TOPICS_MISSING'
  | 'TEXT_BEFORE_FIRST_HEADING'
  | 'MOJIBAKE_REPAIRED'
  | 'TRUNCATED';

/** A warning about a line, or about the brief as a whole. */
export function warning(code: WarningCode, message: string, line: number | null = null): DocumentWarning {
  return { code, message, position: line === null ? null : { line, column: 1, path: null } };
}
