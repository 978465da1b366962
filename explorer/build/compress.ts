import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

/** Fonts and images are compressed in themselves. `ttf` is the one font format that is not. */
const COMPRESSIBLE = new Set(['.css', '.js', '.svg', '.ttf']);

/** Writes `NAME.gz` beside each file of a folder that gains from it, so that the server never compresses at run time. */
export async function compressFolder(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => COMPRESSIBLE.has(extname(name)));
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      await writeFile(`${path}.gz`, await promisify(gzip)(await readFile(path), { level: constants.Z_BEST_COMPRESSION }));
    }),
  );
}
