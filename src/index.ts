/** newsgraph, the library: open a store and its graph, and serve it over HTTP where that is wanted. */
export {
  createNewsgraph,
  openMigrations,
  DocumentError,
  StoreOpenError,
  StoreTooNewError,
  StoreUnavailableError,
} from './newsgraph';
export type {
  DocumentInput,
  DocumentOptions,
  DocumentOrigin,
  DocumentWarning,
  ExportFilter,
  GraphContext,
  GraphRequest,
  ImportFailure,
  ImportFileOptions,
  ImportOptions,
  ImportResult,
  MigrationStatus,
  Migrations,
  Newsgraph,
  NewsgraphOptions,
  ParsedRequest,
  Position,
  ReadProgress,
  RemovedStory,
  StoreStats,
  StoryDraft,
} from './newsgraph';
export { createHandler } from './server';
export { DEFAULT_LIMITS, TrustedDocumentsError } from './server';
export type { AllowedOrigins, HandlerOptions, Limits, LogLevel, RateLimitOptions, TrustedDocumentsOptions } from './server';
