/** Runs a program of commands and ends the process with the code that its outcome has. */
import { EXIT_FAILED, exitCodeOf, failureText } from './failure';

/** Sets the exit code and lets the process end by itself, so that everything written is written out. */
export async function run(work: () => Promise<unknown>): Promise<void> {
  let unwritable: Error | null = null;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever reads may stop (`… | head`); that is no failure of ours.
      if (error.code === 'EPIPE' || unwritable !== null) return;
      unwritable = error;
      process.exitCode = EXIT_FAILED;
      if (stream === process.stdout) process.stderr.write(`newsgraph: standard output cannot be written: ${error.message}\n`);
    });
  }
  try {
    await work();
  } catch (error) {
    const text = error === unwritable ? null : failureText(error);
    if (text !== null) process.stderr.write(`${text}\n`);
    process.exitCode = exitCodeOf(error);
  }
}
