/** What can be chosen about the HTTP side. */

/** Which origins a browser's page may call from: any, any on this machine, or those listed (none when empty). */
export type AllowedOrigins = 'any' | 'localhost' | readonly string[];

/** How much is logged: `silent` nothing, `info` a line a request. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** Every switch is off unless it is set: what stands on the open internet tells nothing that nobody asked it to. */
export interface HandlerOptions {
  /** Default: none. */
  corsOrigins?: AllowedOrigins;
  /**
   * GraphiQL at `/`: the one in this package, or another build of it in a folder. It needs `introspection` for its
   * documentation and completion.
   */
  explorer?: boolean | { folder: string };
  /** Whether queries may ask for the schema, and `/schema.graphql` gives it. */
  introspection?: boolean;
  /** Whether errors about unknown names say which were perhaps meant. */
  suggestions?: boolean;
  /** Whether errors carry the stack of the place that threw them. */
  stacktraces?: boolean;
  /** Default `silent`: a host program has a log of its own. */
  logLevel?: LogLevel;
  /** Where log lines go. Default: standard error. */
  logStream?: { write(line: string): void };
}

/** The options with nothing left open. */
export type HandlerSettings = Required<HandlerOptions>;

/** Fills in the defaults. */
export function handlerSettings(options: HandlerOptions): HandlerSettings {
  return {
    corsOrigins: options.corsOrigins ?? [],
    explorer: options.explorer ?? false,
    introspection: options.introspection ?? false,
    suggestions: options.suggestions ?? false,
    stacktraces: options.stacktraces ?? false,
    logLevel: options.logLevel ?? 'silent',
    logStream: options.logStream ?? process.stderr,
  };
}
