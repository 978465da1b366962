/** Imports the variants of the seed and says what came of each. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { StoryDraft } from '../../src/domain/story-draft';
import { DocumentError, type ParsedDocument } from '../../src/ingest/document';
import { parseBrief } from '../../src/ingest/formats/brief';
import { foldHeading } from '../../src/ingest/formats/brief/heading';
import { DEMANDS, type Demand, type DraftPart } from './demands';

/** What became of a variant, in the terms in which it is demanded. */
export type Outcome =
  | {
      readonly demand: 'ACCEPTED';
      readonly warnings: string[];
      readonly differs: DraftPart[];
      readonly truncated: string[];
    }
  | { readonly demand: 'REFUSED'; readonly code: string };

/** One variant: its name, what is demanded and what came. */
export interface VariantResult {
  readonly name: string;
  readonly demand: Demand | null;
  readonly outcome: Outcome;
  readonly isMet: boolean;
}

const PARTS = ['title', 'sections', 'perspectives', 'questions', 'topics'] as const satisfies readonly DraftPart[];
const SEED = 'seed-000_131128d1b1914299.txt';

/** Imports each file of `<briefs>/variants` and compares it with the seed in `<briefs>`. */
export function variantResults(briefs: string): VariantResult[] {
  const seed = parseBrief(readFileSync(join(briefs, SEED)));
  const files = readdirSync(join(briefs, 'variants'))
    .filter((file) => file.endsWith('.txt'))
    .sort();
  return files.map((file) => {
    const name = basename(file, '.txt');
    const demand = DEMANDS[name] ?? null;
    const outcome = outcomeOf(readFileSync(join(briefs, 'variants', file)), seed);
    return { name, demand, outcome, isMet: demand !== null && isMet(demand, outcome, truncatedIn(seed.draft)) };
  });
}

function outcomeOf(bytes: Buffer, seed: ParsedDocument): Outcome {
  try {
    const { draft, warnings } = parseBrief(bytes);
    const differs = PARTS.filter((part) => !isDeepStrictEqual(comparable(draft, part), comparable(seed.draft, part)));
    return { demand: 'ACCEPTED', warnings: warnings.map(({ code }) => code), differs, truncated: truncatedIn(draft) };
  } catch (error) {
    if (error instanceof DocumentError) return { demand: 'REFUSED', code: error.code };
    throw error;
  }
}

function comparable(draft: StoryDraft, part: DraftPart): unknown {
  if (part === 'title') return [draft.title, draft.titleIsDerived];
  if (part !== 'sections') return draft[part];
  return draft.sections.map((section) => ({ ...section, heading: foldHeading(section.heading) }));
}

function truncatedIn({ sections, perspectives, questions, topics }: StoryDraft): string[] {
  const numbered = (noun: string, nodes: readonly { isTruncated: boolean }[]): string[] =>
    nodes.flatMap(({ isTruncated }, index) => (isTruncated ? [`${noun} ${index + 1}`] : []));
  return [
    ...sections.filter(({ isTruncated }) => isTruncated).map(({ kind }) => kind),
    ...numbered('perspective', perspectives),
    ...numbered('question', questions),
    ...numbered('topic', topics),
  ];
}

function isMet(demand: Demand, outcome: Outcome, seedTruncated: readonly string[]): boolean {
  if (demand.demand === 'REFUSED') return isDeepStrictEqual(demand, outcome);
  if (outcome.demand === 'REFUSED') return false;
  return (
    isDeepStrictEqual([...demand.warnings].sort(), [...outcome.warnings].sort()) &&
    isDeepStrictEqual([...demand.differs], outcome.differs) &&
    isDeepStrictEqual(demand.truncated ?? seedTruncated, outcome.truncated)
  );
}

/** A line a variant: whether the demand is met, what it is, and what came where that is something else. */
export function variantTable(briefs: string): string[] {
  return variantResults(briefs).map(({ name, demand, outcome, isMet: met }) => {
    const demanded = demand === null ? 'nothing is demanded' : describeOutcome(demand);
    return `${met ? 'met   ' : 'NOT MET'} ${name.padEnd(21)} ${demanded}${met ? '' : `\n        came: ${describeOutcome(outcome)}`}`;
  });
}

function describeOutcome(outcome: Demand | Outcome): string {
  if (outcome.demand === 'REFUSED') return `refused: ${outcome.code}`;
  const { differs, warnings, truncated } = outcome;
  const equal = differs.length === 0 ? 'accepted, equal to the seed' : `accepted, equal but for ${differs.join(', ')}`;
  const cut =
    truncated === undefined ? '' : `; truncated: ${truncated.length === 0 ? 'nothing' : truncated.join(', ')}`;
  return `${equal}; warnings: ${warnings.length === 0 ? 'none' : warnings.join(', ')}${cut}`;
}
