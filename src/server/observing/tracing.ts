/**
 * Spans for OpenTelemetry: the request, its operation, the batches of that, their statements. They hold no query, no
 * variable and no message of an error (which may quote one): names, codes, numbers, and SQL with its placeholders.
 */
import {
  defaultTextMapGetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type TextMapPropagator,
  type Tracer,
} from '@opentelemetry/api';
import type { BatchObserver, EndOfWork, ObservedBatch, ObservedOperation } from '../../newsgraph';
import { GRAPHQL_PATH } from '../graphql-route';
import type { Observer, RequestHead, RequestOutcome, ServedRequestObserver } from './observer';

/** A name is the client's to choose; only so much of it is kept. */
const LONGEST_NAME = 100;
const LONGEST_STATEMENT = 8000;
const SERVER_FAULTS: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE']);

/** Makes spans of the requests to the graph. */
export class Tracing implements Observer {
  /** @param propagator tells from a request's headers which trace it belongs to. */
  constructor(
    private readonly tracer: Tracer,
    private readonly propagator: TextMapPropagator,
  ) {}

  requestStarted({ method, route, headers }: RequestHead): ServedRequestObserver {
    if (route !== GRAPHQL_PATH) return UNTRACED;
    const parent = this.propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
    const attributes = { 'http.request.method': method, 'http.route': route };
    const span = this.tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
    return new TracedRequest(this.tracer, span, trace.setSpan(parent, span));
  }
}

class TracedRequest implements ServedRequestObserver {
  constructor(
    private readonly tracer: Tracer,
    private readonly span: Span,
    /** What comes next happens in this; it is the operation's once there is one. */
    private context: Context,
  ) {}

  operationStarted({ name, type }: ObservedOperation): EndOfWork {
    const known = name?.slice(0, LONGEST_NAME);
    const attributes = { 'graphql.operation.type': type, 'graphql.operation.name': known };
    const { span, context } = this.child(known === undefined ? type : `${type} ${known}`, SpanKind.INTERNAL, attributes);
    this.context = context;
    return endOf(span);
  }

  batchStarted({ field, size }: ObservedBatch): BatchObserver {
    const { span, context } = this.child(`batch ${field}`, SpanKind.INTERNAL, { 'newsgraph.batch.field': field, 'newsgraph.batch.keys': size });
    return {
      ended: endOf(span),
      statementStarted: (text) => {
        const attributes = { 'db.system.name': 'other_sql', 'db.operation.name': 'SELECT', 'db.query.text': text.slice(0, LONGEST_STATEMENT) };
        return endOf(this.tracer.startSpan('SELECT', { kind: SpanKind.CLIENT, attributes }, context));
      },
    };
  }

  ended({ status, operation, refusal }: RequestOutcome): void {
    const codes = operation?.errorCodes ?? (refusal === null ? [] : [refusal]);
    this.span.setAttributes({
      'http.response.status_code': status ?? undefined,
      'error.type': status === null ? 'aborted' : codes[0],
      'newsgraph.operation.cost': operation?.cost ?? undefined,
      'newsgraph.operation.statements': operation?.statements,
    });
    // What a client did wrong is no error of a server's span.
    if ((status ?? 0) >= 500 || codes.some((code) => SERVER_FAULTS.has(code))) this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.end();
  }

  private child(name: string, kind: SpanKind, attributes: Attributes): { span: Span; context: Context } {
    const span = this.tracer.startSpan(name, { kind, attributes }, this.context);
    return { span, context: trace.setSpan(this.context, span) };
  }
}

function endOf(span: Span): EndOfWork {
  return (error) => {
    if (error !== undefined) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', typeOf(error));
    }
    span.end();
  };
}

function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

const nothing = (): void => undefined;
const UNTRACED: ServedRequestObserver = {
  operationStarted: () => nothing,
  batchStarted: () => ({ ended: nothing, statementStarted: () => nothing }),
  ended: nothing,
};
