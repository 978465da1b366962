import { isAftermath } from './postgres-errors';

/**
 * Runs independent parts of a transaction side by side, so that the program prepares one statement while the database
 * carries out another. Unlike `Promise.all` it waits for every part even when one fails: no statement may arrive after
 * the transaction's end.
 * @throws what the first of the failed parts threw, of those that failed by themselves and not by another's failure.
 */
export async function sideBySide<Parts extends readonly Promise<unknown>[]>(
  ...parts: Parts
): Promise<{ -readonly [Place in keyof Parts]: Awaited<Parts[Place]> }> {
  const outcomes = await Promise.allSettled(parts);
  const failures = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (failures.length > 0) throw failures.find((failure) => !isAftermath(failure)) ?? failures[0];
  return Promise.all(parts);
}
