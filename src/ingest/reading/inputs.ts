/** Files, folders and `-` → the single inputs to be read, in order. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DocumentError } from '../document';
import { errorCode } from '../error-code';

/** Something to be read, or why it cannot be. */
export type Input =
  /** `size` is null for what has none, such as a pipe. */
  | { source: string; size: number | null; error?: undefined }
  | { source: string; error: DocumentError };

/** How standard input is named. */
export const STANDARD_INPUT = '-';

/** What is read in folders; a file that is named itself may have any name. */
const DOCUMENT_NAME = /\.(?:txt|story\.json|stories\.jsonl)$/i;

/**
 * What the sources name, folders with all that is in them at any depth, sorted by name. Symbolic links are followed, and
 * a folder is entered once however many links lead there. Names that begin with a dot are hidden, and skipped in folders.
 */
export async function findInputs(sources: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const source of sources) {
    if (source === STANDARD_INPUT) inputs.push(standardInput(inputs));
    else await addPath(source, new Set(), inputs);
  }
  return inputs;
}

/** The error for a path or stream that the operating system refuses. Throws what is no error of the system. */
export function fileError(error: unknown): DocumentError {
  const code = errorCode(error);
  switch (code) {
    case null:
      throw error;
    case 'ENOENT':
      return new DocumentError('INPUT_NOT_FOUND', 'no such file or folder');
    case 'EACCES':
    case 'EPERM':
      return new DocumentError('INPUT_UNREADABLE', 'permission denied');
    case 'ELOOP':
      return new DocumentError('INPUT_UNREADABLE', 'the symbolic link leads to itself');
    default:
      return new DocumentError('INPUT_UNREADABLE', `cannot be read (${code})`);
  }
}

function standardInput(before: readonly Input[]): Input {
  if (!before.some(({ source }) => source === STANDARD_INPUT)) return { source: STANDARD_INPUT, size: null };
  const error = new DocumentError('INPUT_REPEATED', 'standard input can be read once only; give "-" once');
  return { source: STANDARD_INPUT, error };
}

/** Adds what a path names: the file, pipe or device itself, or what is in the folder. */
async function addPath(path: string, entered: Set<string>, inputs: Input[]): Promise<void> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) await addFolder(path, entered, inputs);
    else inputs.push({ source: path, size: stats.isFile() ? stats.size : null });
  } catch (error) {
    inputs.push({ source: path, error: fileError(error) });
  }
}

/** `entered` holds the real paths of the folders that were entered before. */
async function addFolder(path: string, entered: Set<string>, inputs: Input[]): Promise<void> {
  const real = await realpath(path);
  if (entered.has(real)) return;
  entered.add(real);
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort(byName)) {
    const entryPath = join(path, entry.name);
    if (await isRead(entry, entryPath)) await addPath(entryPath, entered, inputs);
  }
}

/** Whether a folder's entry is one to be read: a folder, or a file with a document's name; or a link to one. */
async function isRead(entry: Dirent, path: string): Promise<boolean> {
  if (entry.name.startsWith('.')) return false;
  if (entry.isDirectory()) return true;
  if (!entry.isSymbolicLink()) return entry.isFile() && DOCUMENT_NAME.test(entry.name);
  const target = await stat(path).catch((error: unknown) => {
    if (errorCode(error) === null) throw error;
    return null;
  });
  // A link that leads nowhere is worth a word only where a document was to be expected.
  if (target === null) return DOCUMENT_NAME.test(entry.name);
  return target.isDirectory() || (target.isFile() && DOCUMENT_NAME.test(entry.name));
}

/** By code units: the same order on every machine. */
function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
