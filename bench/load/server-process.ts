/** One server in a process of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Counted, Question, Ready } from '../servers/protocol';

/** Those that are compared unless others are asked for. */
export const COMPARED_SERVERS = ['newsgraph', 'limit', 'apollo', 'yoga', 'mercurius', 'bare'] as const;
export const SERVER_NAMES = [...COMPARED_SERVERS, 'unguarded', 'rate-limited'] as const;
export type ServerName = (typeof SERVER_NAMES)[number];

const MODULES: Readonly<Record<ServerName, string>> = {
  newsgraph: 'newsgraph.js',
  limit: 'limit/index.js',
  apollo: 'apollo.js',
  yoga: 'yoga.js',
  mercurius: 'mercurius.js',
  bare: 'bare.js',
  unguarded: 'unguarded.js',
  'rate-limited': 'rate-limited.js',
};

export class ServerProcess {
  private constructor(
    readonly name: ServerName,
    /** Where it answers GraphQL requests. */
    readonly url: URL,
    readonly pid: number,
    private readonly child: ChildProcess,
  ) {}

  /**
   * Starts a server on a store and waits until it listens.
   * @param build the folder of the compiled servers.
   */
  static async start(name: ServerName, build: string, databaseUrl: string, nodeOptions: readonly string[] = []): Promise<ServerProcess> {
    const child = fork(join(build, 'bench', 'servers', MODULES[name]), [databaseUrl], {
      execArgv: [...nodeOptions],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const { port } = (await answerOf(name, child)) as Ready;
    return new ServerProcess(name, new URL(`http://127.0.0.1:${port}/graphql`), child.pid ?? 0, child);
  }

  /** How many statements the server runs while this work is done. */
  async statementsDuring(work: () => Promise<void>): Promise<number> {
    this.child.send('count statements' satisfies Question);
    await work();
    this.child.send('how many' satisfies Question);
    return ((await answerOf(this.name, this.child)) as Counted).statements;
  }

  /** Lets go of the server, which exits in good order. */
  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }
}

async function answerOf(name: ServerName, child: ChildProcess): Promise<unknown> {
  const stopped = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', stopped).then(([message]: unknown[]) => message),
      once(child, 'exit', stopped).then(([code]: unknown[]) => {
        throw new Error(`The server ${name} ended with ${String(code)}.`);
      }),
    ]);
  } finally {
    stopped.abort();
  }
}
