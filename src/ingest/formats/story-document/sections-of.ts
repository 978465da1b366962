/** The texts of a story document → sections and passages. */
import { type Block, type Passage, type Section, SECTION_HEADINGS } from '../../../domain/story-draft';
import type { JsonPath } from './json-path';
import { inStoryOrder, type PlacedSection } from './section-order';
import type { PassageDocument, PassageObject, SectionObject, StoryDocument } from './story-document';

const KNOWN_SECTIONS = [
  ['summary', 'SUMMARY'],
  ['analysis', 'ANALYSIS'],
  ['coverage', 'COVERAGE'],
  ['background', 'BACKGROUND'],
] as const;

/** A line break, then at least one line of nothing but white space. */
const BLANK_LINES = /(?:\r\n|\n|\r(?!\n))(?:[^\S\r\n]*(?:\r\n|\n|\r(?!\n)))+/;

/** All sections of a document in the story's order. Throws `ProblemError` for impossible positions. */
export function sectionsOf(document: StoryDocument): Section[] {
  const placed: PlacedSection[] = [];
  for (const [property, kind] of KNOWN_SECTIONS) {
    const given = objectOf(document[property]);
    if (given !== null) placed.push(place(given, { kind, heading: SECTION_HEADINGS[kind] }, [property]));
  }
  (document.otherSections ?? []).forEach((section, i) => {
    placed.push(place(section, { kind: 'OTHER', heading: section.heading }, ['otherSections', i]));
  });
  return inStoryOrder(placed);
}

/** A passage, or null where the document gives none. */
export function passageOf(given: PassageDocument | null | undefined): Passage | null {
  const document = objectOf(given);
  return document === null ? null : { blocks: blocksOf(document), isTruncated: document.isTruncated === true };
}

/** The paragraphs of a text, parted by blank lines; each verbatim, its own line breaks and indentation included. */
export function paragraphsOf(text: string): Block[] {
  return text
    .split(BLANK_LINES)
    .filter((paragraph) => /\S/.test(paragraph))
    .map((paragraph) => ({ kind: 'PARAGRAPH', text: paragraph }));
}

function place(document: SectionObject, usual: Pick<Section, 'kind' | 'heading'>, path: JsonPath): PlacedSection {
  const section: Section = {
    kind: usual.kind,
    heading: document.heading ?? usual.heading,
    blocks: blocksOf(document),
    isTruncated: document.isTruncated === true,
  };
  return { section, position: document.position ?? null, path };
}

/** A text as an object; an empty one says nothing. */
function objectOf<T extends PassageObject>(given: string | T | null | undefined): PassageObject | T | null {
  if (given == null || given === '') return null;
  return typeof given === 'string' ? { blocks: paragraphsOf(given) } : given;
}

/** Without properties of a producer's own. */
function blocksOf(document: PassageObject): Block[] {
  return document.blocks.map(({ kind, text }) => ({ kind, text }));
}
