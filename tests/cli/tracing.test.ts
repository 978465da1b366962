/** Spans as a collector gets them: OTLP over HTTP, from a server that the environment tells of it. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CliFolder, outcomeOf } from '../support/cli';
import { waitUntil } from '../support/wait-until';

jest.setTimeout(120_000);

interface Received {
  path: string;
  type: string;
  text: string;
}

describe('newsgraph serve, with a collector for traces', () => {
  let folder: CliFolder;
  let collector: Server;
  const received: Received[] = [];

  beforeEach(async () => {
    folder = await CliFolder.create();
    received.length = 0;
    collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ path: request.url ?? '', type: request.headers['content-type'] ?? '', text: Buffer.concat(chunks).toString() });
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
  });
  afterEach(async () => {
    collector.close();
    collector.closeAllConnections();
    await folder.remove();
  });

  /** Serves, asks one query, ends the server, and gives how that went. */
  async function askOnce(endpoint: string): Promise<{ answer: unknown; code: number | null; stdout: string }> {
    const env = { PORT: '0', NEWSGRAPH_METRICS_PORT: '0', NEWSGRAPH_EXPLORER: 'false', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: 'news-test' };
    const child = folder.spawn(['serve'], { env });
    let stdout = '';
    child.stdout.on('data', (text: Buffer) => (stdout += String(text)));
    const ended = outcomeOf(child);
    await waitUntil('the server listens', 60_000, () => /http:\S+\/graphql\n/.test(stdout) && stdout.includes('/metrics\n'));
    const url = /http:\S+\/graphql/.exec(stdout)?.[0] ?? '';
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ query: 'query Told { stories { totalCount } }' }),
    });
    const answer: unknown = await response.json();
    child.kill('SIGTERM');
    return { answer, code: (await ended).code, stdout };
  }

  it('sends the spans of a request, at the latest when it stops', async () => {
    const { port } = collector.address() as AddressInfo;

    const { answer, code } = await askOnce(`http://127.0.0.1:${port}`);

    expect(answer).toEqual({ data: { stories: { totalCount: 0 } } });
    expect(code).toBe(0);
    expect(new Set(received.map(({ path, type }) => `${path} ${type}`))).toEqual(new Set(['/v1/traces application/json']));
    const all = received.map(({ text }) => text).join('');
    for (const name of ['"POST /graphql"', '"query Told"', '"batch Query.stories"', '"SELECT"', '"news-test"']) expect(all).toContain(name);
  });

  it('serves and stops as well when the collector is not there', async () => {
    const { answer, code } = await askOnce('http://127.0.0.1:1');

    expect(answer).toEqual({ data: { stories: { totalCount: 0 } } });
    expect(code).toBe(0);
  });
});
