/** Documents → store: each is normalised and saved whole, many to a transaction, and reported after its commit. */
import type { NormalisedStory } from '../domain/normalised-story';
import type { NewsStore, SaveOutcome } from '../store';
import { DocumentError, type DocumentWarning, type Position } from './document';
import { normaliseStory } from './normalise';
import type { DocumentOrigin } from './origin';
import type { ReadDocument } from './read-documents';

/** Why a document was not taken. */
export interface ImportFailure {
  /** Stable, upper case. */
  code: string;
  /** One line: what is wrong and what would be right. */
  message: string;
  position: Position | null;
}

/** What became of one document; one that failed left nothing behind. */
export interface ImportResult {
  origin: DocumentOrigin;
  status: 'created' | 'updated' | 'unchanged' | 'failed';
  /** Of the story; null when it failed. */
  id: string | null;
  slug: string | null;
  warnings: readonly DocumentWarning[];
  error: ImportFailure | null;
}

export interface ImportOptions {
  /** Find out what would become of the documents, and keep nothing. */
  dryRun?: boolean;
  /** How many documents share a transaction: more is faster, and reported later. Default 100. */
  batchSize?: number;
}

const DEFAULT_BATCH_SIZE = 100;

/** A document of a batch: ready to be saved, or failed before that. */
interface Candidate {
  origin: DocumentOrigin;
  warnings: readonly DocumentWarning[];
  story: NormalisedStory | null;
  error: ImportFailure | null;
}

/**
 * Imports what is read and yields a result for each document, in order, after its commit.
 * A batch holds each story once: its second document waits for the next, so that the later one wins.
 * @throws StoreUnavailableError when the store cannot be written; what was yielded before is kept.
 */
export async function* importDocuments(
  documents: AsyncIterable<ReadDocument>,
  store: NewsStore,
  { dryRun = false, batchSize = DEFAULT_BATCH_SIZE }: ImportOptions = {},
): AsyncGenerator<ImportResult> {
  let batch: Candidate[] = [];
  let stories = new Set<string>();
  for await (const document of documents) {
    const candidate = normalise(document);
    const id = candidate.story?.id;
    if (batch.length >= batchSize || (id !== undefined && stories.has(id))) {
      yield* saveBatch(batch, store, dryRun);
      batch = [];
      stories = new Set();
    }
    batch.push(candidate);
    if (id !== undefined) stories.add(id);
  }
  yield* saveBatch(batch, store, dryRun);
}

function normalise({ origin, result }: ReadDocument): Candidate {
  if (result instanceof DocumentError) return { origin, warnings: [], story: null, error: failureOf(result) };
  try {
    return { origin, warnings: result.warnings, story: normaliseStory(result.draft), error: null };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { origin, warnings: result.warnings, story: null, error: failureOf(error) };
  }
}

async function* saveBatch(batch: readonly Candidate[], store: NewsStore, dryRun: boolean): AsyncGenerator<ImportResult> {
  const stories = batch.flatMap(({ story }) => (story === null ? [] : [story]));
  const outcomes = stories.length === 0 ? [] : await store.save(stories, { dryRun });
  let next = 0;
  for (const { origin, warnings, story, error } of batch) {
    if (story === null) yield { origin, warnings, status: 'failed', id: null, slug: null, error };
    else yield { origin, warnings, ...resultOf(outcomes[next++]) };
  }
}

function resultOf(outcome: SaveOutcome | undefined): Pick<ImportResult, 'status' | 'id' | 'slug' | 'error'> {
  if (outcome === undefined) throw new Error('the store gave fewer outcomes than stories');
  if (outcome.status !== 'failed') return { ...outcome, error: null };
  const { code, message } = outcome;
  return { status: 'failed', id: null, slug: null, error: { code, message, position: null } };
}

function failureOf({ code, message, position }: DocumentError): ImportFailure {
  return { code, message, position };
}
