/** The server that is soaked, in a process of its own. What it logs, which is errors alone, is kept. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { residentMemory } from '../load/cpu-time';
import type { Condition, WatchedReady } from './protocol';

export class WatchedServer {
  /** The lines of the log. */
  readonly log: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => this.log.push(...text.split('\n').filter((line) => line !== '')));
  }

  /**
   * @param build the folder of the compiled servers.
   * @param heap how large JavaScript's heap may grow, in MiB. Node's own bound is gigabytes, and up to there it prefers
   * to let garbage lie: what is resident would then tell of the machine, not of the gateway.
   */
  static async start(build: string, databaseUrl: string, heap: number): Promise<WatchedServer> {
    const child = fork(join(build, 'bench', 'servers', 'watched.js'), [databaseUrl], {
      execArgv: [`--max-old-space-size=${heap}`],
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    const { port } = (await messageOf(child)) as WatchedReady;
    return new WatchedServer(child, port);
  }

  /** In MiB. */
  get residentMemory(): number {
    return residentMemory(this.child.pid ?? 0);
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** How it does. */
  async condition(): Promise<Condition> {
    this.child.send('how are you');
    return (await messageOf(this.child)) as Condition;
  }

  /** Lets go of the server, which ends in good order. */
  async stop(): Promise<void> {
    if (this.hasEnded) return;
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }
}

async function messageOf(child: ChildProcess): Promise<unknown> {
  const settled = new AbortController();
  const { signal } = settled;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]: unknown[]) => message),
      once(child, 'exit', { signal }).then(([code]: unknown[]) => {
        throw new Error(`The server ended with ${String(code)}.`);
      }),
    ]);
  } finally {
    settled.abort();
  }
}
