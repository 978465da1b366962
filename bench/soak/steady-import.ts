/** An import that goes on and on, from a process that is not the server's: new stories, changed ones, and some taken down. */
import { setTimeout as pause } from 'node:timers/promises';
import { createNewsgraph, type Newsgraph } from '../../src/newsgraph';
import { generatedStory, storySlug } from '../data/generated-story';

const BATCH = 10;
const PAUSE_MS = 1000;
/** So many stories are added before they are taken down again: the store stays as large as it was. */
const MOST_ADDED = 200;

export class SteadyImport {
  /** How many stories came to what. */
  readonly counts = { created: 0, updated: 0, unchanged: 0, removed: 0, failed: 0 };
  readonly problems: string[] = [];
  private added = 0;
  private round = 0;
  private readonly stopping = new AbortController();
  private readonly work: Promise<void>;

  private constructor(
    private readonly newsgraph: Newsgraph,
    private readonly size: number,
  ) {
    this.work = this.goOn();
  }

  /** Begins at once. @param size how many stories the store has; those stay, and change. */
  static async start(databaseUrl: string, size: number): Promise<SteadyImport> {
    return new SteadyImport(await createNewsgraph({ databaseUrl }), size);
  }

  /** Resolves when the last batch is committed. */
  async end(): Promise<void> {
    this.stopping.abort();
    await this.work;
    await this.newsgraph.close();
  }

  private async goOn(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.importBatch();
        if (this.added >= MOST_ADDED) await this.removeAdded();
      } catch (error) {
        this.counts.failed += 1;
        this.problems.push(String(error));
      }
      await pause(PAUSE_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** Half of the batch is new, half says something else than before. */
  private async importBatch(): Promise<void> {
    this.round += 1;
    const numbers = Array.from({ length: BATCH }, (_, place) =>
      place < BATCH / 2 ? this.size + this.added + place : (this.round * BATCH + place) % this.size,
    );
    const documents = numbers.map((number) => ({ ...generatedStory(number), summary: `Revision ${this.round} of matter ${number}.` }));
    for await (const { status, error } of this.newsgraph.importDocuments(documents)) {
      this.counts[status] += 1;
      if (error !== null) this.problems.push(error.message);
    }
    this.added += BATCH / 2;
  }

  private async removeAdded(): Promise<void> {
    const slugs = Array.from({ length: this.added }, (_, place) => storySlug(this.size + place));
    this.counts.removed += (await this.newsgraph.remove(slugs)).length;
    this.added = 0;
  }
}
