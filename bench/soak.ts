/**
 * Whether the gateway holds for long: `npx tsx bench/soak.ts [--minutes 10] [--size 2000] [--concurrency 8]
 * [--heap 400] [--database postgres]`. Ends with 1 when something was unexpected, or its memory grew. See README.md in this folder.
 */
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildServers } from './build';
import { drawFor } from './load/agreement';
import { Client } from './load/client';
import { median, percentile } from './load/statistics';
import { QUERIES, requestsOf, type Request } from './queries';
import { fillCaches, MixedLoad } from './soak/mixed-load';
import type { Condition } from './soak/protocol';
import { SteadyImport } from './soak/steady-import';
import { copiedStore } from './soak/store-copy';
import { WatchedServer } from './soak/watched-server';

const SAMPLE_MS = 1000;
const SAMPLES_A_LINE = 60;
const REQUESTS_A_QUERY = 500;
const MOST_GROWTH = 0.1;

interface Settings {
  readonly minutes: number;
  readonly size: number;
  readonly concurrency: number;
  /** How large the server's heap may grow, in MiB. */
  readonly heap: number;
  readonly postgresUrl: string | null;
}

interface Outcome {
  readonly load: MixedLoad;
  readonly imports: SteadyImport;
  readonly log: readonly string[];
  readonly condition: Condition;
  /** Resident memory of the server, second by second, in MiB. */
  readonly memory: readonly number[];
}

async function main(settings: Settings): Promise<void> {
  const build = await buildServers();
  const store = await copiedStore(settings.postgresUrl, settings.size, console.error);
  try {
    const server = await WatchedServer.start(build.folder, store.url, settings.heap);
    const outcome = await soak(server, store.url, settings).finally(() => server.stop());
    console.log(reportOf(outcome, settings));
    if (unexpectedOf(outcome) > 0 || growthOf(outcome.memory) >= MOST_GROWTH) process.exitCode = 1;
  } finally {
    build.remove();
    await store.remove();
  }
}

async function soak(server: WatchedServer, databaseUrl: string, { minutes, size, concurrency }: Settings): Promise<Outcome> {
  const requests = await requestsFor(server.port, size);
  await fillCaches(server.port, requests, concurrency);
  const imports = await SteadyImport.start(databaseUrl, size);
  const load = new MixedLoad(server.port, requests, concurrency);
  const memory: number[] = [];
  const end = performance.now() + minutes * 60_000;
  while (performance.now() < end && !server.hasEnded) {
    await pause(SAMPLE_MS);
    memory.push(server.residentMemory);
    if (memory.length % SAMPLES_A_LINE === 0) console.error(progressLine(load, memory, await server.condition()));
  }
  const condition = await server.condition();
  await Promise.all([load.end(), imports.end()]);
  return { load, imports, log: server.log, condition, memory };
}

function progressLine({ report: { good, bad } }: MixedLoad, memory: readonly number[], { heap }: Condition): string {
  return `${memory.length} s: ${good} good, ${bad} bad, ${Math.round(memory.at(-1) ?? 0)} MiB resident, ${Math.round(heap)} MiB of it JavaScript's`;
}

/** All queries that are measured, each drawn often. */
async function requestsFor(port: number, size: number): Promise<Request[]> {
  const client = new Client(new URL(`http://127.0.0.1:${port}/graphql`), 1);
  try {
    const draw = await drawFor((request) => client.answer(request), size);
    return QUERIES.flatMap((query) => requestsOf(query, draw, REQUESTS_A_QUERY));
  } finally {
    await client.close();
  }
}

function unexpectedOf({ load, imports, log }: Outcome): number {
  return load.report.unexpected + imports.problems.length + log.length;
}

function halves(memory: readonly number[]): [first: number, second: number] {
  const middle = Math.floor(memory.length / 2);
  return [median(memory.slice(0, middle)), median(memory.slice(middle))];
}

function growthOf(memory: readonly number[]): number {
  const [first, second] = halves(memory);
  return second / first - 1;
}

function reportOf(outcome: Outcome, { minutes, size, concurrency, heap, postgresUrl }: Settings): string {
  const { load: { report }, imports, log, condition: { delay }, memory } = outcome;
  const [first, second] = halves(memory);
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const problems = [...report.problems, ...imports.problems, ...log].slice(0, 20);
  return [
    `${new Date().toISOString()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}, ` +
      `${postgresUrl === null ? 'SQLite' : 'PostgreSQL'}, ${size} stories, ${minutes} minutes, concurrency ${concurrency}, heap of at most ${heap} MiB`,
    '',
    '| | |',
    '| --- | --- |',
    `| requests | ${report.good} good, ${report.bad} bad, ${Math.round((report.good + report.bad) / memory.length)} a second |`,
    `| unexpected answers, failed imports, logged errors | ${report.unexpected}, ${imports.problems.length}, ${log.length} |`,
    `| good requests: median, 99 %, longest | ${ms(median(report.latencies))}, ${ms(percentile(report.latencies, 0.99))}, ${ms(report.latencies.reduce((most, each) => Math.max(most, each), 0))} |`,
    `| stories imported meanwhile | ${Object.entries(imports.counts).map(([status, count]) => `${count} ${status}`).join(', ')} |`,
    `| resident memory: first half, second half (medians), growth | ${first.toFixed(0)} MiB, ${second.toFixed(0)} MiB, ${(100 * growthOf(memory)).toFixed(1)} % |`,
    `| event-loop delay: mean, 99 %, longest | ${ms(delay.mean)}, ${ms(delay.p99)}, ${ms(delay.max)} |`,
    ...problems.map((problem) => `\n${problem}`),
  ].join('\n');
}

function readSettings(argv: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      minutes: { type: 'string', default: '10' },
      size: { type: 'string', default: '2000' },
      concurrency: { type: 'string', default: '8' },
      heap: { type: 'string', default: '400' },
      database: { type: 'string', default: 'sqlite' },
    },
  });
  const postgresUrl = values.database === 'postgres' ? process.env['BENCH_POSTGRES_URL'] : null;
  if (postgresUrl === undefined) throw new Error('set BENCH_POSTGRES_URL to a server where databases may be created');
  return {
    minutes: Number(values.minutes),
    size: Number(values.size),
    concurrency: Number(values.concurrency),
    heap: Number(values.heap),
    postgresUrl,
  };
}

async function start(): Promise<void> {
  await main(readSettings(process.argv.slice(2)));
}

start().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
