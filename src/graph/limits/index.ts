/** How much a document may hold and an operation may cost: pure functions over graphql-js, for servers to call. */
export { checkDocument, checkListItems } from './check-document';
export { DEFAULT_DOCUMENT_LIMITS, type DocumentLimits } from './document-limits';
export { LimitError, type LimitCode } from './limit-error';
export { operationCost } from './operation-cost';
