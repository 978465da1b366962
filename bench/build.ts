/**
 * Compiles the gateway and the servers it is compared with to plain JavaScript, all in the same way: what a loader
 * such as tsx adds to functions would be part of the measurement.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(__dirname, '..');
/** Inside node_modules, so that packages are found from there, and outside version control. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'newsgraph-bench');
/** What the gateway reads of its package at run time, from places relative to its code. */
const READ_AT_RUN_TIME = ['package.json', 'schemas'];

/** The compiled servers. */
export interface Build {
  /** Stands for the repository's folder. */
  readonly folder: string;
  remove(): void;
}

/** Compiles everything afresh, beside what other benchmarks that run now have compiled. */
export async function buildServers(): Promise<Build> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'build-'));
  await build({
    entryPoints: [...sourcesIn('src'), ...sourcesIn('bench/servers')],
    outbase: ROOT,
    outdir: folder,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    tsconfig: join(ROOT, 'tsconfig.json'),
    loader: { '.json': 'copy' },
    logLevel: 'warning',
  });
  for (const name of READ_AT_RUN_TIME) symlinkSync(join(ROOT, name), join(folder, name));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function sourcesIn(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.(ts|json)$/.test(file)).map((file) => join(ROOT, folder, file));
}
