/** What is in the repository, or would be with the next commit. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './copied-tree';

/** Whether this is a checkout, and not an unpacked archive. */
export function isCheckout(): boolean {
  return existsSync(path.join(ROOT, '.git'));
}

/** The paths of all files that git has or does not ignore, from the root. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  // A file that was deleted and not yet committed is listed as well.
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
}

/** The text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
