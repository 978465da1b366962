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

/** Those that begin as was typed first, then those that more stories have; each noun's own order is kept, as it is found. */
export function rankSuggestions(found: readonly Suggestion[], { terms }: SearchQuery, size: number): RankedSuggestion[] {
  const ranked = found.map((suggestion, place) => ({ ...suggestion, place }));
  return ranked
    .sort((a, b) => b.begins - a.begins || b.storyCount - a.storyCount || a.place - b.place)
    .slice(0, size)
    .map(({ id, name }) => ({ id, text: name, ranges: rangesOf(wordsIn(name), terms) }));
}
