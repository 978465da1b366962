/** The server room's public face. */
export { createHandler } from './handler';
export { ListenError, serve, type RunningServer, type ServeOptions } from './serve';
export type { AllowedOrigins, HandlerOptions, LogLevel } from './options';
