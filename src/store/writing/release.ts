import type { Transaction } from '../database/database';
import { deleteTies, readTies } from './stored-ties';
import type { StoryTies } from './story-ties';
import type { TallyChange } from './tally-change';

/** Takes what stories say out of the store and out of the tallies; gives the ties that they had. */
export async function release(tx: Transaction, storyKeys: readonly number[], tallies: TallyChange): Promise<StoryTies[]> {
  if (storyKeys.length === 0) return [];
  const ties = [...(await readTies(tx, storyKeys)).values()];
  for (const each of ties) tallies.count(each, -1);
  await deleteTies(tx, storyKeys);
  return ties;
}
