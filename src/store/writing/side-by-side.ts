/**
 * Runs independent parts of a transaction side by side, so that the program prepares one statement while the database
 * carries out another. Unlike `Promise.all` it waits for every part even when one fails: no statement may arrive after
 * the transaction's end.
 * @throws what the first part to fail threw.
 */
export async function sideBySide<Parts extends readonly Promise<unknown>[]>(
  ...parts: Parts
): Promise<{ -readonly [Place in keyof Parts]: Awaited<Parts[Place]> }> {
  let failure: { readonly error: unknown } | null = null;
  const watched = parts.map((part) =>
    part.catch((error: unknown) => {
      failure ??= { error };
    }),
  );
  await Promise.all(watched);
  if (failure !== null) throw (failure as { readonly error: unknown }).error;
  return Promise.all(parts);
}
