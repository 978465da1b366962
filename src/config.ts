/**
 * The configuration, and the only place that reads the environment. Everything is read and validated once, at start:
 * a wrong value ends the program before it has touched anything.
 */
import type { AllowedOrigins, LogLevel } from './server/options';
import { DEFAULT_DATABASE_URL, parseDatabaseUrl } from './newsgraph';
import {
  aDatabaseUrl,
  aHost,
  aPort,
  anOriginList,
  aSwitch,
  ConfigurationError,
  oneOf,
  type ValueReader,
} from './config-values';

export { ConfigurationError } from './config-values';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const satisfies readonly LogLevel[];
const ENVIRONMENTS = ['production', 'development', 'test'] as const;

/** The variables of a process, as Node gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** All that can be set from outside, read and sound. */
export interface Config {
  host: string;
  /** 0 for any free one. */
  port: number;
  databaseUrl: string;
  corsOrigins: AllowedOrigins;
  explorer: boolean;
  introspection: boolean;
  suggestions: boolean;
  stacktraces: boolean;
  /** Whether `npm start` imports the examples into an empty store. */
  examples: boolean;
  logLevel: LogLevel;
}

/**
 * Reads the whole configuration.
 * @throws ConfigurationError for the first wrong value, with one line that names the variable, what it holds and what
 * would be right.
 */
export function readConfig(env: Environment = process.env): Config {
  const isProduction = read(env, 'NODE_ENV', oneOf(ENVIRONMENTS), 'development') === 'production';
  return {
    host: read(env, 'HOST', aHost, '127.0.0.1'),
    port: read(env, 'PORT', aPort, 4000),
    databaseUrl: readDatabaseUrl(env),
    corsOrigins: read<AllowedOrigins>(env, 'CORS_ORIGINS', anOriginList, isProduction ? [] : 'localhost'),
    explorer: read(env, 'NEWSGRAPH_EXPLORER', aSwitch, !isProduction),
    introspection: read(env, 'NEWSGRAPH_INTROSPECTION', aSwitch, !isProduction),
    suggestions: read(env, 'NEWSGRAPH_SUGGESTIONS', aSwitch, !isProduction),
    stacktraces: read(env, 'NEWSGRAPH_STACKTRACES', aSwitch, !isProduction),
    examples: read(env, 'NEWSGRAPH_EXAMPLES', aSwitch, true),
    logLevel: read(env, 'NEWSGRAPH_LOG', oneOf(LOG_LEVELS), 'info'),
  };
}

/**
 * Reads where the store is, alone: what TypeORM's own command line needs.
 * @throws ConfigurationError
 */
export function readDatabaseUrl(env: Environment = process.env): string {
  return read(env, 'DATABASE_URL', aDatabaseUrl(parseDatabaseUrl), DEFAULT_DATABASE_URL);
}

/** An empty variable counts as unset: compose files and shells pass those on for "not given". */
function read<T>(env: Environment, variable: string, reader: ValueReader<T>, whenUnset: T): T {
  const value = env[variable]?.trim() ?? '';
  if (value === '') return whenUnset;
  const result = reader.read(value);
  if (result !== undefined) return result;
  throw new ConfigurationError(variable, value, reader.expected(value));
}

/** Whether errors are told with their stack: `DEBUG=newsgraph`. */
export function isDebugging(env: Environment = process.env): boolean {
  return (env['DEBUG'] ?? '').split(/[\s,]+/).includes('newsgraph');
}
