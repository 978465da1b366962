/** The order in which a search box offers nodes of several nouns. */
import type { SearchQuery } from '../../domain/search-query';
import { wordsIn } from '../../domain/words';
import type { Suggestion } from '../../store';
import { rangesOf, type Range } from './highlights';

export interface RankedSuggestion {
  id: string;
  text: string;
  ranges: Range[];
}

/** Those that begin as was typed first, then those that more stories have; each noun's own order is kept. */
export function rankSuggestions(found: readonly Suggestion[], { terms }: SearchQuery, size: number): RankedSuggestion[] {
  const ranked = found.map(({ id, name, storyCount }, place) => {
    const ranges = rangesOf(wordsIn(name), terms);
    const begins = ranges[0] !== undefined && ranges[0].start === (wordsIn(name)[0]?.start ?? 0);
    return { id, text: name, ranges, begins: begins ? 1 : 0, storyCount, place };
  });
  return ranked
    .sort((a, b) => b.begins - a.begins || b.storyCount - a.storyCount || a.place - b.place)
    .slice(0, size)
    .map(({ id, text, ranges }) => ({ id, text, ranges }));
}
