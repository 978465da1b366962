/** A gateway in front of a PostgreSQL that goes away, hangs, or has no connection to spare. */
import { createNewsgraph, type Newsgraph } from '../../src/newsgraph';
import { serve, type RunningServer } from '../../src/server';
import { CliFolder } from '../support/cli';
import { ask, Load, type Outcome } from '../support/load';
import { describeWithCluster, PostgresCluster } from '../support/postgres-cluster';
import { waitUntil } from '../support/wait-until';

jest.setTimeout(120_000);

const READY_LIMIT_MS = 2000;
const RECOVERY_LIMIT_MS = 5000;
const OPERATION_MS = 1000;
/** Between the limit of an operation and its answer stands what the machine is busy with besides. */
const GRACE_MS = 1500;
const CLIENTS = 16;
const QUERY = '{ stories { nodes { slug topics { nodes { name } } } } }';
const ANSWER = { stories: { nodes: [{ slug: 'a', topics: { nodes: [{ name: 'Rivers' }] } }] } };
const STORY = { format: 'newsgraph-story/1', slug: 'a', title: 'A', summary: 'S.', topics: [{ name: 'Rivers' }] };

describeWithCluster('a PostgreSQL of its own', (programs) => {
  let cluster: PostgresCluster;
  let newsgraph: Newsgraph;
  let server: RunningServer;

  const open = async (poolSize: number, operationMs: number): Promise<void> => {
    newsgraph = await createNewsgraph({ databaseUrl: cluster.url, poolSize });
    for await (const { error } of newsgraph.importDocuments([STORY])) expect(error).toBeNull();
    server = await serve(newsgraph, { host: '127.0.0.1', port: 0, limits: { operationMs } });
  };
  const readiness = async (): Promise<number> => {
    const response = await fetch(server.addresses.ready);
    await response.arrayBuffer();
    return response.status;
  };
  const codeOfOne = async (): Promise<string> => (await ask(server.addresses.graphql, QUERY)).code;
  const askedByMany = (clients: number): Promise<Outcome[]> =>
    Promise.all(Array.from({ length: clients }, () => ask(server.addresses.graphql, QUERY)));
  const isWell = async (): Promise<boolean> => (await codeOfOne()) === 'OK' && (await readiness()) === 200;

  beforeAll(async () => {
    cluster = await PostgresCluster.create(programs);
  });
  afterAll(() => cluster.remove());
  afterEach(async () => {
    await server.stop();
    await newsgraph.close();
  });

  it('goes away under load and comes back: errors meanwhile, no hang, no wrong data, well again by itself', async () => {
    await open(10, 10_000);
    const load = new Load(server.addresses.graphql, QUERY, CLIENTS);
    await waitUntil('the load is on', 10_000, () => load.count('OK') > 100);

    await cluster.stop();
    await waitUntil('not ready', READY_LIMIT_MS, async () => (await readiness()) === 503);
    const answeredBefore = load.outcomes.length;
    await waitUntil('requests are answered meanwhile', 10_000, () => load.outcomes.length > answeredBefore + 100);
    const whileAway = load.outcomes.slice(answeredBefore + CLIENTS);
    await cluster.start();
    await waitUntil('well again', RECOVERY_LIMIT_MS, isWell);
    await load.end();

    expect(new Set(whileAway.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['200 SERVICE_UNAVAILABLE']));
    expect(new Set(load.outcomes.map(({ code }) => code))).toEqual(new Set(['OK', 'SERVICE_UNAVAILABLE']));
    for (const { code, data } of load.outcomes) expect(data).toEqual(code === 'OK' ? ANSWER : { stories: null });
    expect(Math.max(...load.outcomes.map(({ milliseconds }) => milliseconds))).toBeLessThan(10_000);
  });

  it('hangs: requests are answered in their time, and all is well when it goes on', async () => {
    await open(3, OPERATION_MS);
    expect(await codeOfOne()).toBe('OK');

    await cluster.freeze();
    // More than the pool has connections, twice: what hangs must not be waited for.
    const first = await askedByMany(8);
    const second = await askedByMany(8);
    await waitUntil('not ready', READY_LIMIT_MS, async () => (await readiness()) === 503);
    cluster.thaw();
    await waitUntil('well again', RECOVERY_LIMIT_MS, isWell);

    for (const { code, data, milliseconds } of [...first, ...second]) {
      expect(['OPERATION_TIMEOUT', 'SERVICE_UNAVAILABLE']).toContain(code);
      expect(data ?? { stories: null }).toEqual({ stories: null });
      expect(milliseconds).toBeLessThan(OPERATION_MS + GRACE_MS);
    }
  });

  it('has no connection to spare: waiters are told in their time, and served when there is one again', async () => {
    await open(2, OPERATION_MS);
    const unlock = await cluster.lock('story');

    const waiters = await askedByMany(12);
    await unlock();
    await waitUntil('well again', RECOVERY_LIMIT_MS, isWell);

    expect(waiters.map(({ code }) => code)).toEqual(waiters.map(() => 'OPERATION_TIMEOUT'));
    for (const { milliseconds } of waiters) expect(milliseconds).toBeLessThan(OPERATION_MS + GRACE_MS);
  });

  it('has no connection to spare for long: who would wait for one more than 5 s is told so', async () => {
    await open(2, 8000);
    const unlock = await cluster.lock('story');

    const waiters = await askedByMany(12);
    await unlock();
    await waitUntil('well again', RECOVERY_LIMIT_MS, isWell);

    const codes = waiters.map(({ code }) => code).sort();
    expect(codes).toEqual([...Array<string>(2).fill('OPERATION_TIMEOUT'), ...Array<string>(10).fill('SERVICE_UNAVAILABLE')]);
  });

  it('drops its connection in the middle of a statement: that request fails, the next is served', async () => {
    await open(2, 10_000);
    const unlock = await cluster.lock('story');
    const cut = ask(server.addresses.graphql, QUERY);
    await waitUntil('the statement waits', 5000, async () => (await cluster.waiting()).length === 1);

    const [connection] = await cluster.waiting();
    await cluster.rows(`SELECT pg_terminate_backend(${connection})`);
    const outcome = await cut;
    await unlock();

    expect(outcome).toMatchObject({ code: 'SERVICE_UNAVAILABLE', data: { stories: null } });
    expect(await codeOfOne()).toBe('OK');
  });
});

describeWithCluster('a PostgreSQL that is not there yet', (programs) => {
  it('ends the start with one line that says where it was looked for, and with nothing of its password', async () => {
    const cluster = await PostgresCluster.create(programs);
    await cluster.stop();
    const folder = await CliFolder.create();

    const { code, stderr } = await folder.run(['serve'], { env: { DATABASE_URL: cluster.url.replace('news@', 'news:hush@') } });
    await cluster.remove();
    await folder.remove();

    expect(code).toBe(1);
    expect(stderr).toMatch(/^newsgraph: Cannot open the store at 127\.0\.0\.1:\d+\/postgres: The database cannot be reached\..*\n$/);
    expect(stderr).not.toContain('hush');
  });
});
