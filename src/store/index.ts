/** The store's public face: what the other rooms may use. */
export * from './errors';
export { openMigrations, openStore, type StoreMigrations, type StoreOptions } from './open-store';
export { parseDatabaseUrl } from './database/database-url';
export type { Analyses, Span } from './analysing/analyses';
export type { ComparedOutletRow } from './analysing/outlet-comparison';
export type { RisingTopic } from './analysing/rising-topics';
export * from './reading';
export type * from './store';
