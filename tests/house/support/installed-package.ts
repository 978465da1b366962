/** The package as whoever installs it gets it: packed, and installed from the registry into an empty folder. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './copied-tree';

/** An installed package, or why there is none. */
export type Installation =
  | { readonly folder: string; readonly files: readonly string[]; readonly output: string; remove(): void }
  | { readonly skipped: string };

/** How npm says that it cannot reach the registry: of other faults the tests tell. */
const UNREACHABLE = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ENOTCACHED)\b/;

/**
 * Packs the build and installs it, at once: whether there are tests to run is known when it returns.
 * sqlite3's binary is the repository's own, because compiling it again would take a minute.
 */
export function installPackage(): Installation {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'newsgraph-package-')));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const built = npm(ROOT, 'run', '--silent', 'pretest');
  if (built.status !== 0) throw new Error(`the build failed: ${built.stdout}${built.stderr}`);
  const packed = npm(ROOT, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
  const [tarball] = JSON.parse(packed.stdout) as { filename: string; files: { path: string }[] }[];
  if (tarball === undefined) throw new Error(`npm pack gave nothing: ${packed.stderr}`);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const options = ['--prefer-offline', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--fetch-retries=1'];
  const installed = npm(folder, 'install', ...options, `./${path.basename(tarball.filename)}`);
  const output = `${installed.stdout}${installed.stderr}`;
  if (installed.status !== 0) {
    remove();
    const [reason] = UNREACHABLE.exec(output) ?? [];
    if (reason === undefined) throw new Error(`npm install failed: ${output}`);
    return { skipped: `the package registry cannot be reached (${reason})` };
  }
  const binary = 'node_modules/sqlite3/build/Release/node_sqlite3.node';
  mkdirSync(path.dirname(path.join(folder, binary)), { recursive: true });
  copyFileSync(path.join(ROOT, binary), path.join(folder, binary));
  return { folder, files: tarball.files.map((file) => file.path), output, remove };
}

function npm(cwd: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32', timeout: 300_000 });
}
