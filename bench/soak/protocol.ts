/** What the server's process and the soak tell each other besides HTTP. */

/** The first message of the server: where it listens. */
export interface WatchedReady {
  readonly port: number;
}

/** The answer to any message. */
export interface Condition {
  /** By how much timers came late since the start, in milliseconds. */
  readonly delay: { readonly mean: number; readonly p99: number; readonly max: number };
  /** What JavaScript uses, garbage included, in MiB. */
  readonly heap: number;
}
