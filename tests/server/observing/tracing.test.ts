/** The spans of requests to the real graph. */
import { SpanStatusCode } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { InMemorySpanExporter, ParentBasedSampler, type ReadableSpan, SimpleSpanProcessor, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { FastifyInstance } from 'fastify';
import { createNewsgraph, type Newsgraph } from '../../../src/newsgraph';
import { createHandler } from '../../../src/server';
import { Tracing } from '../../../src/server/observing/tracing';
import { describeOnEachStore } from '../../support/stores';
import { waitUntil } from '../../support/wait-until';

const STORY = { format: 'newsgraph-story/1', slug: 'a', title: 'A', summary: 'S.', topics: [{ name: 'Rivers' }] };
const CALLER = { trace: '0af7651916cd43dd8448eb211c80319c', span: 'b7ad6b7169203331' };
const TRACED = { traceparent: `00-${CALLER.trace}-${CALLER.span}-01` };

describeOnEachStore('traces', (_open, place) => {
  let newsgraph: Newsgraph;
  let app: FastifyInstance;
  let exporter: InMemorySpanExporter;

  const start = async (share = 1): Promise<void> => {
    newsgraph = await createNewsgraph({ databaseUrl: await place.freshUrl() });
    for await (const { error } of newsgraph.importDocuments([STORY])) expect(error).toBeNull();
    exporter = new InMemorySpanExporter();
    const sampler = new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) });
    const provider = new TracerProvider({ sampler, spanProcessors: [new SimpleSpanProcessor({ exporter })] });
    app = await createHandler(newsgraph, { observer: new Tracing(provider.getTracer('test'), new W3CTraceContextPropagator()) });
  };
  const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<unknown> =>
    (await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } })).json();
  /** A request's own span ends last. */
  const spansOf = async (requests: number): Promise<ReadableSpan[]> => {
    const count = (): number => exporter.getFinishedSpans().filter(({ name }) => name === 'POST /graphql').length;
    await waitUntil(`${requests} requests traced`, 5000, () => count() === requests);
    return exporter.getFinishedSpans();
  };
  afterEach(async () => {
    await app.close();
    await newsgraph.close();
  });

  it('have the request, its operation, its batches and their statements in one another, in the trace of the caller', async () => {
    await start();

    await ask('query Page($slug: String!) { story(by: { slug: $slug }) { title } }', { slug: 'a' }, TRACED);
    const spans = await spansOf(1);

    expect(spans.map(({ name }) => name)).toEqual(['SELECT', 'batch Story.slug', 'query Page', 'POST /graphql']);
    const [statement, batch, operation, request] = spans;
    expect(spans.map((span) => span.spanContext().traceId)).toEqual(spans.map(() => CALLER.trace));
    expect(spans.map((span) => span.parentSpanContext?.spanId)).toEqual([
      batch?.spanContext().spanId,
      operation?.spanContext().spanId,
      request?.spanContext().spanId,
      CALLER.span,
    ]);
    expect(statement?.attributes['db.query.text']).toContain('JOIN "story"');
    expect(batch?.attributes).toEqual({ 'newsgraph.batch.field': 'Story.slug', 'newsgraph.batch.keys': 1 });
    expect(operation?.attributes).toEqual({ 'graphql.operation.name': 'Page', 'graphql.operation.type': 'query' });
    expect(request?.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'http.response.status_code': 200,
      'newsgraph.operation.cost': 1,
      'newsgraph.operation.statements': 1,
    });
  });

  it('hold nothing that a client gave as a value', async () => {
    await start();

    await ask('query Secret { story(by: { slug: "hush-hush" }) { title } topics(after: "hush-hush") { totalCount } }');
    const spans = await spansOf(1);

    expect(spans.length).toBeGreaterThan(2);
    const told = spans.map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
    expect(JSON.stringify(told)).not.toContain('hush');
  });

  it('tell a failed statement, and whose fault an error was', async () => {
    await start();
    await newsgraph.close();

    await ask('query Gone { story(by: { slug: "a" }) { title } }');
    await ask('query Wrong { nothing }');
    const spans = await spansOf(2);

    const requests = spans.filter(({ name }) => name === 'POST /graphql');
    expect(requests.map(({ status, attributes }) => [status.code, attributes['error.type']])).toEqual([
      [SpanStatusCode.ERROR, expect.stringMatching(/^(SERVICE_UNAVAILABLE|INTERNAL_SERVER_ERROR)$/)],
      [SpanStatusCode.UNSET, 'GRAPHQL_VALIDATION_FAILED'],
    ]);
    expect(spans.find(({ name }) => name === 'SELECT')?.status).toEqual({ code: SpanStatusCode.ERROR });
  });

  it('are made of no request where the share is none, but of those whose caller traces them', async () => {
    await start(0);

    await ask('query Untraced { __typename }');
    await ask('query Traced { __typename }', {}, TRACED);
    await app.inject('/health/ready');
    const spans = await spansOf(1);

    expect(spans.map(({ name }) => name)).toEqual(['query Traced', 'POST /graphql']);
  });
});
