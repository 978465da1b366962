/**
 * Copies of parts of the repository, for planting what must not be: in the real tree, whatever else runs at the same
 * time would meet it.
 */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The repository's root. */
export const ROOT = path.join(__dirname, '..', '..', '..');

/** A temporary copy, removed by its maker. */
export interface CopiedTree {
  readonly folder: string;
  remove(): void;
}

/**
 * @param copied files and folders to copy, by their paths from the root.
 * @param planted files to write besides, likewise.
 */
export function copyTree(copied: readonly string[], planted: Readonly<Record<string, string>>): CopiedTree {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'newsgraph-tree-')));
  for (const name of copied) cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  for (const [name, content] of Object.entries(planted)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
