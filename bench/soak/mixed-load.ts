/** Clients that ask what pages ask, now and then something new, and now and then something bad. */
import { Pool } from 'undici';
import { hostileRequests, type HostileRequest } from '../../tests/hostile/corpus';
import { send } from '../../tests/hostile/raw-request';
import { below, randomFrom, type Random } from '../data/random';
import type { Request } from '../queries';

const REQUEST_PATH = '/graphql';
const SHARE_OF_BAD = 0.1;
/** Operations that nobody has sent before: what is kept of operations has to make room for them. */
const SHARE_OF_NEW = 0.02;
const KEPT_PROBLEMS = 20;
/** More than the gateway keeps of parsed or compiled operations. */
const NEW_TO_FILL = 1500;

export interface LoadReport {
  good: number;
  bad: number;
  /** Milliseconds of each good request. */
  readonly latencies: number[];
  unexpected: number;
  /** The first of what was unexpected. */
  readonly problems: string[];
}

export class MixedLoad {
  readonly report: LoadReport = { good: 0, bad: 0, latencies: [], unexpected: 0, problems: [] };
  private readonly pool: Pool;
  private readonly hostile = hostileRequests();
  private readonly clients: Promise<void>[];
  private isOver = false;

  /** Begins at once. @param requests those that are to be answered without an error. */
  constructor(
    private readonly port: number,
    private readonly requests: readonly Request[],
    concurrency: number,
  ) {
    this.pool = new Pool(`http://127.0.0.1:${port}`, { connections: concurrency });
    this.clients = Array.from({ length: concurrency }, (_, number) => this.client(randomFrom(number + 90_001)));
  }

  /** Resolves when the last request is answered. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.clients);
    await this.pool.close();
  }

  private async client(random: Random): Promise<void> {
    while (!this.isOver) {
      try {
        const problem = random() < SHARE_OF_BAD ? await this.askBadly(random) : await this.askWell(random);
        if (problem !== null) this.note(problem);
      } catch (error) {
        this.note(String(error));
      }
    }
  }

  private note(problem: string): void {
    this.report.unexpected += 1;
    if (this.report.problems.length < KEPT_PROBLEMS) this.report.problems.push(problem);
  }

  /** Gives what was wrong with the answer; null when nothing was. */
  private async askWell(random: Random): Promise<string | null> {
    const drawn = this.requests[below(this.requests.length, random)]!;
    const request = random() < SHARE_OF_NEW ? renamed(drawn, `Soak${this.report.good}`) : drawn;
    this.report.good += 1;
    const begin = performance.now();
    const { statusCode, body } = await this.pool.request({
      path: REQUEST_PATH,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const text = await body.text();
    this.report.latencies.push(performance.now() - begin);
    const isWell = statusCode === 200 && text.startsWith('{"data":') && !text.startsWith(`{"data":{"${rootOf(drawn)}":null`);
    return isWell ? null : `${request.operationName}: ${statusCode} ${text.slice(0, 300)}`;
  }

  private async askBadly(random: Random): Promise<string | null> {
    const { name, bytes, status, code }: HostileRequest = this.hostile[below(this.hostile.length, random)]!;
    this.report.bad += 1;
    const response = await send(this.port, bytes);
    const isWell = response.status === status && response.body.includes(`"code":"${code}"`);
    return isWell ? null : `${name}: ${response.status} ${response.body.slice(0, 300)}`;
  }
}

/** Asks everything once, and many things under new names: what is kept of requests is then as full as it gets. */
export async function fillCaches(port: number, requests: readonly Request[], concurrency: number): Promise<void> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: concurrency });
  const rest = [...requests, ...requests.slice(0, NEW_TO_FILL).map((request, number) => renamed(request, `Fill${number}`))];
  const worker = async (): Promise<void> => {
    for (let request = rest.pop(); request !== undefined; request = rest.pop()) {
      const headers = { 'content-type': 'application/json' };
      const { body } = await pool.request({ path: REQUEST_PATH, method: 'POST', headers, body: JSON.stringify(request) });
      await body.dump();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  await pool.close();
}

function renamed({ operationName, query, variables }: Request, name: string): Request {
  return { operationName: name, query: query.replace(`query ${operationName}`, `query ${name}`), variables };
}

/** The first field of the query's answer. */
function rootOf({ query }: Request): string {
  return /\{\s*(\w+)/.exec(query)?.[1] ?? '';
}
