/** How long a test waits for what a browser shows. */
export const PATIENCE_MS = 10_000;
const PAUSE_MS = 50;

/**
 * Reads again and again until what is read is as it should be, and gives it.
 *
 * @throws with the last reading, when ten seconds were not enough
 */
export async function until<Reading>(read: () => Reading | Promise<Reading>, isThere: (reading: Reading) => boolean): Promise<Reading> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const reading = await read();
    if (isThere(reading)) return reading;
    if (Date.now() > end) throw new Error(`Still not there after ${PATIENCE_MS} ms: ${JSON.stringify(reading)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
