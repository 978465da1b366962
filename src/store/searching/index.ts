/** The index of words: how it is kept, and how it is asked. */
export { indexShared, indexStories } from './index-nodes';
export { deleteDocuments, matchingKeys, matchValue } from './search-index';
export { rebuildIndex, type RebuildProgress } from './rebuild-index';
