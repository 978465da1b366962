const PAUSE_MS = 20;

/**
 * Asks again and again until the answer is yes, and gives how many milliseconds that took.
 * @throws when it is not within the time
 */
export async function waitUntil(what: string, milliseconds: number, isSo: () => boolean | Promise<boolean>): Promise<number> {
  const begin = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begin > milliseconds) throw new Error(`Not within ${milliseconds} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return performance.now() - begin;
}
