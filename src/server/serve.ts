/** Listens with a handler until it is told to stop. */
import type { AddressInfo } from 'node:net';
import type { Newsgraph } from '../newsgraph';
import { GRAPHQL_PATH } from './graphql-route';
import { createHandler } from './handler';
import type { HandlerOptions } from './options';

/** Where to listen, besides what a handler takes. */
export interface ServeOptions extends HandlerOptions {
  host: string;
  /** 0 for any free one. */
  port: number;
}

/** A server that listens. */
export interface RunningServer {
  /** Where people and programs find it, by what they find there. */
  readonly addresses: { graphql: string; explorer: string | null; ready: string };
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
  const app = await createHandler(newsgraph, options);
  try {
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    await app.close();
    throw listenError(error, options);
  }
  const origin = originOf(app.server.address(), options);
  return {
    addresses: {
      graphql: `${origin}${GRAPHQL_PATH}`,
      explorer: options.explorer ? `${origin}/` : null,
      ready: `${origin}/health/ready`,
    },
    stop: () => app.close(),
  };
}

function originOf(address: AddressInfo | string | null, { host, port }: ServeOptions): string {
  const actual = address !== null && typeof address === 'object' ? address.port : port;
  return `http://${isAnyAddress(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${actual}`;
}

/** Nobody can open `0.0.0.0` in a browser. */
function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function listenError(error: unknown, { host, port }: ServeOptions): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new ListenError(`port ${port} of ${host} is in use; stop the other program or set PORT to another one`);
    case 'EACCES':
      return new ListenError(`port ${port} may not be listened on by this user; set PORT to one from 1024 up`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ListenError(`${host} is not an address of this machine; set HOST to one, such as 127.0.0.1 or 0.0.0.0`);
    default:
      return error;
  }
}
