/** Tells whoever listens which stories a commit has changed. */
import type { ChangedStory, SaveOutcome, StoriesChanged, StoriesChangedListener } from './store';

export class StoryChanges {
  private readonly listeners = new Set<StoriesChangedListener>();

  /** Gives the function that ends it. Who listens twice is told twice. */
  listen(listener: StoriesChangedListener): () => void {
    const own: StoriesChangedListener = (change) => listener(change);
    this.listeners.add(own);
    return () => void this.listeners.delete(own);
  }

  /** These outcomes are committed. */
  saved(outcomes: readonly SaveOutcome[]): void {
    if (this.listeners.size === 0) return;
    const changed = new Map<string, { change: 'created' | 'updated'; slug: string }>();
    for (const outcome of outcomes) {
      if (outcome.status !== 'created' && outcome.status !== 'updated') continue;
      // One that comes twice, and is created first, is created by the commit.
      const change = changed.get(outcome.id)?.change ?? outcome.status;
      changed.set(outcome.id, { change, slug: outcome.slug });
    }
    const those = (wanted: 'created' | 'updated'): ChangedStory[] =>
      [...changed].filter(([, { change }]) => change === wanted).map(([id, { slug }]) => ({ id, slug }));
    this.tell({ created: those('created'), updated: those('updated'), removed: [] });
  }

  /** These stories are gone. */
  removed(stories: readonly ChangedStory[]): void {
    this.tell({ created: [], updated: [], removed: stories });
  }

  private tell(change: StoriesChanged): void {
    if (change.created.length + change.updated.length + change.removed.length === 0) return;
    for (const listener of this.listeners) {
      // On its own, so that a listener which throws fails neither the write, which is done, nor the other listeners.
      queueMicrotask(() => listener(change));
    }
  }
}
