/**
 * Material that is not part of the repository and may stand beside it: `../shared/data`, or the folder that the
 * environment variable NEWSGRAPH_SHARED_DATA names. Tests that need it say so when they are skipped.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(process.env['NEWSGRAPH_SHARED_DATA'] ?? join(__dirname, '..', '..', '..', 'shared', 'data'));

/** The path of a file or folder in the shared material. */
export function sharedData(...path: string[]): string {
  return join(root, ...path);
}

/** Whether the shared material is there. */
export function hasSharedData(): boolean {
  return existsSync(root);
}

/** `describe`, where the shared material is there; else one skipped test that says what was left out and why. */
export function describeWithSharedData(name: string, tests: () => void): void {
  if (hasSharedData()) {
    describe(name, tests);
    return;
  }
  describe(name, () => {
    it.skip(`skipped: there is no folder ${root}`, () => undefined);
  });
}
