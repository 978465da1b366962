/**
 * Runs independent parts of a transaction side by side, so that the program prepares one statement while the database
 * carries out another. Unlike `Promise.all` it waits for every part even when one fails: no statement may arrive after
 * the transaction's end.
 * @throws what the first of the failed parts threw.
 */
export async function sideBySide<Parts extends readonly Promise<unknown>[]>(
  ...parts: Parts
): Promise<{ -readonly [Place in keyof Parts]: Awaited<Parts[Place]> }> {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}
