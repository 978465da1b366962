/**
 * How long the gateway takes from the start of its process until it is ready, with a store that is there:
 * `npx tsx bench/startup.ts [--size 2000] [--rounds 10]`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildServers } from './build';
import { sqliteStore } from './data/benchmark-store';
import { cpuTime } from './load/cpu-time';
import { median } from './load/statistics';
import { readSettings, type Settings } from './settings';

const ASK_EVERY_MS = 5;
const GIVE_UP_MS = 60_000;

interface Start {
  readonly milliseconds: number;
  readonly cpu: number;
}

async function main({ size, rounds }: Settings): Promise<void> {
  const databaseUrl = await sqliteStore(size, console.error);
  const build = await buildServers();
  try {
    const starts: Start[] = [];
    for (let round = 0; round < rounds; round += 1) starts.push(await startOnce(build.folder, databaseUrl));
    const times = starts.map(({ milliseconds }) => milliseconds);
    console.log(
      `${size} stories, ${rounds} starts: ready after ${median(times).toFixed(0)} ms ` +
        `(fastest ${Math.min(...times).toFixed(0)}, slowest ${Math.max(...times).toFixed(0)}), ` +
        `${median(starts.map(({ cpu }) => cpu)).toFixed(0)} ms CPU`,
    );
  } finally {
    build.remove();
  }
}

/** Runs `newsgraph serve` as production does, until it says that it is ready. */
async function startOnce(build: string, databaseUrl: string): Promise<Start> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [join(build, 'src', 'cli', 'main.js'), 'serve'], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error(`The gateway ended with ${child.exitCode}.`);
      if (performance.now() - begun > GIVE_UP_MS) throw new Error('The gateway did not become ready.');
      await pause(ASK_EVERY_MS);
    }
    return { milliseconds: performance.now() - begun, cpu: cpuTime(child.pid ?? 0) };
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    // Refused: it does not listen yet.
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

async function start(): Promise<void> {
  await main(readSettings(process.argv.slice(2), process.env));
}

start().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
