/** Puts together who observes a server, by what was chosen. */
import { GraphQLError, Kind } from 'graphql';
import type { Newsgraph } from '../../newsgraph';
import { parseText } from '../trusted-documents/parse-text';
import { readTrustedDocuments } from '../trusted-documents/read-trusted-documents';
import type { TrustedDocumentsOptions } from '../options';
import { Metrics } from './metrics';
import { serveMetrics, type MetricsAddress } from './metrics-server';
import { together, type Observer } from './observer';
import { OperationNames } from './operation-names';
import { openTracing, type TracingOptions } from './open-tracing';

export interface ObservingOptions {
  /** Where metrics are served for Prometheus. Default: nowhere. */
  metrics?: MetricsAddress | null;
  /** Where spans are sent. Default: nowhere. */
  tracing?: TracingOptions | null;
  /** One of yours. Default: none. */
  observer?: Observer | null;
  trustedDocuments?: TrustedDocumentsOptions | null;
}

export interface OpenObservers {
  /** Null when nobody wants to know. */
  readonly observer: Observer | null;
  readonly metricsPort: number | null;
  close(): Promise<void>;
}

/**
 * Begins to serve metrics and to send spans.
 * @throws Node's error when the address for metrics cannot be listened on.
 */
export async function openObservers(newsgraph: Newsgraph, options: ObservingOptions): Promise<OpenObservers> {
  const observers: Observer[] = options.observer == null ? [] : [options.observer];
  const closing: (() => Promise<void>)[] = [];
  let metricsPort: number | null = null;
  if (options.metrics != null) {
    const metrics = new Metrics(await import('prom-client'), newsgraph, new OperationNames(namesOf(options.trustedDocuments ?? null)));
    const server = await serveMetrics(metrics.registry, options.metrics);
    metricsPort = server.port;
    observers.push(metrics);
    closing.push(() => server.stop());
  }
  if (options.tracing != null) {
    const tracing = await openTracing(options.tracing);
    observers.push(tracing.observer);
    closing.push(() => tracing.close());
  }
  return {
    observer: together(observers),
    metricsPort,
    close: async () => {
      for (const close of closing) await close();
    },
  };
}

/** The operations of trusted documents; null where there are none of those. */
function namesOf(options: TrustedDocumentsOptions | null): string[] | null {
  if (options === null) return null;
  return readTrustedDocuments(options.path).flatMap(({ text }) => {
    const document = parseText(text);
    // Who asks for a text that is no document is told so, and no operation of it is ever counted.
    if (document instanceof GraphQLError) return [];
    return document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name !== undefined ? [definition.name.value] : [],
    );
  });
}
