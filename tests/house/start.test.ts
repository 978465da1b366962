/** The first command of the README: what it serves, and that it ends when it is told to. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './support/copied-tree';

const describeOnPosix = process.platform === 'win32' ? describe.skip : describe;

describeOnPosix('npm start', () => {
  let folder: string;
  const running = new Set<ChildProcess>();
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-start-'));
  });
  afterEach(() => {
    // What a failed test has left: npm, and the server of its process group.
    for (const { pid } of running) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    running.clear();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts it, with more variables set, and gives what it printed until it was ready. */
  async function start(more: Readonly<Record<string, string>> = {}): Promise<{ process: ChildProcess; printed: string; graphql: string }> {
    const env = { ...process.env, NODE_ENV: 'development', DATABASE_URL: `sqlite:${path.join(folder, 'store.db')}`, PORT: '0', NEWSGRAPH_LOG: 'warn', ...more };
    const started = spawn('npm', ['start'], { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    running.add(started);
    started.once('exit', () => running.delete(started));
    let printed = '';
    for await (const piece of started.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      printed += String(piece);
      const [, graphql] = /query +(\S+)/.exec(printed) ?? [];
      if (graphql !== undefined) return { process: started, printed, graphql };
    }
    throw new Error(`npm start ended before it was ready: ${printed}`);
  }

  it('serves the examples, and stops with npm', async () => {
    // Given an empty store, when it starts
    const { process: started, printed, graphql } = await start();

    // Then the examples are there
    expect(printed).toContain('Imported 78 example stories');
    expect(await totalOf(graphql)).toBe(78);

    // And when npm alone is told to stop, the server goes with it
    expect(await stop(started)).toBe(0);
    await expect(fetch(graphql)).rejects.toThrow('fetch failed');
  }, 240_000);

  it('imports nothing into a store that has stories', async () => {
    const store = { DATABASE_URL: `sqlite:${path.join(folder, 'kept.db')}` };
    await stop((await start(store)).process);

    const { process: started, printed, graphql } = await start(store);

    expect(printed).not.toContain('Imported');
    expect(await totalOf(graphql)).toBe(78);
    await stop(started);
  }, 240_000);

  it('imports nothing where that is switched off', async () => {
    const { process: started, printed, graphql } = await start({ NEWSGRAPH_EXAMPLES: 'false', DATABASE_URL: 'sqlite::memory:' });
    expect(printed).not.toContain('Imported');
    expect(await totalOf(graphql)).toBe(0);
    await stop(started);
  }, 240_000);
});

/** Tells npm alone to stop, and gives its exit code. */
async function stop(npm: ChildProcess): Promise<number | null> {
  npm.kill('SIGTERM');
  const [code] = (await once(npm, 'exit')) as [number | null];
  return code;
}

async function totalOf(graphql: string): Promise<number> {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ stories { totalCount } }' }),
  });
  const { data } = (await response.json()) as { data: { stories: { totalCount: number } } };
  return data.stories.totalCount;
}
