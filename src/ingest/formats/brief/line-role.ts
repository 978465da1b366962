/**
 * Which lines inside a section are headings. The form prints its own headings in sentence case ("How we got
 * here") and sub-headings in title case ("Who Pays"), both short and without a full stop. A text that marks
 * its headings (with `##`, in capitals) marks sections and sub-headings differently.
 */
import type { SectionKind } from '../../../domain/story-draft';
import { isTitleCase, isUpperCase, wordsOf } from './casing';
import { partOf } from './heading';
import type { Line } from './line';

/** What a line inside a section is. */
export type LineRole = 'TEXT' | 'SUBHEADING' | 'SECTION';

/** How the document writes the known headings: learnt from the first of them. */
export interface HeadingStyle {
  readonly level: number;
  readonly isUpperCase: boolean;
}

/** Where the line stands. */
export interface LineContext {
  readonly kind: SectionKind;
  readonly style: HeadingStyle;
  /** No text stands between the section's heading and the line. */
  readonly opensSection: boolean;
  /** The next line that is not blank, or null at the end of the text. */
  readonly next: Line | null;
}

const MAX_LENGTH = 90;
const MAX_WORDS = 12;

/** What the line is, in its context. */
export function roleOf(line: Line, context: LineContext): LineRole {
  if (line.level > 0 && line.bullet === null) return roleOfMarked(line, context);
  if (!looksLikeHeading(line, context)) return 'TEXT';
  return roleOfPlain(line, context);
}

function roleOfMarked(line: Line, { style, kind, opensSection, next }: LineContext): LineRole {
  if (line.heading.length > 2 * MAX_LENGTH) return 'TEXT';
  if (style.level > 0) return line.level <= style.level ? 'SECTION' : 'SUBHEADING';
  // The known headings bear no mark here, so a mark is the document's way to set something below them.
  if (next === null || partOf(next.heading) !== null) return 'TEXT';
  return kind === 'ANALYSIS' || opensSection || isTitleCase(line.heading) ? 'SUBHEADING' : 'SECTION';
}

function looksLikeHeading(line: Line, { kind, next }: LineContext): boolean {
  if (line.bullet !== null || line.raw.length > MAX_LENGTH || !/^[\p{Lu}\p{N}"'“‘«¿]/u.test(line.raw)) return false;
  if (/[.,;!…:。]["'”’»)\]]*$/u.test(line.raw) && !(line.raw.endsWith(':') && isTitleCase(line.raw))) return false;
  if (wordsOf(line.raw).length > MAX_WORDS) return false;
  // A heading stands over a text. A short line at a section's end is a paragraph that lacks its full stop.
  if (next === null || next.bullet !== null || partOf(next.heading) !== null) return false;
  // What the papers say may open with a list of their names.
  return !(kind === 'COVERAGE' && line.raw.includes(','));
}

function roleOfPlain(line: Line, { kind, style, opensSection }: LineContext): LineRole {
  if (style.level > 0) return 'SUBHEADING';
  if (style.isUpperCase) return isUpperCase(line.raw) && !opensSection ? 'SECTION' : 'SUBHEADING';
  if (opensSection) return 'SUBHEADING';
  if (wordsOf(line.raw).length === 1) return kind === 'ANALYSIS' ? 'SUBHEADING' : 'SECTION';
  return isTitleCase(line.raw) || isUpperCase(line.raw) ? 'SUBHEADING' : 'SECTION';
}
