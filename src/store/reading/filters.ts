/** Conditions on the rows of a relation, compiled to SQL in this one place. */
import type { Dialect } from '../database/dialect';
import type { RelationArguments } from './selection';
import { keysOf, StoryConditions, storyFilterShape, type Bind } from './story-conditions';

/**
 * The conditions that a run's filters set, over the node `n`.
 * Which conditions there are depends on `conditionsOf(run)` alone; their values are bound.
 * @param storyKey what stands for a story's key; `n."key"` unless it is said.
 * @param isWalked see `StoryConditions`.
 */
export function filterConditions(run: RelationArguments, bind: Bind, dialect: Dialect, storyKey?: string, isWalked = false): string[] {
  const conditions: string[] = [];
  if (run.collective !== null) conditions.push(`n."isCollective" = ${run.collective}`);
  if (run.outlet !== null) {
    const outlets = keysOf('outlet', (of) => (of.outlet === null ? [] : [of.outlet]), bind, dialect);
    conditions.push(
      `EXISTS (SELECT 1 FROM "perspectiveOutlet" f WHERE f."perspectiveKey" = n."key" AND f."outletKey" IN ${outlets})`,
    );
  }
  if (run.filter !== null) conditions.push(...new StoryConditions(bind, dialect, storyKey, isWalked).of(run.filter));
  return conditions;
}

/** Names the conditions that a run sets: runs with equal names share a statement. */
export function conditionsOf(run: RelationArguments): string {
  const { collective, outlet, filter } = run;
  return `${collective}|${outlet === null ? '' : 'outlet'}|${filter === null ? '' : storyFilterShape(filter)}`;
}
