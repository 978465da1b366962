/**
 * Compiles the gateway and the servers it is compared with to plain JavaScript, all in the same way: what a loader
 * such as tsx adds to functions would be part of the measurement.
 */
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(__dirname, '..');
/** Inside node_modules, so that packages are found from there, and outside version control. */
const BUILD = join(ROOT, 'node_modules', '.cache', 'newsgraph-bench', 'build');
/** What the gateway reads of its package at run time, from places relative to its code. */
const READ_AT_RUN_TIME = ['package.json', 'schemas'];

/** Compiles everything afresh. Gives the folder that stands for the repository's. */
export async function buildServers(): Promise<string> {
  rmSync(BUILD, { recursive: true, force: true });
  mkdirSync(BUILD, { recursive: true });
  await build({
    entryPoints: [...sourcesIn('src'), ...sourcesIn('bench/servers')],
    outbase: ROOT,
    outdir: BUILD,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    tsconfig: join(ROOT, 'tsconfig.json'),
    loader: { '.json': 'copy' },
    logLevel: 'warning',
  });
  for (const name of READ_AT_RUN_TIME) symlinkSync(join(ROOT, name), join(BUILD, name));
  return BUILD;
}

function sourcesIn(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.(ts|json)$/.test(file)).map((file) => join(ROOT, folder, file));
}
