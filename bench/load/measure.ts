/** One server under one query for some seconds: what went through, and what it cost. */
import type { Client, Payload } from './client';
import { cpuTime } from './cpu-time';

export interface Sample {
  readonly requests: number;
  readonly perSecond: number;
  /** CPU milliseconds a request, of the server's process and the database's. */
  readonly cpu: number;
  /** The database's part of them; 0 where it runs inside the server. */
  readonly databaseCpu: number;
  /** CPU milliseconds a request that the client took: near the wall clock, it would be the slower side. */
  readonly clientCpu: number;
  readonly latencies: readonly number[];
  readonly bytes: number;
}

export interface Measured {
  readonly client: Client;
  readonly pid: number;
  /** CPU time so far of the database's processes, in milliseconds. */
  readonly databaseCpu: () => number;
}

/** @throws when an answer is not a success. */
export async function measure({ client, pid, databaseCpu }: Measured, payloads: readonly Payload[], seconds: number): Promise<Sample> {
  const before = { server: cpuTime(pid), database: databaseCpu(), client: process.cpuUsage() };
  const { latencies, milliseconds, bytes } = await client.load(payloads, seconds);
  const own = process.cpuUsage(before.client);
  const requests = latencies.length;
  const database = databaseCpu() - before.database;
  return {
    requests,
    perSecond: (1_000 * requests) / milliseconds,
    cpu: (cpuTime(pid) - before.server + database) / requests,
    databaseCpu: database / requests,
    clientCpu: (own.user + own.system) / 1_000 / requests,
    latencies,
    bytes: bytes / requests,
  };
}
