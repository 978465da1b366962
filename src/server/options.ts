/** What can be chosen about the HTTP side. */
import { inspect } from 'node:util';
import { ConfigurationError, refuseUnknownOptions, shown, type KnownOptions } from '../newsgraph';
import { DEFAULT_LIMITS, type Limits } from './limits/limits';
import type { Observer } from './observing/observer';
import { isOrigin, originMeant } from './origin';

/** Which origins a browser's page may call from: any, any on this machine, or those listed (none when empty). */
export type AllowedOrigins = 'any' | 'localhost' | readonly string[];

/** How much is logged: `silent` nothing, `info` a line a request. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** Documents that clients may name by their hash. */
export interface TrustedDocumentsOptions {
  /** A manifest, or a folder of `.graphql` files; see docs/trusted-documents.md. */
  path: string;
  /** Whether nothing else is executed. Default: false. */
  only?: boolean;
}

/** How much a client may ask in a minute. */
export interface RateLimitOptions {
  /** What its requests may cost together, see docs/limits.md; no less than one operation may. */
  costPerMinute: number;
}

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
  /** How much a request may ask; see docs/limits.md. What is not given has its default. */
  limits?: Partial<Limits>;
  /** Default: none. */
  rateLimit?: RateLimitOptions | null;
  /**
   * The proxies in front, whose `X-Forwarded-For` is believed: addresses, networks (`10.0.0.0/8`), or `loopback`,
   * `linklocal` and `uniquelocal`. Default: none, and a client's address is that of its connection.
   */
  trustedProxies?: readonly string[];
  /** Default: none. */
  trustedDocuments?: TrustedDocumentsOptions | null;
  /** Default `silent`: a host program has a log of its own. */
  logLevel?: LogLevel;
  /** Where log lines go. Default: standard error. */
  logStream?: { write(line: string): void };
  /** Is told of each request and of what is done for it. Default: none. */
  observer?: Observer | null;
}

/** The options with nothing left open. */
export type HandlerSettings = Required<Omit<HandlerOptions, 'limits'>> & { limits: Limits };

const HANDLER_OPTIONS: KnownOptions<HandlerOptions> = {
  corsOrigins: true,
  explorer: { folder: true },
  introspection: true,
  suggestions: true,
  stacktraces: true,
  limits: allOf(DEFAULT_LIMITS),
  rateLimit: { costPerMinute: true } satisfies KnownOptions<RateLimitOptions>,
  trustedProxies: true,
  trustedDocuments: { path: true, only: true } satisfies KnownOptions<TrustedDocumentsOptions>,
  logLevel: true,
  logStream: true,
  observer: true,
};

/**
 * Looks through what a program gives, which nothing may have held to the types.
 * @throws ConfigurationError for an option that there is not, for an origin that no page has, and for a limit that is no
 * number: nothing exceeds those.
 */
export function checkHandlerOptions(options: HandlerOptions): void {
  refuseUnknownOptions('createHandler', options, HANDLER_OPTIONS);
  checkOrigins(options.corsOrigins ?? []);
  for (const [name, limit] of Object.entries<unknown>(options.limits ?? {})) {
    const isLimit = limit === undefined || (typeof limit === 'number' && !Number.isNaN(limit));
    if (!isLimit) throw new ConfigurationError(`limits.${name} is ${inspect(limit, { depth: 0, breakLength: Infinity })}; give a number`);
  }
}

const ORIGINS = "'any', 'localhost' or a list of origins such as https://news.example";

function checkOrigins(origins: AllowedOrigins): void {
  if (origins === 'any' || origins === 'localhost') return;
  if (!Array.isArray(origins)) throw new ConfigurationError(`corsOrigins is ${shown(String(origins))}; give ${ORIGINS}`);
  for (const origin of origins as readonly unknown[]) {
    if (typeof origin === 'string' && isOrigin(origin)) continue;
    const text = String(origin);
    throw new ConfigurationError(`corsOrigins has ${shown(text)}; give ${originMeant(text) ?? ORIGINS}`);
  }
}

/** Fills in the defaults. */
export function handlerSettings(options: HandlerOptions): HandlerSettings {
  return {
    corsOrigins: options.corsOrigins ?? [],
    explorer: options.explorer ?? false,
    introspection: options.introspection ?? false,
    suggestions: options.suggestions ?? false,
    stacktraces: options.stacktraces ?? false,
    limits: { ...DEFAULT_LIMITS, ...given(options.limits ?? {}) },
    rateLimit: options.rateLimit ?? null,
    trustedProxies: options.trustedProxies ?? [],
    trustedDocuments: options.trustedDocuments ?? null,
    logLevel: options.logLevel ?? 'silent',
    logStream: options.logStream ?? process.stderr,
    observer: options.observer ?? null,
  };
}

/** Without what is undefined, which would take the place of a default. */
function given(limits: Partial<Limits>): Partial<Limits> {
  return Object.fromEntries(Object.entries(limits).filter(([, limit]: [string, unknown]) => limit !== undefined));
}

function allOf(names: object): Readonly<Record<string, true>> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, true]));
}
