/** Documents → store: each is normalised and saved whole, many to a transaction, and reported after its commit. */
import { setImmediate } from 'node:timers/promises';
import type { NormalisedStory } from '../domain/normalised-story';
import type { NewsStore, SaveOutcome } from '../store';
import { DocumentError, type DocumentWarning, type Position } from './document';
import { normaliseStory } from './normalise';
import type { DocumentOrigin } from './origin';
import type { ReadDocument } from './read-documents';
import { SeveralDocumentsError } from './several-documents-error';

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
  /** Where another document follows the first, keep none: for a title, slug, URL or date, which are one document's. */
  onlyOne?: boolean;
  /** How many documents share a transaction at most: more is faster, and reported later. Default 500. */
  batchSize?: number;
  /** Ends the import when it is aborted: what is being saved then is saved and reported, and nothing after it. */
  signal?: AbortSignal;
}

const DEFAULT_BATCH_SIZE = 500;

/** In characters of texts: long documents share a transaction with fewer others, so that memory stays bounded. */
const MAX_BATCH_LENGTH = 8 * 1024 * 1024;

/** A document of a batch: ready to be saved, or failed before that. */
interface Candidate {
  origin: DocumentOrigin;
  warnings: readonly DocumentWarning[];
  story: NormalisedStory | null;
  error: ImportFailure | null;
}

/**
 * Imports what is read and yields a result for each document, in order, after its commit. While the store saves one
 * batch, the next is read. A batch holds each story once: its second document waits for the next, so that the later
 * one wins.
 * @throws StoreUnavailableError when the store cannot be written, and the signal's reason when it was aborted; what
 * was yielded before is kept. SeveralDocumentsError, before anything is kept, for a second document under `onlyOne`.
 */
export async function* importDocuments(
  documents: AsyncIterable<ReadDocument>,
  store: NewsStore,
  { dryRun = false, onlyOne = false, batchSize = DEFAULT_BATCH_SIZE, signal }: ImportOptions = {},
): AsyncGenerator<ImportResult> {
  const batches = batchesOf(onlyOne ? theOnlyOne(documents) : documents, batchSize);
  const rehearsal = dryRun ? new Rehearsal() : null;
  try {
    let batch = await unlessAborted(batches.next(), signal);
    while (batch.done !== true) {
      const next = batches.next();
      // Reading may fail while the store is at work; it is told when its turn comes.
      next.catch(() => undefined);
      yield* saveBatch(batch.value, store, rehearsal);
      batch = await unlessAborted(next, signal);
    }
  } finally {
    // Not waited for: a source that gives nothing more for now would hold up whoever wants no more of it.
    batches.return(undefined).catch(() => undefined);
  }
}

/** The document, once it is known that no other follows. */
async function* theOnlyOne(documents: AsyncIterable<ReadDocument>): AsyncGenerator<ReadDocument> {
  let first: ReadDocument | null = null;
  for await (const document of documents) {
    if (first !== null) throw new SeveralDocumentsError('more than one document came where only one was to come; none was kept');
    first = document;
  }
  if (first !== null) yield first;
}

/** What is waited for, or a rejection with the signal's reason when that comes first: a source may give nothing for long. */
async function unlessAborted<Value>(waited: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return waited;
  let wake: () => void = () => undefined;
  const aborted = new Promise<void>((resolve) => {
    wake = resolve;
  });
  signal.addEventListener('abort', wake, { once: true });
  try {
    await Promise.race([waited, signal.aborted ? undefined : aborted]);
    signal.throwIfAborted();
    return await waited;
  } finally {
    signal.removeEventListener('abort', wake);
  }
}

/** Documents in batches that are not empty: of so many, so long, or as far as no story comes twice. */
async function* batchesOf(documents: AsyncIterable<ReadDocument>, batchSize: number): AsyncGenerator<Candidate[], undefined> {
  let batch: Candidate[] = [];
  let length = 0;
  let stories = new Set<string>();
  for await (const document of documents) {
    const candidate = normalise(document);
    const { story } = candidate;
    const isRepeat = story !== null && stories.has(story.id);
    if (batch.length >= batchSize || length >= MAX_BATCH_LENGTH || isRepeat) {
      yield batch;
      batch = [];
      length = 0;
      stories = new Set();
    }
    batch.push(candidate);
    if (story !== null) {
      length += lengthOf(story);
      stories.add(story.id);
    }
    // The database's answers get their turn after each: the store must not wait for what is only read ahead.
    await setImmediate();
  }
  if (batch.length > 0) yield batch;
}

/** How long the texts are that make a story long. */
function lengthOf({ sections, perspectives, questions, topics }: NormalisedStory): number {
  const ofBlocks = (blocks: readonly { readonly text: string }[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);
  return (
    sections.reduce((sum, { blocks }) => sum + ofBlocks(blocks), 0) +
    perspectives.reduce((sum, { text }) => sum + text.length, 0) +
    questions.reduce((sum, { answer }) => sum + ofBlocks(answer?.blocks ?? []), 0) +
    topics.reduce((sum, { description }) => sum + (description?.length ?? 0), 0)
  );
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

/** `rehearsal` is that of a dry run, or null. */
async function* saveBatch(batch: readonly Candidate[], store: NewsStore, rehearsal: Rehearsal | null): AsyncGenerator<ImportResult> {
  const stories = batch.flatMap(({ story }) => (story === null ? [] : [story]));
  const outcomes = stories.length === 0 ? [] : await store.save(stories, { dryRun: rehearsal !== null });
  let next = 0;
  for (const { origin, warnings, story, error } of batch) {
    if (story === null) {
      yield { origin, warnings, status: 'failed', id: null, slug: null, error };
    } else {
      const result = resultOf(outcomes[next++]);
      yield { origin, warnings, ...result, status: rehearsal?.statusOf(story, result.status) ?? result.status };
    }
  }
}

/** What a dry run would have kept so far. The store takes each of its batches back, and so knows nothing of those before. */
class Rehearsal {
  /** Of the stories that came, by their ids. */
  private readonly digests = new Map<string, string>();

  /** What would become of a story of which the store, as it is, says `status`. Stories are told of in their order. */
  statusOf({ id, contentDigest }: NormalisedStory, status: ImportResult['status']): ImportResult['status'] {
    if (status === 'failed') return status;
    const before = this.digests.get(id);
    this.digests.set(id, contentDigest);
    if (before === undefined) return status;
    return before === contentDigest ? 'unchanged' : 'updated';
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
