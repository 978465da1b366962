/** The composition root: options → store → graph → the handle that servers, the CLI and other programs hold. */
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import {
  buildGraphSchema,
  createExecutor,
  printGraphSchema,
  RequestContext,
  type CacheUse,
  type GraphRequest,
  type ParsedRequest,
  type RequestObserver,
} from './graph';
import type * as Ingest from './ingest';
import { documentOf } from './ingest/formats/story-document/serialise';
import type { StoryDocument } from './ingest/formats/story-document/story-document';
import type { ImportOptions, ImportResult } from './ingest/import-documents';
import type { DocumentInput, ReadOptions } from './ingest/read-documents';
import { refuseUnknownOptions, type KnownOptions } from './newsgraph/known-options';
import { unknownReferenceError } from './newsgraph/unknown-reference';
import {
  openStore,
  type ConnectionUse,
  type ExportFilter,
  type NewsStore,
  type RebuildProgress,
  type RemovedStory,
  type StoreStats,
  type StoriesChangedListener,
} from './store';

export type { DocumentOptions, DocumentWarning, Position } from './ingest/document';
export { DocumentError } from './ingest/document';
export { OPTION_READERS } from './ingest/document-options';
export { mostSimilar } from './ingest/most-similar';
export type { StoryDocument } from './ingest/formats/story-document/story-document';
export type { ImportFailure, ImportOptions, ImportResult } from './ingest/import-documents';
export { SeveralDocumentsError } from './ingest/several-documents-error';
export type { DocumentOrigin } from './ingest/origin';
export type { DocumentInput, ReadProgress } from './ingest/read-documents';
export { ConfigurationError, shown, wrongSetting } from './newsgraph/configuration-error';
export { refuseUnknownOptions, type KnownOptions } from './newsgraph/known-options';
export { UnknownReferenceError } from './newsgraph/unknown-reference';
export {
  buildGraphSchema,
  checkDocument,
  checkListItems,
  DEFAULT_DOCUMENT_LIMITS,
  LimitError,
  operationCost,
  type BatchObserver,
  type CacheUse,
  type DocumentLimits,
  type GraphRequest,
  type LimitCode,
  type ObservedBatch,
  type ObservedOperation,
  type ParsedRequest,
  type RequestObserver,
} from './graph';
export {
  DEFAULT_POOL_SIZE,
  openMigrations,
  parseDatabaseUrl,
  StoreOpenError,
  StoreTooNewError,
  StoreUnavailableError,
  type ChangedStory,
  type ConnectionUse,
  type EndOfWork,
  type ExportFilter,
  type MigrationStatus,
  type RebuildProgress,
  type RemovedStory,
  type StoreMigrations as Migrations,
  type StoreStats,
  type StoriesChanged,
  type StoriesChangedListener,
} from './store';

export interface NewsgraphOptions {
  /** `sqlite:<path>`, `sqlite::memory:` or `postgres://user:password@host:port/database`. Default `sqlite:data/newsgraph.db`. */
  databaseUrl?: string;
  /** Path of a JSON file with outlets of yours, known beside the shipped ones: names, aliases, countries, homepages. */
  outletsFile?: string;
  /** How many connections to PostgreSQL are held at most. Default 10. */
  poolSize?: number;
  /** Is called before an older store is migrated, which may take minutes, with the names of the migrations that it lacks. */
  onMigrations?: (names: readonly string[]) => void;
}

const NEWSGRAPH_OPTIONS: KnownOptions<NewsgraphOptions> = { databaseUrl: true, outletsFile: true, poolSize: true, onMigrations: true };

/** Whoever may stop a request: an `AbortController`, or what makes its signal when it is first asked for. */
export type Controller = Pick<AbortController, 'signal'>;

/** What one request needs and no other may see: its loaders, and what it cost. Make a new one for each request. */
export interface GraphContext {
  /** Whose signal ends the work of the request when it is aborted. */
  readonly controller?: Controller;
  /** How many SQL statements the request has run so far. */
  readonly statementCount: number;
}

/** How a newsgraph does at this moment; the counts are those since it was opened. */
export interface Vitals {
  readonly compiledOperations: CacheUse;
  /** The connections to the database server; null on SQLite. */
  readonly connections: ConnectionUse | null;
}

/** How files are read, beyond how documents are imported. */
export type ImportFileOptions = ImportOptions & Omit<ReadOptions, 'outlets'>;

const IMPORT_OPTIONS: KnownOptions<ImportFileOptions> = {
  title: true,
  slug: true,
  url: true,
  language: true,
  publishedAt: true,
  dryRun: true,
  onlyOne: true,
  batchSize: true,
  signal: true,
  stdin: true,
  onProgress: true,
};

const EXPORT_FILTERS: KnownOptions<ExportFilter> = {
  slugs: true,
  topics: true,
  outlets: true,
  publishedFrom: true,
  publishedTo: true,
  language: true,
};

export const DEFAULT_DATABASE_URL = 'sqlite:data/newsgraph.db';

/** An open newsgraph. Close it when done. */
export interface Newsgraph {
  readonly schema: GraphQLSchema;
  /** The schema in its definition language, described. */
  readonly schemaText: string;

  /**
   * A fresh context for one request, whose reads of the database stop when the controller's signal is aborted, and whose
   * observer is told of its operation, batches and statements.
   */
  createContext(controller?: Controller, observer?: RequestObserver): GraphContext;

  /** Runs one request in this process. Errors come in the result; see `docs/errors.md` for their codes. */
  execute(request: GraphRequest, context?: GraphContext): Promise<ExecutionResult>;

  /** Runs a request whose document a server has parsed and found valid for this schema. */
  executeParsed(request: ParsedRequest, context: GraphContext): Promise<ExecutionResult>;

  /**
   * Imports documents that the program holds, as they come (texts or bytes in any format that is read, or story documents
   * as objects), and yields a result for each, in order, after its commit.
   */
  importDocuments(
    documents: Iterable<DocumentInput> | AsyncIterable<DocumentInput>,
    options?: ImportFileOptions,
  ): AsyncIterable<ImportResult>;

  /** Imports what paths name, likewise: files, folders, and `-` for standard input. */
  importFiles(paths: readonly string[], options?: ImportFileOptions): AsyncIterable<ImportResult>;

  /**
   * Every story whole, as the document that imports take again, ordered by slug.
   * @throws UnknownReferenceError, before it yields anything, for a slug in the filter that nothing has.
   */
  exportDocuments(filter?: ExportFilter): AsyncIterable<StoryDocument>;

  /**
   * Takes stories down, each named by its slug or by its global id; one call is one transaction. Gives those that were
   * there, in the order of their slugs. A slug that was made from a title may pass to another story with that title once
   * its own is gone: whoever takes down what was seen before names ids.
   */
  remove(slugsOrIds: readonly string[]): Promise<RemovedStory[]>;

  /**
   * Has the listener told after each commit of this newsgraph's imports and removals, in their order, which stories it
   * has created, updated or removed. What other processes write is not told. Gives the function that ends it.
   */
  onStoriesChanged(listener: StoriesChangedListener): () => void;

  /** Makes the index of words anew, while others read and write. Gives how many nodes were indexed. */
  reindex(onProgress?: (progress: RebuildProgress) => void): Promise<number>;

  /** Applies migrations that the store lacks and gives their names. Opening does so too; `openMigrations` takes back. */
  migrate(): Promise<string[]>;

  stats(): Promise<StoreStats>;

  /** For whoever measures; costs next to nothing. */
  vitals(): Vitals;

  /**
   * Resolves when the database answers; rejects with StoreUnavailableError when it does not, and when the signal is
   * aborted first, with its reason.
   */
  ping(signal?: AbortSignal): Promise<void>;

  close(): Promise<void>;
}

/**
 * Opens (and creates, and migrates) the store and builds the graph over it.
 * @throws StoreOpenError, StoreTooNewError, StoreUnavailableError, ConfigurationError for an option that there is not, or
 * DocumentError for the outlets' file: each with one line that says what to do.
 */
export async function createNewsgraph(options: NewsgraphOptions = {}): Promise<Newsgraph> {
  refuseUnknownOptions('createNewsgraph', options, NEWSGRAPH_OPTIONS);
  const { databaseUrl = DEFAULT_DATABASE_URL, outletsFile, poolSize, onMigrations } = options;
  // A file of the caller's is read at once, so that what is wrong with it is said at once.
  const outlets = outletsFile === undefined ? null : (await loadIngest()).readOutletFile(outletsFile);
  return new OpenNewsgraph(await openStore(databaseUrl, { poolSize, onMigrations }), outlets);
}

/** Loads what reads documents: not before one is to be read, since a server may start and never read any. */
function loadIngest(): Promise<typeof Ingest> {
  return import('./ingest/index.js');
}

class OpenNewsgraph implements Newsgraph {
  readonly schema = buildGraphSchema();
  readonly schemaText = printGraphSchema(this.schema);
  private readonly executor = createExecutor(this.schema);

  constructor(
    private readonly store: NewsStore,
    /** Null: those that are shipped. */
    private readonly outlets: Ingest.OutletDictionary | null,
  ) {}

  createContext(controller?: Controller, observer?: RequestObserver): GraphContext {
    return new RequestContext(this.store.reader, controller, observer);
  }

  execute(request: GraphRequest, context: GraphContext = this.createContext()): Promise<ExecutionResult> {
    return this.executor.execute(request, ownContext(context));
  }

  executeParsed(request: ParsedRequest, context: GraphContext): Promise<ExecutionResult> {
    return this.executor.executeParsed(request, ownContext(context));
  }

  async *importDocuments(
    documents: Iterable<DocumentInput> | AsyncIterable<DocumentInput>,
    options: ImportFileOptions = {},
  ): AsyncGenerator<ImportResult> {
    refuseUnknownOptions('importDocuments', options, IMPORT_OPTIONS);
    const { importDocuments, readGiven, shippedOutlets } = await loadIngest();
    yield* importDocuments(readGiven(documents, { ...options, outlets: this.outlets ?? shippedOutlets() }), this.store, options);
  }

  async *importFiles(paths: readonly string[], options: ImportFileOptions = {}): AsyncGenerator<ImportResult> {
    refuseUnknownOptions('importFiles', options, IMPORT_OPTIONS);
    const { importDocuments, readDocuments, shippedOutlets } = await loadIngest();
    yield* importDocuments(readDocuments(paths, { ...options, outlets: this.outlets ?? shippedOutlets() }), this.store, options);
  }

  async *exportDocuments(filter: ExportFilter = {}): AsyncGenerator<StoryDocument> {
    refuseUnknownOptions('exportDocuments', filter, EXPORT_FILTERS);
    const unknown = await this.store.findUnknownReference(filter);
    if (unknown !== null) throw unknownReferenceError(unknown);
    for await (const story of this.store.stories(filter)) yield documentOf(story);
  }

  remove(slugsOrIds: readonly string[]): Promise<RemovedStory[]> {
    return this.store.remove(slugsOrIds);
  }

  onStoriesChanged(listener: StoriesChangedListener): () => void {
    return this.store.onStoriesChanged(listener);
  }

  reindex(onProgress?: (progress: RebuildProgress) => void): Promise<number> {
    return this.store.reindex(onProgress);
  }

  migrate(): Promise<string[]> {
    return this.store.migrate();
  }

  stats(): Promise<StoreStats> {
    return this.store.stats();
  }

  vitals(): Vitals {
    return { compiledOperations: this.executor.compiledOperations, connections: this.store.connections };
  }

  ping(signal?: AbortSignal): Promise<void> {
    return this.store.ping(signal);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}

function ownContext(context: GraphContext): RequestContext {
  if (context instanceof RequestContext) return context;
  throw new TypeError('The context of a request is made by createContext().');
}
