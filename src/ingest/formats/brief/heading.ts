/** The headings that the form of a brief knows, whatever the case, apostrophe or marks they are written with. */
import type { SectionKind } from '../../../domain/story-draft';

/** What a known heading opens: a section, one of the two lists, or (`GO_DEEPER`) nothing of its own. */
export type Part = Exclude<SectionKind, 'OTHER'> | 'GO_DEEPER' | 'QUESTIONS' | 'TOPICS';

/** The parts in the order of the form. */
export const PARTS_IN_ORDER = [
  'SUMMARY',
  'ANALYSIS',
  'COVERAGE',
  'BACKGROUND',
  'GO_DEEPER',
  'QUESTIONS',
  'TOPICS',
] as const satisfies readonly Part[];

/** The wordings of each heading, folded as `foldHeading` does. The first is the one met most. */
const WORDINGS: Readonly<Record<Part, readonly string[]>> = {
  SUMMARY: ['whats happened', 'what has happened', 'what happened', 'whats happening'],
  ANALYSIS: [
    'whats behind the headline',
    'whats behind the headlines',
    'what is behind the headline',
    'behind the headline',
    'behind the headlines',
  ],
  COVERAGE: ['what the papers say', 'what papers say', 'what the papers are saying', 'what the papers said'],
  BACKGROUND: ['how we got here', 'how did we get here'],
  GO_DEEPER: ['go deeper'],
  QUESTIONS: ['common question', 'common questions', 'frequently asked questions'],
  TOPICS: ['more on these topics', 'more on this topic'],
};

const PARTS: ReadonlyMap<string, Part> = new Map(
  PARTS_IN_ORDER.flatMap((part) => WORDINGS[part].map((wording): [string, Part] => [wording, part])),
);

const LONGEST = Math.max(...[...PARTS.keys()].map((wording) => wording.length));

/** The part that a line opens when it is a known heading, else null. */
export function partOf(heading: string): Part | null {
  if (heading.length > 2 * LONGEST) return null;
  return PARTS.get(foldHeading(heading)) ?? null;
}

/** Those of the parts whose heading a cut-off line may be the beginning of: `What the pap` is COVERAGE's. */
export function partsBegunBy(text: string, candidates: readonly Part[]): Part[] {
  const folded = foldHeading(text);
  if (folded === '' || folded.length > LONGEST) return [];
  return candidates.filter((part) => WORDINGS[part][0]?.startsWith(folded));
}

/** Letters and digits in lower case with one space between words; apostrophes of any kind go. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘‛`´ʼ′]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
