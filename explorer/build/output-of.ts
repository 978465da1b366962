import type { Metafile } from 'esbuild';

/**
 * The file that an entry point was bundled into, as a path from the repository's root.
 *
 * @throws when the build has no such entry point
 */
export function outputOf(metafile: Metafile, entryPoint: string): string {
  const output = Object.entries(metafile.outputs).find(([, { entryPoint: entry }]) => entry === entryPoint);
  if (output === undefined) throw new Error(`The explorer's build gave no file for ${entryPoint}.`);
  return output[0];
}
