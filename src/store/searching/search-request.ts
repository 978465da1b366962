/** What is asked of the search, and what it answers; without GraphQL's words. */
import type { Noun } from '../../domain/identity';
import type { SearchQuery } from '../../domain/search-query';
import type { SqlValue } from '../database/database';
import type { Page, StoryFilter } from '../reading/selection';

export interface SearchRequest {
  readonly query: SearchQuery;
  /** Which nouns to look among, each once. */
  readonly nouns: readonly Noun[];
  /** Only stories that meet this, and perspectives on such stories; with a filter, no other nouns may be asked for. */
  readonly filter: StoryFilter | null;
  /** Cursors are places. */
  readonly page: Page;
}

/**
 * Where a hit stands among the hits, as the values of its cursor; hits come in descending order of them. Ranked ones
 * have 1, score, weight, instant, id; the others 0, the place of the noun below zero, the key, an empty text, id.
 * Their order is that of the keys, so a cursor of theirs is worth nothing in another store.
 */
export type Place = readonly [tier: number, first: number, second: number, instant: string, id: string];

/** The types of a place's values. */
export const PLACE_TYPES = ['integer', 'integer', 'integer', 'text', 'text'] as const;

/** Whether a cursor stands in the ranked part. */
export function isRanked(place: readonly SqlValue[] | null): place is Place {
  return place !== null && place[0] === 1;
}

export interface SearchHit {
  readonly noun: Noun;
  readonly key: number;
  readonly id: string;
  /** 0 for what is beyond those that are ranked. */
  readonly score: number;
  readonly place: Place;
}

export interface SearchPage {
  /** In page order: a backward page comes in reverse; one too many where there are more. */
  readonly hits: readonly SearchHit[];
  /** The nouns that have more matches than are ranked. */
  readonly beyondRanked: readonly Noun[];
  /** How many matches each of the request's nouns has, counted to one more than are ranked. */
  readonly counts: readonly number[];
}

/** How many matches of a noun are ranked: those that came into the store last. */
export const RANKED = 1_000;

/**
 * Among how many nodes of a noun phrases are looked for to be ranked: the newest that have their words in any order.
 * Whether these stand next to one another is found out by reading all their places.
 */
export const PHRASE_WINDOW = 2_000;
