/**
 * Whether memory stays flat while no operation comes twice: `npx tsx bench/different-operations.ts [--operations 100000]`.
 * Each is compiled, planned and read by a statement of its own, so that every cache on its way turns over many times.
 */
import { parseArgs } from 'node:util';
import { buildServers } from './build';
import { sqliteStore } from './data/benchmark-store';
import { Client, payloadOf } from './load/client';
import { residentMemory } from './load/cpu-time';
import { ServerProcess } from './load/server-process';

const SIZE = 2_000;
const CONCURRENCY = 8;
const STEPS = 20;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { operations: { type: 'string', default: '100000' } } });
  const count = Number(values.operations);
  const databaseUrl = await sqliteStore(SIZE, console.error);
  const build = await buildServers();
  const server = await ServerProcess.start('newsgraph', build.folder, databaseUrl);
  const client = new Client(server.url, CONCURRENCY);
  try {
    console.log('| operations | resident MiB |\n| --- | --- |');
    for (let step = 1, sent = 0; step <= STEPS; step += 1) {
      const until = Math.round((count * step) / STEPS);
      await sendAll(client, sent, until);
      sent = until;
      console.log(`| ${sent} | ${residentMemory(server.pid).toFixed(0)} |`);
    }
  } finally {
    await client.close();
    await server.stop();
    build.remove();
  }
}

async function sendAll(client: Client, from: number, until: number): Promise<void> {
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < until) await client.send(payloadOf(operation(next++)));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

/** Aliases of relations stand in the statement as well, so that no two operations share one. */
function operation(index: number): { operationName: string; query: string; variables: Record<string, unknown> } {
  const query = `query Operation${index}($first: Int = ${1 + (index % 5)}) {
  stories(first: $first) {
    nodes { slug title${index}: title topics${index}: topics(first: 3) { nodes { name } } perspectives(first: ${1 + (index % 7)}) { nodes { text outlets { slug } } } }
  }
}`;
  return { operationName: `Operation${index}`, query, variables: {} };
}

void main();
