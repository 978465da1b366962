/**
 * The ways in for documents. A program that only serves need not load this: reading briefs and story documents is a
 * quarter of all there is to load.
 */
export { importDocuments } from './import-documents';
export { readOutletFile, shippedOutlets, type OutletDictionary } from './outlets';
export { readDocuments, readGiven } from './read-documents';
