/** Sends requests to one server: one at a time for answers, many at a time for figures. */
import { Pool } from 'undici';
import type { Request } from '../queries';

/** A request as it goes over the wire, made once and sent many times. */
export type Payload = Buffer;

export interface Load {
  /** Milliseconds from sending to the last byte of the answer. */
  readonly latencies: number[];
  readonly milliseconds: number;
  readonly bytes: number;
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };
/** GraphQL servers put errors before data. */
const SUCCESS = Buffer.from('{"data":');

export function payloadOf(request: Request): Payload {
  return Buffer.from(JSON.stringify(request));
}

export class Client {
  private readonly pool: Pool;

  /** @param concurrency how many connections there are, each with one request at a time. */
  constructor(
    private readonly url: URL,
    private readonly concurrency: number,
  ) {
    this.pool = new Pool(url.origin, { connections: concurrency, pipelining: 1 });
  }

  /** The data of one answer. @throws when there are errors. */
  async answer(request: Request): Promise<unknown> {
    const { statusCode, body } = await this.pool.request({
      path: this.url.pathname,
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify(request),
    });
    const text = await body.text();
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
    if (statusCode !== 200 || errors !== undefined) throw new Error(`${this.url.href} answered ${statusCode}: ${text.slice(0, 500)}`);
    return data;
  }

  /** Sends these payloads in turn, over and over, until the time is up. */
  async load(payloads: readonly Payload[], seconds: number): Promise<Load> {
    const latencies: number[] = [];
    let bytes = 0;
    let next = 0;
    const start = performance.now();
    const end = start + seconds * 1_000;
    const worker = async (): Promise<void> => {
      while (performance.now() < end) {
        const payload = payloads[next % payloads.length]!;
        next += 1;
        const sent = performance.now();
        const length = await this.send(payload);
        bytes += length;
        latencies.push(performance.now() - sent);
      }
    };
    await Promise.all(Array.from({ length: this.concurrency }, worker));
    return { latencies, milliseconds: performance.now() - start, bytes };
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  /**
   * Sends one request and gives its answer's length. Goes through undici's dispatcher: streams would make the client
   * the slower side. Rejects when the answer is not a success.
   */
  send(payload: Payload): Promise<number> {
    return new Promise((resolve, reject) => {
      let length = 0;
      let failure: string | null = null;
      this.pool.dispatch(
        { path: this.url.pathname, method: 'POST', headers: HEADERS, body: payload },
        {
          onRequestStart: () => undefined,
          onResponseStart: (_controller, statusCode) => {
            if (statusCode !== 200) failure = `status ${statusCode}`;
          },
          onResponseData: (_controller, piece) => {
            if (length === 0 && !piece.subarray(0, SUCCESS.length).equals(SUCCESS)) failure ??= piece.toString('utf8', 0, 300);
            length += piece.length;
          },
          onResponseEnd: () => (failure === null ? resolve(length) : reject(new Error(`${this.url.href} answered ${failure}`))),
          onResponseError: (_controller, error) => reject(error),
        },
      );
    });
  }
}
