/**
 * The store's face to the other rooms. Whoever holds it knows stories, not tables: it saves normalised stories, gives back drafts
 * whole, and answers batches of graph reads as JSON-shaped rows.
 */
import type { NormalisedStory } from '../domain/normalised-story';
import type { StoryDraft } from '../domain/story-draft';
import type { ConnectionUse } from './database/database';
import type { GraphReader } from './reading/graph-reader';
import type { RebuildProgress } from './searching';

export type { ConnectionUse } from './database/database';

/** What became of one saved story. */
export type SaveOutcome =
  | { status: 'created' | 'updated' | 'unchanged'; id: string; slug: string }
  | { status: 'failed'; code: string; message: string };

/** A story that a commit has changed: its global id, and its slug after the commit, or before it for one that is gone. */
export interface ChangedStory {
  readonly id: string;
  readonly slug: string;
}

/** A story that was taken down. */
export type RemovedStory = ChangedStory;

/** What one commit has changed: at least one story, each of them in one list. */
export interface StoriesChanged {
  readonly created: readonly ChangedStory[];
  readonly updated: readonly ChangedStory[];
  readonly removed: readonly ChangedStory[];
}

/** Is called after a commit. What it throws is an uncaught exception of the process: no write can fail by it any more. */
export type StoriesChangedListener = (change: StoriesChanged) => void;

/** Which stories to give back; all conditions must hold. */
export interface ExportFilter {
  slugs?: readonly string[];
  /** Slugs of topics or outlets, any of which the story must have. */
  topics?: readonly string[];
  outlets?: readonly string[];
  /** Instants: from inclusive, to exclusive, of `publishedAt`. */
  publishedFrom?: string;
  publishedTo?: string;
  language?: string;
}

/** A slug that no story, topic or outlet has, with those of their slugs that are about as long. */
export interface UnknownReference {
  kind: 'story' | 'topic' | 'outlet';
  slug: string;
  likeSlugs: readonly string[];
}

export interface StoreStats {
  database: 'sqlite' | 'postgres';
  schemaVersion: number;
  stories: number;
  perspectives: number;
  outlets: number;
  questions: number;
  topics: number;
  /** The newest story's slug and instant, null in an empty store. */
  newest: { slug: string; orderedAt: string } | null;
  sizeInBytes: number | null;
}

/** One migration and whether the store has it. */
export interface MigrationStatus {
  name: string;
  isApplied: boolean;
}

/** An opened store, migrated to this program's schema. */
export interface NewsStore {
  /** The batched reads of the graph. */
  readonly reader: GraphReader;

  /** The connections to the database server; null where there is none. */
  readonly connections: ConnectionUse | null;

  /**
   * Saves whole stories: what a document said before is replaced. The stories share a transaction; when one of them
   * fails they are saved one by one, so that the good ones are kept. Outcomes come in the order of the stories, after
   * their commit.
   * @throws StoreUnavailableError when the database cannot be written; then nothing of the call was kept.
   */
  save(stories: readonly NormalisedStory[], options?: SaveOptions): Promise<SaveOutcome[]>;

  /** Takes stories down, by slug or id, with all that only they hold. Gives those that were there, in the order of the slugs. */
  remove(slugsOrIds: readonly string[]): Promise<RemovedStory[]>;

  /**
   * Has the listener told of every commit of this store's `save` and `remove` from now on, in their order; other
   * processes' are not told. Gives the function that ends it.
   */
  onStoriesChanged(listener: StoriesChangedListener): () => void;

  /** The first slug of a filter that nothing has; null where there is none. */
  findUnknownReference(filter: ExportFilter): Promise<UnknownReference | null>;

  /**
   * Every story whole, ordered by slug. Which stories those are, and their order, is what the store has at the beginning:
   * each comes exactly once, unless it is removed meanwhile, as it is when it is read.
   */
  stories(filter?: ExportFilter): AsyncIterable<StoryDraft>;

  /**
   * Makes the index of words anew, some nodes a transaction, while others read and write. Gives how many nodes were
   * indexed.
   */
  reindex(onProgress?: (progress: RebuildProgress) => void): Promise<number>;

  /** Applies migrations that the store lacks, in order, and gives their names: none, unless another program took some back. */
  migrate(): Promise<string[]>;

  stats(): Promise<StoreStats>;

  /**
   * Resolves when the database answers; rejects with `StoreUnavailableError` when it does not, and when the signal is
   * aborted first, with its reason.
   */
  ping(signal?: AbortSignal): Promise<void>;

  close(): Promise<void>;
}

export interface SaveOptions {
  /** Find out what would become of the stories, and keep nothing. */
  dryRun?: boolean;
  /** The instant that counts as now; for tests. */
  now?: string;
}
