/** The graph room's public face. */
import 'reflect-metadata';
export { RequestContext } from './context';
export { buildGraphSchema, printGraphSchema } from './schema';
export { createExecutor, type Executor, type GraphRequest, type ParsedRequest } from './executor';
