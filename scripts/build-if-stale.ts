/**
 * Runs `npm run build` unless `dist` is newer than all that it is made of: what `npm start` and `npm test` begin with.
 * `npm run build` itself always builds.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const INPUTS = [
  'src',
  'explorer',
  'examples/queries',
  'scripts/build-explorer.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
];
/** What the build writes first, whose date is the build's, and what it writes last. */
const [FIRST_OUTPUT, LAST_OUTPUT] = ['dist/index.js', 'dist/explorer/index.html'];

/** Whether something has changed, come or gone since the last build, or that build did not reach its end. */
function isStale(): boolean {
  const [first, last] = [path.join(ROOT, FIRST_OUTPUT), path.join(ROOT, LAST_OUTPUT)];
  if (!existsSync(first) || !existsSync(last)) return true;
  const builtAt = statSync(first).mtimeMs;
  return INPUTS.some((input) => newestIn(path.join(ROOT, input)) > builtAt);
}

/** The newest date in a tree. A folder's own counts too: it changes when a file of it goes. */
function newestIn(place: string): number {
  const status = statSync(place);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(place).map((name) => newestIn(path.join(place, name))));
}

if (isStale()) {
  process.stdout.write('building\n');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
