import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryDraft } from '../../../../src/domain/story-draft';
import { DocumentError, type ParsedDocument } from '../../../../src/ingest/document';
import { parseBrief, type BriefOptions } from '../../../../src/ingest/formats/brief';

/** The seed brief, byte for byte. */
export const seed: Buffer = readFileSync(join(__dirname, '..', '..', '..', 'fixtures', 'seed-brief.txt'));

/** Parses a brief given as text. */
export function parse(text: string, options?: BriefOptions): ParsedDocument {
  return parseBrief(Buffer.from(text, 'utf8'), options);
}

/** A whole brief around what the papers say; the town of Lindholm and its port are its subject. */
export function briefWithCoverage(coverage: string): string {
  return [
    "What's happened",
    'Dock workers at the port of Lindholm have walked out for a third day. Corvel Bank has lent the port money.',
    "What's behind the headline?",
    'The dispute is about who decides.',
    'What the papers say',
    coverage,
    'How we got here',
    'Lindholm bought the system in spring.',
    'Common question',
    '-',
    'Why Are the Dock Workers on Strike?',
    'Cranes have stood still for three days.',
    'More on these topics',
    '-',
    'Lindholm is a port city.',
    '',
  ].join('\n');
}

/** Each statement of the draft as "BASIS outlet + outlet: text". */
export function statementsOf(draft: StoryDraft): string[] {
  return draft.perspectives.flatMap(({ outlets, statements }) =>
    statements.map(({ basis, text }) => `${basis} ${outlets.map(({ name }) => name).join(' + ')}: ${text}`),
  );
}

/** Who is credited with each sentence of a papers section: "BASIS outlet + outlet", or "-" for nobody. */
export function creditsOf(...sentences: string[]): string[] {
  const credits = new Map(
    parse(briefWithCoverage(sentences.join(' '))).draft.perspectives.flatMap(({ outlets, statements }) =>
      statements.map(({ basis, text }): [string, string] => [
        text,
        `${basis} ${outlets.map(({ name }) => name).join(' + ')}`,
      ]),
    ),
  );
  return sentences.map((sentence) => credits.get(sentence) ?? '-');
}

/** The code with which a document is refused, or "accepted". */
export function refusalOf(bytes: Buffer): string {
  try {
    parseBrief(bytes);
    return 'accepted';
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
}

/** Every text that a draft has from its source, headings included, in one. */
export function allTextOf(draft: StoryDraft): string {
  const sections = draft.sections.flatMap(({ heading, blocks }) => [heading, ...blocks.map(({ text }) => text)]);
  const questions = draft.questions.flatMap(({ title, intro }) => [title, intro ?? '']);
  return [
    draft.titleIsDerived ? '' : draft.title,
    ...sections,
    ...questions,
    ...draft.topics.map(({ description }) => description ?? ''),
  ].join('\n');
}
