/** The outline's sections → the story's: one of each known kind, all texts kept. */
import type { Block, Section, SectionKind } from '../../../domain/story-draft';
import { DocumentError, type DocumentWarning } from '../../document';
import { PARTS_IN_ORDER, type Part } from './heading';
import type { Outline, OutlineSection } from './outline';
import { warning } from './warnings';

/** The sections of a story and what is odd about them. */
export interface ReadSections {
  readonly sections: Section[];
  readonly warnings: DocumentWarning[];
}

/**
 * The sections in their order. A known kind that comes again is an OTHER section in its place.
 * Throws `DocumentError` with the code `NOT_A_BRIEF`, `SUMMARY_MISSING` or `SUMMARY_EMPTY`.
 */
export function sectionsOf(outline: Outline, isTruncated: (section: OutlineSection) => boolean): ReadSections {
  refuseWithoutSummary(outline);
  const warnings: DocumentWarning[] = [];
  const seen = new Set<SectionKind>();
  const sections = outline.sections.map((section): Section => {
    const kind = seen.has(section.kind) ? 'OTHER' : section.kind;
    warnings.push(...oddities(section, kind, isTruncated(section)));
    seen.add(section.kind);
    return { kind, heading: section.heading, blocks: blocksOf(section), isTruncated: isTruncated(section) };
  });
  const preamble = preambleOf(outline);
  if (preamble !== null) {
    warnings.unshift(
      warning(
        'TEXT_BEFORE_FIRST_HEADING',
        'the text before the first heading is kept as a section without one',
        outline.preamble[0]?.number,
      ),
    );
    sections.unshift(preamble);
  }
  if (isOutOfOrder(outline.parts))
    warnings.push(
      warning('SECTIONS_REORDERED', 'the sections are not in their usual order; they are kept as they stand'),
    );
  return { sections, warnings };
}

function blocksOf(section: OutlineSection): Block[] {
  return section.lines.map(({ line, isSubheading }) =>
    isSubheading ? { kind: 'SUBHEADING', text: line.heading } : { kind: 'PARAGRAPH', text: line.raw },
  );
}

function oddities(section: OutlineSection, kind: SectionKind, isTruncated: boolean): DocumentWarning[] {
  const { heading, lineNumber } = section;
  const found: DocumentWarning[] = [];
  if (section.kind === 'OTHER')
    found.push(warning('SECTION_UNKNOWN', `the section "${heading}" is none of the form's; it is kept`, lineNumber));
  else if (kind === 'OTHER')
    found.push(
      warning(
        'SECTION_REPEATED',
        `the section "${heading}" stands here again; it is kept as one of its own`,
        lineNumber,
      ),
    );
  if (section.lines.length === 0 && !isTruncated)
    found.push(warning('SECTION_EMPTY', `the section "${heading}" has no text`, lineNumber));
  return found;
}

function preambleOf({ preamble }: Outline): Section | null {
  if (preamble.length === 0) return null;
  return {
    kind: 'OTHER',
    heading: '',
    blocks: preamble.map(({ raw }) => ({ kind: 'PARAGRAPH', text: raw })),
    isTruncated: false,
  };
}

function refuseWithoutSummary({ parts, sections }: Outline): void {
  if (parts.size === 0) {
    throw new DocumentError('NOT_A_BRIEF', 'no heading of a brief was found; the first would be "What\'s happened"', {
      line: 1,
      column: 1,
      path: null,
    });
  }
  const summary = sections.find(({ kind }) => kind === 'SUMMARY');
  if (summary === undefined) {
    throw new DocumentError('SUMMARY_MISSING', 'there is no section "What\'s happened"; a story needs its summary', {
      line: 1,
      column: 1,
      path: null,
    });
  }
  if (summary.lines.every(({ isSubheading }) => isSubheading)) {
    throw new DocumentError(
      'SUMMARY_EMPTY',
      `the section "${summary.heading}" has no text; a story needs its summary`,
      { line: summary.lineNumber, column: 1, path: null },
    );
  }
}

function isOutOfOrder(parts: ReadonlySet<Part>): boolean {
  const places = [...parts].map((part) => PARTS_IN_ORDER.indexOf(part));
  return places.some((place, index) => place < (places[index - 1] ?? -1));
}

/** Warnings for the known parts that are not there, unless the text stops before they could come. */
export function missingParts({ parts, questions, topics }: Outline, isTruncated: boolean): DocumentWarning[] {
  const latest = Math.max(...[...parts].map((part) => PARTS_IN_ORDER.indexOf(part)));
  const couldBeThere = (part: Part): boolean => !isTruncated || PARTS_IN_ORDER.indexOf(part) < latest;
  const missing: DocumentWarning[] = [];
  for (const part of ['ANALYSIS', 'COVERAGE', 'BACKGROUND'] as const) {
    if (!parts.has(part) && couldBeThere(part))
      missing.push(warning('SECTION_MISSING', `there is no section ${QUOTED[part]}`));
  }
  if (questions.length === 0 && couldBeThere('QUESTIONS'))
    missing.push(warning('QUESTIONS_MISSING', 'there are no questions'));
  if (topics.length === 0 && couldBeThere('TOPICS')) missing.push(warning('TOPICS_MISSING', 'there are no topics'));
  return missing;
}

const QUOTED = {
  ANALYSIS: '"What\'s behind the headline?"',
  COVERAGE: '"What the papers say"',
  BACKGROUND: '"How we got here"',
} as const;
