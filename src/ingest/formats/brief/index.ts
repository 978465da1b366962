/** A news brief in plain text → a story draft. The rules are described in docs/briefs.md. */
import type { QuestionDraft, Section, StoryDraft } from '../../../domain/story-draft';
import { sectionOf, textOf } from '../../../domain/story-draft';
import { deriveTitle } from './title';
import { DocumentError, type DocumentOptions, type DocumentWarning, type ParsedDocument } from '../../document';
import { applyDocumentOptions } from '../../document-options';
import { decodeText, type DecodedText } from '../../encoding';
import { shippedOutlets, type OutletDictionary } from '../../outlets';
import { perspectivesOf } from './papers/perspectives';
import { languageOf } from './language';
import { linesOf } from './line';
import { refuseMarkup } from './markup';
import { outlineOf, type Outline, type OutlineItem } from './outline';
import { readPreamble } from './preamble';
import { missingParts, sectionsOf } from './sections';
import { subjectOf } from './subject';
import { topicOf } from './topic';
import { stopOf, type Stop } from './stop';
import { warning } from './warnings';

/** What a caller may say of a brief; `outlets` are those that are known by name, the shipped ones by default. */
export type BriefOptions = DocumentOptions & { outlets?: OutletDictionary };

/**
 * Understands one brief. Throws `DocumentError`: `BINARY`, `ENCODING_UNKNOWN`, `DOCUMENT_EMPTY`, `MARKUP`,
 * `NOT_A_BRIEF`, `SUMMARY_MISSING`, `SUMMARY_EMPTY`, or `OPTION_INVALID` for an option that cannot be taken.
 */
export function parseBrief(
  bytes: Buffer,
  { outlets = shippedOutlets(), ...options }: BriefOptions = {},
): ParsedDocument {
  const decoded = decodeText(bytes);
  refuseMarkup(decoded.text);
  const lines = linesOf(decoded.text);
  if (lines.length === 0) throw new DocumentError('DOCUMENT_EMPTY', 'there is no text in it');
  const outline = outlineOf(lines, !/[\n\r]$/.test(decoded.text));
  const stop = stopOf(outline, lines, decoded.endsInsideCharacter);
  const { draft, warnings } = draftOf(outline, stop, outlets);
  return { draft: applyDocumentOptions(draft, options), warnings: [...encodingWarnings(decoded), ...warnings] };
}

function draftOf(outline: Outline, stop: Stop, outlets: OutletDictionary): ParsedDocument {
  const preamble = readPreamble(outline.preamble);
  const { sections, warnings } = sectionsOf({ ...outline, preamble: [...preamble.rest] }, (section) =>
    stop.hits(section),
  );
  const topics = outline.topics.map((item) => topicOf(item.lines, stop.hits(item)));
  const questions = outline.questions.map((item) => questionOf(item, stop.hits(item)));
  const coverage = sectionOf({ sections }, 'COVERAGE');
  const subject = subjectOf(sections, topics, questions);
  const summary = sectionOf({ sections }, 'SUMMARY');
  const summaryText = summary === null ? '' : textOf(summary);
  const draft: StoryDraft = {
    slug: null,
    title: preamble.title ?? titleOf(summary),
    titleIsDerived: preamble.title === null,
    language: languageOf(summaryText),
    url: preamble.url,
    publishedAt: preamble.publishedAt,
    sourceUpdatedAt: null,
    importedAt: null,
    updatedAt: null,
    sections,
    perspectives: coverage === null ? [] : perspectivesOf(coverage.blocks, coverage.isTruncated, outlets, subject),
    questions,
    topics,
  };
  return { draft, warnings: [...warnings, ...missingParts(outline, stop.isTruncated), ...stop.warnings] };
}

function titleOf(summary: Section | null): string {
  const paragraph = summary?.blocks.find(({ kind }) => kind === 'PARAGRAPH')?.text ?? '';
  return deriveTitle(paragraph);
}

/** The first line of a question is its title, the others (one, in the form) its intro. */
function questionOf({ lines }: OutlineItem, isTruncated: boolean): QuestionDraft {
  const [title = '', ...intro] = lines;
  return { title, slug: null, intro: intro.length === 0 ? null : intro.join('\n'), answer: null, isTruncated };
}

function encodingWarnings({ repairedMojibake }: DecodedText): DocumentWarning[] {
  if (!repairedMojibake) return [];
  return [
    warning(
      'MOJIBAKE_REPAIRED',
      'the text had been read as Windows-1252 and written as UTF-8 ("â€™" for "’"); it was put right',
    ),
  ];
}
