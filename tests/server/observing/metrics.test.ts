/** What Prometheus is told, of a server over the real graph. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createNewsgraph, type Newsgraph } from '../../../src/newsgraph';
import { serve, type RunningServer, type ServeOptions } from '../../../src/server';
import { ask } from '../../support/load';
import { describeOnEachStore } from '../../support/stores';
import { waitUntil } from '../../support/wait-until';

const STORIES = ['a', 'b'].map((slug) => ({ format: 'newsgraph-story/1', slug, title: slug, summary: `${slug}.`, topics: [{ name: 'Rivers' }] }));
const PAGE = 'query Page { stories { nodes { slug topics { nodes { name } } } } }';
const TWO_BATCHES = 'query Walk { stories(first: 5) { nodes { topics(first: 5) { nodes { stories(first: 5) { nodes { slug } } } } } } }';

describeOnEachStore('metrics', (_open, place) => {
  let newsgraph: Newsgraph;
  let server: RunningServer;

  const start = async (options: Partial<ServeOptions> = {}): Promise<void> => {
    newsgraph = await createNewsgraph({ databaseUrl: await place.freshUrl() });
    for await (const { error } of newsgraph.importDocuments(STORIES)) expect(error).toBeNull();
    server = await serve(newsgraph, { host: '127.0.0.1', port: 0, metrics: { host: '127.0.0.1', port: 0 }, ...options });
  };
  afterEach(async () => {
    await server.stop();
    await newsgraph.close();
  });

  const scrape = async (): Promise<string> => (await fetch(server.addresses.metrics ?? '')).text();
  /** Of one series, by its name and labels as Prometheus writes them; null where there is none. */
  const valueOf = (text: string, series: string): number | null => {
    const line = text.split('\n').find((each) => each.startsWith(`${series} `));
    return line === undefined ? null : Number(line.slice(series.length + 1));
  };
  /** A request is counted when its connection has been told of the end of the answer, which its client may not wait for. */
  const scrapedWhen = async (series: string, value: number): Promise<string> => {
    await waitUntil(`${series} ${value}`, 5000, async () => valueOf(await scrape(), series) === value);
    return scrape();
  };

  it('count operations by name and code, with what they took', async () => {
    await start();

    await ask(server.addresses.graphql, PAGE);
    await ask(server.addresses.graphql, PAGE);
    await ask(server.addresses.graphql, 'query Page { stories(first: -1) { totalCount } }');
    await ask(server.addresses.graphql, '{ __typename }');
    await ask(server.addresses.graphql, 'query Wrong { nothing }');
    const text = await scrapedWhen('newsgraph_http_requests_total{route="/graphql",status="200"}', 5);

    expect(valueOf(text, 'newsgraph_operations_total{operation="Page",code="OK"}')).toBe(2);
    expect(valueOf(text, 'newsgraph_operations_total{operation="Page",code="BAD_USER_INPUT"}')).toBe(1);
    expect(valueOf(text, 'newsgraph_operations_total{operation="anonymous",code="OK"}')).toBe(1);
    expect(text).toContain('code="GRAPHQL_VALIDATION_FAILED"} 1');
    expect(valueOf(text, 'newsgraph_operation_duration_seconds_count{operation="Page"}')).toBe(3);
    expect(valueOf(text, 'newsgraph_operation_statements_sum{operation="Page"}')).toBe(2);
    expect(valueOf(text, 'newsgraph_operation_cost_count{operation="Page"}')).toBe(3);
    expect(valueOf(text, 'newsgraph_statement_duration_seconds_count{field="Query.stories"}')).toBe(2);
    expect(valueOf(text, 'newsgraph_compiled_operation_lookups_total{result="hit"}')).toBe(1);
    expect(valueOf(text, 'newsgraph_compiled_operation_lookups_total{result="miss"}')).toBe(3);
    expect(valueOf(text, 'newsgraph_compiled_operations')).toBe(3);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text.includes('newsgraph_database_connections{state="idle"}')).toBe(place.kind === 'postgres');
  });

  it('tell how many keys a statement reads for', async () => {
    await start();

    await ask(server.addresses.graphql, TWO_BATCHES);
    const text = await scrapedWhen('newsgraph_operations_total{operation="Walk",code="OK"}', 1);

    expect(valueOf(text, 'newsgraph_batch_keys_sum{field="Query.stories"}')).toBe(1);
    // Both stories have the one topic, and a shared node is asked for once.
    expect(valueOf(text, 'newsgraph_batch_keys_sum{field="Topic.stories"}')).toBe(1);
  });

  it('count refusals and requests for what is not there', async () => {
    await start();

    await fetch(server.addresses.graphql, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    await fetch(new URL('/nothing', server.addresses.graphql));
    const text = await scrapedWhen('newsgraph_http_requests_total{route="none",status="404"}', 1);

    expect(valueOf(text, 'newsgraph_http_requests_total{route="/graphql",status="400"}')).toBe(1);
    expect(valueOf(text, 'newsgraph_operations_total{operation="none",code="BAD_REQUEST"}')).toBe(1);
    // What does not go to the graph is no operation.
    expect(valueOf(text, 'newsgraph_operations_total{operation="none",code="NOT_FOUND"}')).toBeNull();
  });

  it('tell each statement of searches apart, and of none where nothing is read', async () => {
    await start();
    const batches = (text: string, field: string) => valueOf(text, `newsgraph_batch_keys_count{field="${field}"}`);

    await ask(server.addresses.graphql, 'query Found { search(query: "a", types: [STORY]) { totalCount edges { score highlights { field } } facets { months { count } } } }');
    await ask(server.addresses.graphql, 'query Found { suggest(prefix: "riv") { text } nothing: suggest(prefix: "") { text } }');
    await ask(server.addresses.graphql, 'query Found { search(query: "-a") { totalCount edges { matchedWords } } }');
    const text = await scrapedWhen('newsgraph_operations_total{operation="Found",code="OK"}', 3);

    expect(valueOf(text, 'newsgraph_operation_statements_sum{operation="Found"}')).toBe(4);
    expect(batches(text, 'Query.search')).toBe(1);
    expect(batches(text, 'SearchEdge.highlights')).toBe(1);
    expect(batches(text, 'SearchConnection.facets')).toBe(1);
    expect(batches(text, 'Query.suggest')).toBe(1);
    expect(batches(text, 'SearchConnection.totalCount')).toBeNull();
  });

  it('are served also where a trusted document cannot be parsed, which is told to who asks for it', async () => {
    // Given
    const path = join(mkdtempSync(join(tmpdir(), 'newsgraph-metrics-')), 'manifest.json');
    writeFileSync(path, JSON.stringify({ broken: '{ broken', page: PAGE }));
    // When
    await start({ trustedDocuments: { path } });
    await ask(server.addresses.graphql, PAGE);
    // Then
    const series = 'newsgraph_operations_total{operation="Page",code="OK"}';
    expect(valueOf(await scrapedWhen(series, 1), series)).toBe(1);
    rmSync(dirname(path), { recursive: true });
  });

  it('have one name for all operations beyond the first hundred', async () => {
    await start();

    for (let number = 0; number < 105; number += 1) await ask(server.addresses.graphql, `query N${number} { __typename }`);
    const text = await scrapedWhen('newsgraph_operations_total{operation="other",code="OK"}', 5);

    expect(valueOf(text, 'newsgraph_operations_total{operation="N99",code="OK"}')).toBe(1);
    expect(text).not.toContain('operation="N100"');
  });

  it('are served on their own port alone, and nothing else is there', async () => {
    await start();

    expect((await fetch(new URL('/metrics', server.addresses.graphql))).status).toBe(404);
    expect((await fetch(new URL('/graphql', server.addresses.metrics ?? ''))).status).toBe(404);
    expect((await fetch(server.addresses.metrics ?? '', { method: 'POST' })).status).toBe(404);
  });
});

describe('metrics that cannot be served', () => {
  it('end the start, in one line that says how to mend it, and nothing goes on listening', async () => {
    const newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
    const first = await serve(newsgraph, { host: '127.0.0.1', port: 0, metrics: { host: '127.0.0.1', port: 0 } });
    const port = Number(new URL(first.addresses.metrics ?? '').port);

    const second = serve(newsgraph, { host: '127.0.0.1', port: 0, metrics: { host: '127.0.0.1', port } });

    await expect(second).rejects.toThrow(/^port \d+ of 127\.0\.0\.1 is in use; .* set NEWSGRAPH_METRICS_PORT to another one$/);
    await first.stop();
    await newsgraph.close();
  });
});
