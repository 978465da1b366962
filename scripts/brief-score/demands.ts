/** What is demanded of the importer for each machine-made variant of the seed brief. */
import type { WarningCode } from '../../src/ingest/formats/brief/warnings';

/** The parts of a draft that a variant may change. */
export type DraftPart = 'title' | 'sections' | 'perspectives' | 'questions' | 'topics';

/** Accepted, with these warnings beyond the seed's own and these parts different; nothing else may differ. */
export interface Accepted {
  readonly demand: 'ACCEPTED';
  readonly warnings: readonly WarningCode[];
  readonly differs: readonly DraftPart[];
  /** What is marked as truncated, where it is not what the seed marks. */
  readonly truncated?: readonly string[];
}

/** Refused, with this code. */
export interface Refused {
  readonly demand: 'REFUSED';
  readonly code: string;
}

export type Demand = Accepted | Refused;

function accepted(
  differs: readonly DraftPart[] = [],
  warnings: readonly WarningCode[] = [],
  truncated?: readonly string[],
): Accepted {
  return { demand: 'ACCEPTED', warnings: ['TRUNCATED', ...warnings], differs, truncated };
}

function whole(differs: readonly DraftPart[], warnings: readonly WarningCode[] = []): Accepted {
  return { demand: 'ACCEPTED', warnings, differs, truncated: [] };
}

function refused(code: string): Refused {
  return { demand: 'REFUSED', code };
}

const AFTER_QUESTIONS = ['topics'] as const;

/** By the name of the file. "Equal" compares headings by their words: a variant may write them in its own way. */
export const DEMANDS: Readonly<Record<string, Demand>> = {
  'blank-lines': accepted(),
  bom: accepted(),
  'bullet-dot': accepted(),
  'bullet-inline': accepted(),
  cp1252: accepted(),
  crlf: accepted(),
  'curly-headings': accepted(),
  'cut-0001': refused('NOT_A_BRIEF'),
  'cut-0014': refused('NOT_A_BRIEF'),
  'cut-0016': refused('SUMMARY_EMPTY'),
  'cut-0300': accepted(['sections', 'perspectives', 'questions', 'topics'], [], ['SUMMARY']),
  'cut-1700': accepted(['sections', 'perspectives', 'questions', 'topics'], [], ['COVERAGE', 'perspective 1']),
  'cut-2870': accepted(['sections', 'questions', 'topics'], [], ['BACKGROUND']),
  'cut-3365': accepted(['questions', ...AFTER_QUESTIONS], [], ['question 1']),
  'cut-3400': accepted(['questions', ...AFTER_QUESTIONS], [], ['question 1']),
  'cut-4000': accepted(AFTER_QUESTIONS, [], ['topic 1']),
  'cut-4060': accepted(AFTER_QUESTIONS, [], ['topic 2']),
  'cut-4300': accepted(AFTER_QUESTIONS, [], ['topic 3']),
  'cut-5170': accepted(AFTER_QUESTIONS, [], ['topic 7']),
  'cut-inside-character': accepted(['sections', 'perspectives', 'questions', 'topics'], [], ['ANALYSIS']),
  'empty-papers': accepted(['sections', 'perspectives'], ['SECTION_EMPTY']),
  empty: refused('DOCUMENT_EMPTY'),
  'headings-only': refused('SUMMARY_EMPTY'),
  'headings-upper': accepted(),
  indented: accepted(),
  markdown: accepted(),
  mojibake: accepted([], ['MOJIBAKE_REPAIRED']),
  'no-background': accepted(['sections'], ['SECTION_MISSING']),
  'no-behind': accepted(['sections'], ['SECTION_MISSING']),
  'no-go-deeper-line': accepted(),
  'no-happened': refused('SUMMARY_MISSING'),
  'no-papers': accepted(['sections', 'perspectives'], ['SECTION_MISSING']),
  'no-questions': accepted(['questions'], ['QUESTIONS_MISSING']),
  'no-topics': whole(['topics'], ['TOPICS_MISSING']),
  'plain-prose': refused('NOT_A_BRIEF'),
  'plural-heading': accepted(),
  reordered: accepted(['sections'], ['SECTIONS_REORDERED']),
  'repeated-section': accepted(['sections'], ['SECTION_REPEATED']),
  'title-first': accepted(['title']),
  'trailing-space': accepted(),
  'unknown-section': accepted(['sections'], ['SECTION_UNKNOWN']),
};
