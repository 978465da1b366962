/**
 * Where the gateway's time goes under one query:
 * `npx tsx bench/profile.ts [--size 2000] [--queries Q1,Q2] [--seconds 8] [--servers newsgraph]
 * [--database postgres] [--lines 40]`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildServers } from './build';
import { postgresStore, sqliteStore } from './data/benchmark-store';
import { drawFor } from './load/agreement';
import { Client, payloadOf } from './load/client';
import { cpuTimeByThread } from './load/cpu-time';
import { hottest, hottestPackages, type CpuProfile } from './load/hottest';
import { ServerProcess, type ServerName } from './load/server-process';
import { QUERIES, requestsOf, type BenchmarkQuery, type Draw } from './queries';
import { readSettings } from './settings';

const WARM_UP_SECONDS = 3;

interface Subject {
  readonly name: ServerName;
  readonly query: BenchmarkQuery;
  readonly build: string;
  readonly databaseUrl: string;
  readonly size: number;
  readonly concurrency: number;
  readonly seconds: number;
}

async function main(): Promise<void> {
  const { values, tokens } = parseArgs({ options: { lines: { type: 'string', default: '40' } }, strict: false, tokens: true });
  const others = process.argv.slice(2).filter((_argument, place) => !isOfLines(tokens, place));
  const settings = readSettings(others, process.env);
  const { size, postgresUrl } = settings;
  const databaseUrl = postgresUrl === null ? await sqliteStore(size, console.error) : await postgresStore(postgresUrl, size, console.error);
  const build = await buildServers();
  const [name = 'newsgraph'] = settings.servers;
  try {
    for (const query of QUERIES.filter((each) => settings.queries.includes(each.name))) {
      console.log(await profile({ ...settings, name, query, build: build.folder, databaseUrl }, Number(values['lines'])));
    }
  } finally {
    build.remove();
  }
}

/** Whether an argument belongs to `--lines`, which is not one of the benchmark's. */
function isOfLines(tokens: readonly { kind: string; name?: string; index: number }[], place: number): boolean {
  return tokens.some((token) => token.name === 'lines' && (token.index === place || token.index + 1 === place));
}

async function profile(subject: Subject, lines: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-profile-'));
  try {
    const started = performance.now();
    const server = await ServerProcess.start(subject.name, subject.build, subject.databaseUrl, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
    const { cost, warmAt } = await underLoad(server, subject);
    await server.stop();
    const from = (warmAt - started) * 1_000;
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error('The server wrote no profile.');
    const parsed = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
    const head = `${subject.query.name}, ${subject.name}: ${cost}`;
    return [head, '', ...hottestPackages(parsed, 14, from), '', ...hottest(parsed, lines, from), ''].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives when the server was warm too: what came before, its start above all, says nothing of its requests. */
async function underLoad(server: ServerProcess, { query, size, concurrency, seconds }: Subject): Promise<{ cost: string; warmAt: number }> {
  const client = new Client(server.url, concurrency);
  const draw: Draw = await drawFor((request) => client.answer(request), size);
  const payloads = requestsOf(query, draw, 500).map(payloadOf);
  await client.load(payloads, WARM_UP_SECONDS);
  const warmAt = performance.now();
  const before = cpuTimeByThread(server.pid);
  const { latencies } = await client.load(payloads, seconds);
  const after = cpuTimeByThread(server.pid);
  await client.close();
  const each = (milliseconds: number): string => (milliseconds / latencies.length).toFixed(3);
  const cost = `${latencies.length} requests, CPU ms a request: main thread ${each(after.main - before.main)}, other threads ${each(after.others - before.others)}`;
  return { cost, warmAt };
}

void main();
