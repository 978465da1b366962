/** The store's public face: what the other rooms may use. */
export * from './errors';
export { openMigrations, openStore, type StoreMigrations, type StoreOptions } from './open-store';
export { DEFAULT_POOL_SIZE } from './database/data-source';
export { parseDatabaseUrl } from './database/database-url';
export { endingWith, type EndOfWork, type StatementObserver } from './observer';
export type { Analyses, Span } from './analysing/analyses';
export type { ComparedOutletRow } from './analysing/outlet-comparison';
export type { RisingTopic } from './analysing/rising-topics';
export * from './reading';
export {
  PLACE_TYPES,
  SEARCH_FIELDS,
  type FieldText,
  type RebuildProgress,
  type SearchField,
  type SearchHit,
  type SearchPage,
  type SearchReader,
  type SearchRequest,
  type Suggestion,
  type SuggestRequest,
} from './searching';
export type * from './store';
