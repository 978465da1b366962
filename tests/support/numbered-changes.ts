/**
 * Made-up changes of a store, each of them one commit. Every even one creates stories and updates some of those that the even
 * one before it created; every odd one takes down some of the latter.
 */
import type { StoryDraft } from '../../src/domain/story-draft';
import { normaliseStory } from '../../src/ingest/normalise';
import type { NewsStore } from '../../src/store';
import { numberedDraft } from './numbered-drafts';

/** So many stories does a change create. */
const CREATED = 100;
/** An updated story says all that the one with a number higher by this says. Another title is among it, and other topics. */
const UPDATE = 1_000_007;

/** What stories there are, by URL; `publishedAt` tells the first form of a story from the updated one. */
export type Stories = ReadonlyMap<string, string | null>;

interface Change {
  readonly saved: readonly StoryDraft[];
  readonly removed: readonly StoryDraft[];
}

function changeOf(change: number): Change {
  const round = Math.floor(change / 2);
  const numbersOf = (ofRound: number): number[] => Array.from({ length: ofRound < 0 ? 0 : CREATED }, (_, place) => ofRound * CREATED + place);
  const earlier = numbersOf(round - 1);
  if (change % 2 === 1) return { saved: [], removed: earlier.filter((number) => number % 5 === 0).map(stateAfterUpdates) };
  return { saved: [...numbersOf(round).map(numberedDraft), ...earlier.filter(isUpdated).map(stateAfterUpdates)], removed: [] };
}

const isUpdated = (number: number): boolean => number % 2 === 0;

function stateAfterUpdates(number: number): StoryDraft {
  const draft = numberedDraft(number);
  return isUpdated(number) ? { ...numberedDraft(number + UPDATE), url: draft.url } : draft;
}

/** Carries out one change; where it has been carried out already, nothing. */
export async function carryOut(store: NewsStore, change: number): Promise<void> {
  const { saved, removed } = changeOf(change);
  const outcomes = await store.save(saved.map(normaliseStory));
  for (const outcome of outcomes) if (outcome.status === 'failed') throw new Error(outcome.message);
  // A dry run tells which are there, and the slugs that they have come to.
  const there = await store.save(removed.map(normaliseStory), { dryRun: true });
  await store.remove(there.flatMap((outcome) => (outcome.status === 'unchanged' ? [outcome.slug] : [])));
}

/** The stories that there are when one more change has been carried out. */
export function storiesAfter(before: Stories, change: number): Stories {
  const stories = new Map(before);
  const { saved, removed } = changeOf(change);
  for (const { url, publishedAt } of saved) stories.set(url ?? '', publishedAt);
  for (const { url } of removed) stories.delete(url ?? '');
  return stories;
}
