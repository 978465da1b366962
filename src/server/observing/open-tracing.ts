/** Sends spans to a collector by OTLP over HTTP. Its libraries are loaded here, and so only where there is a collector. */
import type { Observer } from './observer';
import { Tracing } from './tracing';

/** Where spans go. */
export interface TracingOptions {
  /** The collector's address, to which `/v1/traces` is added. */
  readonly endpoint: string;
  /** What this program calls itself. */
  readonly serviceName: string;
  /** The share of requests that is traced, of those whose caller has not decided that: 0 to 1. */
  readonly share: number;
}

export interface OpenTracing {
  readonly observer: Observer;
  /** Sends what has not been sent, unless the collector is too slow to take it. */
  close(): Promise<void>;
}

/** A stop must be over before whoever asked for it loses patience. */
const FLUSH_MS = 3000;

/** Loads what is needed, and begins to send. A collector that does not answer is no error: its spans are lost. */
export async function openTracing({ endpoint, serviceName, share }: TracingOptions): Promise<OpenTracing> {
  const [{ W3CTraceContextPropagator }, { resourceFromAttributes }, sdk, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/core'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` }) })],
  });
  return {
    observer: new Tracing(provider.getTracer('newsgraph'), new W3CTraceContextPropagator()),
    close: () => inTime(provider.shutdown()),
  };
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FLUSH_MS);
  });
  await Promise.race([work.catch(() => undefined), tooLate]);
  clearTimeout(timer);
}
