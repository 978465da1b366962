/**
 * In which order a story's sections stand. A document groups them by kind, so a story whose sections stand in
 * another order than the usual one says so by their positions.
 */
import { SECTION_KINDS, type Section, type SectionKind } from '../../../domain/story-draft';
import type { JsonPath } from './json-path';
import { ProblemError } from './problem';

/** A section with the place that its document gives it, if any. */
export interface PlacedSection {
  section: Section;
  position: number | null;
  path: JsonPath;
}

/**
 * The sections in their story's order. Those with a position stand there; the others, which come in the usual
 * order, fill the places left over. Throws `ProblemError` for a position that is taken or beyond the last section.
 */
export function inStoryOrder(sections: readonly PlacedSection[]): Section[] {
  const places = new Array<Section | undefined>(sections.length).fill(undefined);
  for (const { section, position, path } of sections) {
    if (position === null) continue;
    const message = positionFault(position, places);
    if (message !== null) throw new ProblemError({ path: [...path, 'position'], message });
    places[position] = section;
  }
  const rest = sections.filter(({ position }) => position === null).map(({ section }) => section);
  return places.flatMap((section) => section ?? rest.shift() ?? []);
}

/** Whether the sections stand in the usual order: summary, analysis, coverage, background, others. */
export function isUsualOrder(sections: readonly Section[]): boolean {
  return sections.every(({ kind }, i) => i === 0 || rank(sections[i - 1]?.kind ?? kind) <= rank(kind));
}

function positionFault(position: number, places: readonly (Section | undefined)[]): string | null {
  if (position >= places.length) {
    return `expected a place among the story's ${places.length} sections, 0 to ${places.length - 1}, found ${position}`;
  }
  return places[position] === undefined ? null : `expected a place of its own; ${position} is taken by another section`;
}

function rank(kind: SectionKind): number {
  return SECTION_KINDS.indexOf(kind);
}
