/** Runs a program of commands and ends the process with the code that its outcome has. */
import { exitCodeOf, failureText } from './failure';

/** Sets the exit code and lets the process end by itself, so that everything written is written out. */
export async function run(work: () => Promise<unknown>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedReader);
  try {
    await work();
  } catch (error) {
    const text = failureText(error);
    if (text !== null) process.stderr.write(`${text}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

/** Whoever reads may stop (`… | head`); that is no failure of ours. */
function ignoreClosedReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
