/** How a command ends: its exit code, and the one line that says why. */
import { CommanderError } from 'commander';
import { ConfigurationError, isDebugging } from '../config';

/** Wrong use: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A wrong value of an option; `expected` completes the sentence "give …". */
export function wrongValue(option: string, value: string, expected: string): UsageError {
  return new UsageError(`${option} is ${JSON.stringify(value)}; give ${expected}`);
}

/** Something failed that has been told already: exit code 1 and nothing more to say. */
export class AlreadyTold extends Error {
  override readonly name = 'AlreadyTold';
}

export const EXIT_FAILED = 1;
export const EXIT_WRONG_USE = 2;

/** 0 for help and version that were asked for, 2 for wrong use or configuration, else 1. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_USE;
  if (error instanceof UsageError || error instanceof ConfigurationError) return EXIT_WRONG_USE;
  return EXIT_FAILED;
}

/** What standard error is told; null where all has been said. The stack comes with `DEBUG=newsgraph`. */
export function failureText(error: unknown): string | null {
  // Commander has printed its own.
  if (error instanceof CommanderError || error instanceof AlreadyTold) return null;
  if (!(error instanceof Error)) return `newsgraph: ${String(error)}`;
  if (isDebugging()) return `newsgraph: ${error.stack ?? error.message}`;
  return `newsgraph: ${error.message.split('\n', 1)[0] ?? ''}`;
}
