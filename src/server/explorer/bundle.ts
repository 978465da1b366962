import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where the build writes the explorer: `dist/explorer` of this package, seen from `src/` and from `dist/` alike. */
export const EXPLORER_FOLDER = resolve(__dirname, '../../../dist/explorer');

/** The built explorer, as the server needs it. */
export interface ExplorerBundle {
  readonly page: string;
  /** A strong validator made from the page's content (RFC 9110, 8.8.3): packed files all carry the same date. */
  readonly pageTag: string;
  readonly assetsFolder: string;
}

/**
 * Reads the built explorer.
 *
 * @param folder what the build wrote
 * @throws when the folder holds no built explorer
 */
export async function readExplorerBundle(folder: string): Promise<ExplorerBundle> {
  const pagePath = join(folder, 'index.html');
  if (!existsSync(pagePath)) {
    throw new Error(`The explorer is not built: ${pagePath} is missing. Run "npm run build", or turn the explorer off.`);
  }
  const page = await readFile(pagePath, 'utf8');
  const digest = createHash('sha256').update(page).digest('base64url');
  return { page, pageTag: `"${digest}"`, assetsFolder: join(folder, 'assets') };
}
