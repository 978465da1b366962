/** How many compiled operations the executor keeps: by their number, and by what they select. */
import { buildGraphSchema, createExecutor, RequestContext, type Executor } from '../../src/graph';
import { openStore, type NewsStore } from '../../src/store';

const BYTES = 96 * 2 ** 20;
const bytesOf = (selections: number): number => 20_000 + 7_000 * selections;

describe('compiled operations', () => {
  let store: NewsStore;
  let executor: Executor;
  beforeAll(async () => (store = await openStore('sqlite::memory:')));
  afterAll(() => store.close());
  beforeEach(() => (executor = createExecutor(buildGraphSchema())));

  const run = async (query: string, operationName?: string, variables?: Record<string, unknown>): Promise<void> => {
    const { errors } = await executor.execute({ query, operationName, variables }, new RequestContext(store.reader));
    expect(errors).toBeUndefined();
  };
  /** Two selections and as many leaves as it takes. */
  const selecting = (selections: number, name: string): string =>
    `query ${name} { stories(first: 1) { nodes { ${Array.from({ length: selections - 2 }, (_, number) => `t${number}: title`).join(' ')} } } }`;

  it('are kept up to 500 of small ones', async () => {
    for (let number = 0; number < 510; number += 1) await run(`query Q${number} { __typename }`);

    expect(executor.compiledOperations.size).toBe(500);
  });

  it('are kept up to 96 MiB of large ones', async () => {
    const fitting = Math.floor(BYTES / bytesOf(300));
    for (let number = 0; number < fitting + 5; number += 1) await run(selecting(300, `Q${number}`));

    expect(executor.compiledOperations.size).toBe(fitting);
  });

  it('count one by one where a document has several, with what each spreads', async () => {
    const fitting = Math.floor(BYTES / bytesOf(301));
    const names = Array.from({ length: fitting + 5 }, (_, number) => `Q${number}`);
    const fragment = selecting(300, 'F').replace('query F { stories(first: 1) { nodes {', 'fragment F on Story {').replace(/ \} \}$/, '');
    const document = `${names.map((name) => `query ${name} { stories(first: 1) { nodes { ...F } } }`).join('\n')}\n${fragment}`;
    for (const name of names) await run(document, name);

    expect(executor.compiledOperations.size).toBe(fitting);
  });

  it('are one for each set of values that conditions have', async () => {
    const query = 'query ($a: Boolean!, $b: Boolean!, $first: Int) { stories(first: $first) { totalCount @include(if: $a) nodes { slug @skip(if: $b) } } }';
    for (const a of [true, false]) for (const b of [true, false]) for (const first of [1, 2]) await run(query, undefined, { a, b, first });

    expect(executor.compiledOperations).toEqual({ size: 4, hits: 4, misses: 4 });
  });
});
