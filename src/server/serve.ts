/** Listens with a handler until it is told to stop. */
import type { FastifyInstance } from 'fastify';
import type { Newsgraph } from '../newsgraph';
import { GRAPHQL_PATH } from './graphql-route';
import { buildHandler } from './handler';
import { openObservers, type ObservingOptions, type OpenObservers } from './observing/open-observers';
import type { HandlerOptions } from './options';

/** Where to listen, besides what a handler takes. */
export interface ServeOptions extends HandlerOptions, ObservingOptions {
  host: string;
  /** 0 for any free one. */
  port: number;
}

/** A server that listens. */
export interface RunningServer {
  /** Where people and programs find it, by what they find there. */
  readonly addresses: { graphql: string; explorer: string | null; ready: string; metrics: string | null };
  /** Answers what is in flight, refuses the rest, and resolves when no connection is left. */
  stop(): Promise<void>;
}

/** The address cannot be listened on; the message is one line that says why and how to mend it. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/**
 * Serves a newsgraph over HTTP.
 * @throws ListenError when the port is taken, forbidden, or the host is not one of this machine's.
 */
export async function serve(newsgraph: Newsgraph, options: ServeOptions): Promise<RunningServer> {
  const observers = await openObservers(newsgraph, options).catch((error: unknown) => {
    throw listenError(error, options.metrics ?? options, METRICS_VARIABLES);
  });
  const app = await listening(newsgraph, options, observers);
  const address = app.server.address();
  const origin = originOf({ host: options.host, port: typeof address === 'object' && address !== null ? address.port : options.port });
  return {
    addresses: {
      graphql: `${origin}${GRAPHQL_PATH}`,
      explorer: options.explorer ? `${origin}/` : null,
      ready: `${origin}/health/ready`,
      metrics: metricsAddress(options, observers),
    },
    stop: async () => {
      try {
        await app.close();
      } finally {
        await observers.close();
      }
    },
  };
}

async function listening(newsgraph: Newsgraph, options: ServeOptions, observers: OpenObservers): Promise<FastifyInstance> {
  let app: FastifyInstance | null = null;
  try {
    app = await buildHandler(newsgraph, { ...options, observer: observers.observer });
    await app.listen({ host: options.host, port: options.port });
    return app;
  } catch (error) {
    await app?.close();
    await observers.close();
    throw listenError(error, options, VARIABLES);
  }
}

function metricsAddress({ metrics }: ServeOptions, { metricsPort }: OpenObservers): string | null {
  return metrics == null || metricsPort === null ? null : `${originOf({ host: metrics.host, port: metricsPort })}/metrics`;
}

/** Where to listen. */
interface Address {
  host: string;
  port: number;
}

/** What the parts of an address are set by. */
const VARIABLES = { host: 'HOST', port: 'PORT' };
const METRICS_VARIABLES = { host: 'NEWSGRAPH_METRICS_HOST', port: 'NEWSGRAPH_METRICS_PORT' };

function originOf({ host, port }: Address): string {
  return `http://${isAnyAddress(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Nobody can open `0.0.0.0` in a browser. */
function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function listenError(error: unknown, { host, port }: Address, variables: typeof VARIABLES): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new ListenError(`port ${port} of ${host} is in use; stop the other program or set ${variables.port} to another one`);
    case 'EACCES':
      return new ListenError(`port ${port} may not be listened on by this user; set ${variables.port} to one from 1024 up`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ListenError(`${host} is not an address of this machine; set ${variables.host} to one, such as 127.0.0.1 or 0.0.0.0`);
    default:
      return error;
  }
}
