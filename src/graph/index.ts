/** The graph room's public face. */
import 'reflect-metadata';
export { RequestContext } from './context';
export type { BatchObserver, ObservedBatch, ObservedOperation, RequestObserver } from './observer';
export { buildGraphSchema, printGraphSchema } from './schema';
export { createExecutor, type CacheUse, type Executor, type GraphRequest, type ParsedRequest } from './executor';
export { checkDocument, checkListItems, DEFAULT_DOCUMENT_LIMITS, LimitError, operationCost, type DocumentLimits, type LimitCode } from './limits';
