/** The index of words: how it is kept, and how it is asked. */
export { indexShared, indexStories } from './index-nodes';
export { deleteDocuments } from './search-index';
export { matchingKeys, matchValue } from './matches';
export { rebuildIndex, type RebuildProgress } from './rebuild-index';
export { SqlSearchReader, type SearchReader } from './search-reader';
export { PLACE_TYPES, type Place, type SearchHit, type SearchPage, type SearchRequest } from './search-request';
export type { Suggestion, SuggestRequest } from './suggest-statement';
export type { HitTexts } from './hit-texts';
export { SEARCH_FIELDS, type FieldText, type SearchField } from './node-texts';
