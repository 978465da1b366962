/** Outcome → tables. */
import { median, percentile } from './load/statistics';
import type { Outcome, Series } from './load/rounds';
import type { ServerName } from './load/server-process';
import { QUERIES, type QueryName } from './queries';

/** One server under one query, over all rounds. */
export interface Figures {
  readonly query: QueryName;
  readonly server: ServerName;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU milliseconds a request, server and database together. */
  readonly cpu: number;
  readonly databaseCpu: number;
  readonly clientCpu: number;
  readonly statements: number;
  readonly kilobytes: number;
  /** The CPU of the gateway over this server's: the median of the rounds, each measured side by side. */
  readonly ratio: number | null;
}

/** The figures of each series: medians of the rounds, percentiles of all requests. */
export function figuresOf({ series }: Outcome): Figures[] {
  return series.map((each) => ({
    query: each.query,
    server: each.server,
    perSecond: median(each.samples.map(({ perSecond }) => perSecond)),
    p50: percentile(each.samples.flatMap(({ latencies }) => latencies), 0.5),
    p99: percentile(each.samples.flatMap(({ latencies }) => latencies), 0.99),
    cpu: median(each.samples.map(({ cpu }) => cpu)),
    databaseCpu: median(each.samples.map(({ databaseCpu }) => databaseCpu)),
    clientCpu: median(each.samples.map(({ clientCpu }) => clientCpu)),
    statements: each.statementsARequest,
    kilobytes: median(each.samples.map(({ bytes }) => bytes)) / 1_000,
    ratio: ratioOf(each, series.find(({ query, server }) => query === each.query && server === 'newsgraph')),
  }));
}

function ratioOf(series: Series, gateway: Series | undefined): number | null {
  if (gateway === undefined || series === gateway) return null;
  return median(series.samples.map(({ cpu }, round) => (gateway.samples[round]?.cpu ?? Number.NaN) / cpu));
}

/** The figures as a table in Markdown, a row a query and server. */
export function markdownTable(figures: readonly Figures[]): string {
  const header = ['query', 'server', 'CPU ms', 'of it database', 'requests/s', 'p50 ms', 'p99 ms', 'statements', 'answer kB', 'newsgraph is', 'client CPU ms'];
  const rows = figures.map((each) => [
    `${each.query} ${QUERIES.find(({ name }) => name === each.query)?.title ?? ''}`,
    each.server,
    each.cpu.toFixed(3),
    each.databaseCpu === 0 ? '' : each.databaseCpu.toFixed(3),
    String(Math.round(each.perSecond)),
    each.p50.toFixed(1),
    each.p99.toFixed(1),
    String(Number(each.statements.toFixed(2))),
    each.kilobytes.toFixed(1),
    each.ratio === null ? '' : `${each.ratio.toFixed(2)} ×`,
    each.clientCpu.toFixed(3),
  ]);
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The servers' resident memory, in one line. */
export function memoryLine({ memory }: Outcome): string {
  return `the most resident memory through all rounds: ${Object.entries(memory)
    .map(([server, megabytes]) => `${server} ${Math.round(megabytes)} MiB`)
    .join(', ')}`;
}
