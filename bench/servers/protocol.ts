/** What a server's process and the benchmark tell each other besides HTTP. */
import type { AddressInfo } from 'node:net';

/** The first message of a server: where it listens. */
export interface Ready {
  readonly port: number;
}

/** The benchmark asks to count statements from now on, and then how many there were. */
export type Question = 'count statements' | 'how many';

export interface Counted {
  readonly statements: number;
}

export interface ServerControls {
  /** Begins to count the statements that are run; the function that it gives ends that, and tells. */
  countStatements(): () => number;
  /** Called when the benchmark is done with the server, before it exits. */
  stop?(): Promise<void>;
}

/** Tells the benchmark that this server listens, and answers it until it lets go. Called once, in a server's process. */
export function announce(address: AddressInfo | string | null, controls: ServerControls): void {
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.');
  let endCount = (): number => 0;
  process.on('message', (question: Question) => {
    if (question === 'count statements') endCount = controls.countStatements();
    else process.send?.({ statements: endCount() } satisfies Counted);
  });
  // An orderly exit, so that a profile is written.
  process.once('disconnect', () => void (controls.stop?.() ?? Promise.resolve()).then(() => process.exit(0)));
  process.send?.({ port: address.port } satisfies Ready);
}
