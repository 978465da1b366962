/** A file that is there whole or not at all. */
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError, wrongValue } from './failure';
import { Output } from './output';

/**
 * Writes a file by way of another beside it (`<file>.<process id>.partial`), which takes its place at the end: until then,
 * and when writing fails, what was there stays. What is no plain file (a pipe, a device) is written to as it is.
 * @throws what the file system refuses with, and what `placeOf` throws
 */
export async function writeWhole(file: string, write: (output: Output) => Promise<void>): Promise<void> {
  const target = await placeOf(file);
  if (target === null) return writeTo(file, write);
  const partial = `${target}.${process.pid}.partial`;
  try {
    await writeTo(partial, write);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** `flush`: a name must not lead to what a loss of power takes back. */
async function writeTo(file: string, write: (output: Output) => Promise<void>): Promise<void> {
  const stream = createWriteStream(file, { flush: true });
  const output = new Output(stream);
  try {
    await write(output);
    await output.end();
  } catch (error) {
    // The file may not be open yet, and opening would make it again after it is taken away.
    if (!stream.closed) await new Promise<void>((resolve) => stream.once('close', resolve).destroy());
    throw error;
  }
}

/**
 * Where a plain file is or would be, past symbolic links; null for what is no plain file. Commands ask before they open
 * a store, so that nothing is done for an output that cannot be.
 * @throws UsageError for a folder, and for a file in a folder that is not there.
 */
export async function placeOf(file: string): Promise<string | null> {
  const stats = await stat(file).catch(() => null);
  if (stats === null) {
    const folder = path.dirname(file);
    if ((await stat(folder).catch(() => null))?.isDirectory() !== true) {
      throw new UsageError(`--output is ${JSON.stringify(file)}, but there is no folder ${folder}; make it, or name another place`);
    }
    return file;
  }
  if (stats.isDirectory()) throw wrongValue('--output', file, 'a file, not a folder');
  return stats.isFile() ? realpath(file) : null;
}
