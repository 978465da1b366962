/** Servers side by side: started together, asked in turn, so that what else the machine does hits all of them. */
import { QUERIES, requestsOf, type BenchmarkQuery, type QueryName } from '../queries';
import { assertAgreement, drawFor, type Contender } from './agreement';
import { Client, payloadOf, type Payload } from './client';
import { peakMemory } from './cpu-time';
import { measure, type Measured, type Sample } from './measure';
import { ServerProcess, type ServerName } from './server-process';

export interface Plan {
  readonly size: number;
  readonly build: string;
  readonly databaseUrl: string;
  readonly servers: readonly ServerName[];
  readonly queries: readonly QueryName[];
  readonly rounds: number;
  readonly seconds: number;
  readonly concurrency: number;
  readonly databaseCpu: () => number;
  readonly tell: (line: string) => void;
}

/** All that was seen of one server under one query. */
export interface Series {
  readonly server: ServerName;
  readonly query: QueryName;
  readonly samples: readonly Sample[];
  readonly statementsARequest: number;
}

export interface Outcome {
  readonly series: readonly Series[];
  /** Resident memory of each server after all rounds, in MiB. */
  readonly memory: Readonly<Partial<Record<ServerName, number>>>;
}

interface Running extends Measured, Contender {
  readonly name: ServerName;
  readonly server: ServerProcess;
  readonly payloads: ReadonlyMap<QueryName, readonly Payload[]>;
}

/** Different requests that each query is drawn to; they come round again after that. */
const DRAWN_REQUESTS = 500;
const COMPARED_REQUESTS = 25;
const COUNTED_REQUESTS = 25;
/** Lets code be compiled, caches be filled. */
const WARM_UP_SECONDS = 2;

/** Runs the plan. @throws when servers answer differently, before anything is timed. */
export async function runRounds(plan: Plan): Promise<Outcome> {
  const queries = QUERIES.filter(({ name }) => plan.queries.includes(name));
  const running: Running[] = [];
  try {
    for (const name of plan.servers) running.push(await start(name, queries, plan));
    for (const query of queries) {
      await assertAgreement(running.filter(({ name }) => isAsked(name, query.name)), query, COMPARED_REQUESTS);
    }
    plan.tell(`answers agree: ${COMPARED_REQUESTS} requests of each query`);
    const series = new Map<string, Series & { samples: Sample[] }>();
    for (const query of queries) {
      for (const each of running.filter(({ name }) => isAsked(name, query.name))) {
        const statementsARequest = await statementsOf(each, query.name);
        await measure(each, payloadsOf(each, query.name), WARM_UP_SECONDS);
        series.set(`${query.name} ${each.name}`, { server: each.name, query: query.name, samples: [], statementsARequest });
      }
    }
    for (let round = 0; round < plan.rounds; round += 1) {
      for (const query of queries) await oneRound(query, round);
    }
    return { series: [...series.values()], memory: Object.fromEntries(running.map(({ name, pid }) => [name, peakMemory(pid)])) };

    async function oneRound({ name }: BenchmarkQuery, round: number): Promise<void> {
      for (const each of rotated(running, round).filter((server) => isAsked(server.name, name))) {
        const sample = await measure(each, payloadsOf(each, name), plan.seconds);
        series.get(`${name} ${each.name}`)?.samples.push(sample);
        plan.tell(`round ${round + 1} ${name} ${each.name}: ${sample.cpu.toFixed(3)} ms CPU, ${Math.round(sample.perSecond)} a second`);
      }
    }
  } finally {
    await Promise.all(running.map(stop));
  }
}

async function start(name: ServerName, queries: readonly BenchmarkQuery[], plan: Plan): Promise<Running> {
  const server = await ServerProcess.start(name, plan.build, plan.databaseUrl);
  const client = new Client(server.url, plan.concurrency);
  const ask = (request: Parameters<Client['answer']>[0]): Promise<unknown> => client.answer(request);
  const draw = name === 'bare' ? { size: plan.size, cursors: [] } : await drawFor(ask, plan.size);
  const payloads = new Map(queries.map((query) => [query.name, requestsOf(query, draw, DRAWN_REQUESTS).map(payloadOf)]));
  return { name, server, client, pid: server.pid, databaseCpu: plan.databaseCpu, ask, draw, payloads };
}

/** The bare server knows nothing else than the query for nothing, and that one takes no statement. */
function isAsked(server: ServerName, query: QueryName): boolean {
  return query === 'Q5' ? server !== 'limit' : server !== 'bare';
}

async function statementsOf({ server, client, payloads }: Running, query: QueryName): Promise<number> {
  const requests = (payloads.get(query) ?? []).slice(0, COUNTED_REQUESTS);
  const statements = await server.statementsDuring(async () => {
    for (const payload of requests) await client.send(payload);
  });
  return statements / requests.length;
}

function payloadsOf({ payloads }: Running, query: QueryName): readonly Payload[] {
  return payloads.get(query) ?? [];
}

async function stop({ client, server }: Running): Promise<void> {
  await client.close();
  await server.stop();
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
