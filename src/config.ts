/**
 * The configuration, and the only place that reads the environment. Everything is read and validated once, at start:
 * a wrong value ends the program before it has touched anything.
 */
import { DEFAULT_LIMITS, type Limits } from './server/limits/limits';
import type { MetricsAddress, TracingOptions } from './server';
import type { AllowedOrigins, LogLevel, RateLimitOptions, TrustedDocumentsOptions } from './server/options';
import { linesOfUnknown } from './config/unknown-variables';
import { DEFAULT_DATABASE_URL, DEFAULT_POOL_SIZE, parseDatabaseUrl, wrongSetting } from './newsgraph';
import {
  aDatabaseUrl,
  aHost,
  aNumber,
  anExistingPath,
  anHttpUrl,
  aNetworkList,
  aPort,
  anOriginList,
  anyText,
  aShare,
  aSwitch,
  oneOf,
  type ValueReader,
} from './config-values';

export { ConfigurationError } from './newsgraph';

const ONLY_TRUSTED_DOCUMENTS = 'NEWSGRAPH_TRUSTED_DOCUMENTS_ONLY';
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const satisfies readonly LogLevel[];
const ENVIRONMENTS = ['production', 'development', 'test'] as const;

/** The variable of each limit, and the least and most that it may be. */
const LIMITS: readonly (readonly [limit: keyof Limits, variable: string, least: number, most: number])[] = [
  ['bodyBytes', 'NEWSGRAPH_MAX_BODY_BYTES', 1024, 64 * 1024 * 1024],
  ['documentBytes', 'NEWSGRAPH_MAX_DOCUMENT_BYTES', 64, 16 * 1024 * 1024],
  // The parser, the standard rules and the coercion of variables call themselves for each level.
  ['tokens', 'NEWSGRAPH_MAX_TOKENS', 10, 10_000],
  ['nesting', 'NEWSGRAPH_MAX_NESTING', 5, 500],
  ['depth', 'NEWSGRAPH_MAX_DEPTH', 1, 500],
  ['aliases', 'NEWSGRAPH_MAX_ALIASES', 0, 10_000],
  ['rootFields', 'NEWSGRAPH_MAX_ROOT_FIELDS', 1, 10_000],
  ['selections', 'NEWSGRAPH_MAX_SELECTIONS', 1, 10_000],
  ['directives', 'NEWSGRAPH_MAX_DIRECTIVES', 0, 10_000],
  ['cost', 'NEWSGRAPH_MAX_COST', 1, 1_000_000_000],
  ['listItems', 'NEWSGRAPH_MAX_LIST_ITEMS', 1, 1_000_000],
  ['errors', 'NEWSGRAPH_MAX_ERRORS', 2, 1000],
  ['operationMs', 'NEWSGRAPH_MAX_OPERATION_MS', 1, 3_600_000],
];

/** The variables of a process, as Node gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** All that can be set from outside, read and sound. */
export interface Config {
  host: string;
  /** 0 for any free one. */
  port: number;
  databaseUrl: string;
  /** How many connections to PostgreSQL are held at most. */
  poolSize: number;
  corsOrigins: AllowedOrigins;
  explorer: boolean;
  introspection: boolean;
  suggestions: boolean;
  stacktraces: boolean;
  /** Whether `npm start` imports the examples into an empty store. */
  examples: boolean;
  logLevel: LogLevel;
  limits: Limits;
  rateLimit: RateLimitOptions | null;
  trustedProxies: readonly string[];
  trustedDocuments: TrustedDocumentsOptions | null;
  /** Where metrics are served; null for nowhere. */
  metrics: MetricsAddress | null;
  /** Where spans are sent; null for nowhere. */
  tracing: TracingOptions | null;
}

/**
 * Reads the whole configuration.
 * @throws ConfigurationError for the first wrong value, with one line that names the variable, what it holds and what
 * would be right.
 */
export function readConfig(env: Environment = process.env): Config {
  const limits = readLimits(env);
  const isProduction = read(env, 'NODE_ENV', oneOf(ENVIRONMENTS), 'development') === 'production';
  return {
    host: read(env, 'HOST', aHost, '127.0.0.1'),
    port: read(env, 'PORT', aPort, 4000),
    databaseUrl: readDatabaseUrl(env),
    poolSize: read(env, 'NEWSGRAPH_POOL_SIZE', aNumber(1, 1000), DEFAULT_POOL_SIZE),
    corsOrigins: read<AllowedOrigins>(env, 'CORS_ORIGINS', anOriginList, isProduction ? [] : 'localhost'),
    explorer: read(env, 'NEWSGRAPH_EXPLORER', aSwitch, !isProduction),
    introspection: read(env, 'NEWSGRAPH_INTROSPECTION', aSwitch, !isProduction),
    suggestions: read(env, 'NEWSGRAPH_SUGGESTIONS', aSwitch, !isProduction),
    stacktraces: read(env, 'NEWSGRAPH_STACKTRACES', aSwitch, !isProduction),
    examples: read(env, 'NEWSGRAPH_EXAMPLES', aSwitch, true),
    logLevel: read(env, 'NEWSGRAPH_LOG', oneOf(LOG_LEVELS), 'info'),
    limits,
    rateLimit: readRateLimit(env, limits),
    trustedProxies: read<readonly string[]>(env, 'NEWSGRAPH_RATE_LIMIT_TRUSTED_PROXIES', aNetworkList, []),
    trustedDocuments: readTrustedDocumentsOptions(env),
    metrics: readMetricsAddress(env),
    tracing: readTracingOptions(env),
  };
}

/**
 * Reads the limits, alone: what checking documents needs.
 * @throws ConfigurationError
 */
export function readLimits(env: Environment = process.env): Limits {
  const limits = { ...DEFAULT_LIMITS };
  for (const [limit, variable, least, most] of LIMITS) {
    limits[limit] = read(env, variable, aNumber(least, most), DEFAULT_LIMITS[limit]);
  }
  return limits;
}

/** Less than one operation may cost would be a limit that it never meets, whatever it waits. */
function readRateLimit(env: Environment, { cost }: Limits): RateLimitOptions | null {
  const costPerMinute = read<number | null>(env, 'NEWSGRAPH_RATE_LIMIT_COST_PER_MINUTE', aNumber(cost, 1_000_000_000), null);
  return costPerMinute === null ? null : { costPerMinute };
}

function readTrustedDocumentsOptions(env: Environment): TrustedDocumentsOptions | null {
  const path = read<string | null>(env, 'NEWSGRAPH_TRUSTED_DOCUMENTS', anExistingPath, null);
  const only = read(env, ONLY_TRUSTED_DOCUMENTS, aSwitch, false);
  if (path !== null) return { path, only };
  // Taken for off, it would open what somebody meant to close.
  if (only) throw wrongSetting(ONLY_TRUSTED_DOCUMENTS, 'true', 'NEWSGRAPH_TRUSTED_DOCUMENTS too, or false');
  return null;
}

function readMetricsAddress(env: Environment): MetricsAddress | null {
  const host = read(env, 'NEWSGRAPH_METRICS_HOST', aHost, '127.0.0.1');
  const port = read<number | null>(env, 'NEWSGRAPH_METRICS_PORT', aPort, null);
  return port === null ? null : { host, port };
}

/** The variables are OpenTelemetry's; what they say of batches, headers and timeouts is read by its own libraries. */
function readTracingOptions(env: Environment): TracingOptions | null {
  const endpoint = read<string | null>(env, 'OTEL_EXPORTER_OTLP_ENDPOINT', anHttpUrl, null);
  const serviceName = read(env, 'OTEL_SERVICE_NAME', anyText, 'newsgraph');
  const share = read(env, 'OTEL_TRACES_SAMPLER_ARG', aShare, 1);
  return endpoint === null ? null : { endpoint, serviceName, share };
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
  throw wrongSetting(variable, value, reader.expected(value));
}

/** A line for each variable that is called as settings are, and is none. */
export function unknownVariables(env: Environment = process.env): string[] {
  return linesOfUnknown(env, variablesRead());
}

/** The names of all variables, which reading is watched for, so that no list of them can be left behind. */
function variablesRead(): string[] {
  const names: string[] = [];
  const watched = new Proxy<Environment>({}, {
    get: (_variables, name) => {
      names.push(String(name));
      return undefined;
    },
  });
  readConfig(watched);
  return names;
}

/** Whether errors are told with their stack: `DEBUG=newsgraph`. */
export function isDebugging(env: Environment = process.env): boolean {
  return (env['DEBUG'] ?? '').split(/[\s,]+/).includes('newsgraph');
}
