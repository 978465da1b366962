/** Saving as callers see it: transactions, dry runs, and good stories kept where one of their batch fails. */
import type { NormalisedStory } from '../../domain/normalised-story';
import { ConstraintError } from '../database/constraint-error';
import type { Database, Transaction } from '../database/database';
import { StoreUnavailableError } from '../errors';
import type { SaveOptions, SaveOutcome } from '../store';
import { writeBatch } from './write-batch';

/** Thrown to leave a dry run's transaction: all is rolled back, and the outcomes are what it carries. */
class DryRunOver extends Error {
  constructor(readonly outcomes: SaveOutcome[]) {
    super('dry run');
  }
}

/** See `NewsStore.save`. */
export async function saveStories(
  database: Database,
  stories: readonly NormalisedStory[],
  { dryRun = false, now = new Date().toISOString() }: SaveOptions = {},
): Promise<SaveOutcome[]> {
  if (stories.length === 0) return [];
  const attempt = (write: typeof saveTogether): Promise<SaveOutcome[]> =>
    inTransaction(database, dryRun, (tx) => write(tx, stories, now));
  try {
    return await attempt(saveTogether);
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    return attempt(saveOneByOne);
  }
}

async function inTransaction(
  database: Database,
  isDryRun: boolean,
  write: (tx: Transaction) => Promise<SaveOutcome[]>,
): Promise<SaveOutcome[]> {
  if (!isDryRun) return database.transaction(write);
  try {
    return await database.transaction(async (tx): Promise<never> => {
      throw new DryRunOver(await write(tx));
    });
  } catch (error) {
    if (error instanceof DryRunOver) return error.outcomes;
    throw error;
  }
}

async function saveTogether(tx: Transaction, stories: readonly NormalisedStory[], now: string): Promise<SaveOutcome[]> {
  const outcomes: SaveOutcome[] = [];
  for (const part of partsWithoutRepeats(stories)) outcomes.push(...(await writeBatch(tx, part, now)));
  return outcomes;
}

/** Still one transaction, so that all outcomes are true at once; each story can be taken back alone. */
async function saveOneByOne(tx: Transaction, stories: readonly NormalisedStory[], now: string): Promise<SaveOutcome[]> {
  const outcomes: SaveOutcome[] = [];
  for (const story of stories) {
    await tx.run('SAVEPOINT one_story');
    try {
      outcomes.push(...(await writeBatch(tx, [story], now)));
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      await tx.run('ROLLBACK TO SAVEPOINT one_story');
      outcomes.push(failureOf(error));
    }
    await tx.run('RELEASE SAVEPOINT one_story');
  }
  return outcomes;
}

/** A database's own code means nothing to whoever imports: only ours are told, and its words. */
function failureOf(error: unknown): SaveOutcome {
  const message = error instanceof Error ? error.message : String(error);
  return { status: 'failed', code: error instanceof ConstraintError ? error.code : 'STORE_REFUSED', message };
}

/** Consecutive parts in which no story comes twice, so that the later of two documents of one story wins. */
function partsWithoutRepeats(stories: readonly NormalisedStory[]): NormalisedStory[][] {
  const parts: NormalisedStory[][] = [];
  let ids = new Set<string>();
  for (const story of stories) {
    const part = parts.at(-1);
    if (part === undefined || ids.has(story.id)) {
      parts.push([story]);
      ids = new Set([story.id]);
    } else {
      part.push(story);
      ids.add(story.id);
    }
  }
  return parts;
}
