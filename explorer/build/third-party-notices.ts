import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import type { Metafile } from 'esbuild';

const ROOT = resolve(__dirname, '../..');
const PACKAGE_OF_INPUT = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE_FILE = /^(licen[cs]e|copying|notice|thirdpartynotices)(\.|$)/i;

/** Fonts and icons that style sheets carry, whose packages do not say whose they are. */
const FONTS = [
  'Roboto: Copyright Google. Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0',
  'Fira Code: Copyright The Fira Code Project Authors. SIL Open Font License 1.1, https://openfontlicense.org',
  'Codicons: Copyright Microsoft Corporation. CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
].join('\n');

/**
 * The licence texts of every package that went into the bundle: most of them ask that their notice goes with each copy.
 *
 * @param metafiles what esbuild says of each build
 */
export async function thirdPartyNotices(metafiles: readonly Metafile[]): Promise<string> {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.map((input) => PACKAGE_OF_INPUT.exec(input)?.[1]).filter((path) => path !== undefined));
  const notices = await Promise.all([...folders].sort().map(noticeOf));
  return `The newsgraph explorer contains the following works.\n\n${[FONTS, ...notices].join(`\n\n${'-'.repeat(78)}\n\n`)}\n`;
}

async function noticeOf(folder: string): Promise<string> {
  const path = join(ROOT, folder);
  const manifest: unknown = JSON.parse(await readFile(join(path, 'package.json'), 'utf8'));
  const { name, version, license } = manifestOf(manifest);
  const files = (await readdir(path)).filter((file) => LICENCE_FILE.test(file)).sort();
  const texts = await Promise.all(files.map(async (file) => (await readFile(join(path, file), 'utf8')).trim()));
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

function manifestOf(manifest: unknown): { name: string; version: string; license: string } {
  const field = (name: string): string => {
    const value: unknown = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, name) : undefined;
    return typeof value === 'string' ? value : 'unknown';
  };
  return { name: field('name'), version: field('version'), license: field('license') };
}
