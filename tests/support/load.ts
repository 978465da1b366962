/** Clients that ask one query again and again, and keep what came of each request. */

/** What came of one request. */
export interface Outcome {
  status: number;
  /** `OK`, or the code of the answer's first error. */
  code: string;
  data: unknown;
  milliseconds: number;
}

/** Posts a query as JSON. */
export async function ask(url: string, query: string): Promise<Outcome> {
  const begin = performance.now();
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions?: { code?: string } }[] };
  const code = errors === undefined ? 'OK' : (errors[0]?.extensions?.code ?? 'NO_CODE');
  return { status: response.status, code, data, milliseconds: performance.now() - begin };
}

export class Load {
  readonly outcomes: Outcome[] = [];
  private isOver = false;
  private readonly clients: Promise<void>[];

  /** Begins at once. */
  constructor(
    private readonly url: string,
    private readonly query: string,
    clients: number,
  ) {
    this.clients = Array.from({ length: clients }, () => this.client());
  }

  /** How many requests have ended so. */
  count(code: string): number {
    return this.outcomes.filter((outcome) => outcome.code === code).length;
  }

  /** Resolves when the last answers are there. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.clients);
  }

  private async client(): Promise<void> {
    while (!this.isOver) this.outcomes.push(await ask(this.url, this.query));
  }
}
