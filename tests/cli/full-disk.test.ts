/** Standard output on a full disk: one line, and the exit code of a failure. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { CliFolder } from '../support/cli';

const EXAMPLES = path.join(__dirname, '../../examples/stories');
/** Linux's device that is always full. */
const FULL = '/dev/full';

(existsSync(FULL) ? describe : describe.skip)('standard output that cannot be written (skipped without /dev/full)', () => {
  let folder: CliFolder;
  beforeAll(async () => (folder = await CliFolder.create()));
  afterAll(() => folder.remove());

  it.each([[['import', EXAMPLES]], [['export']], [['stats']]])('ends %j with one line and 1', (args) => {
    const full = openSync(FULL, 'w');
    try {
      const { status, stderr } = spawnSync(process.execPath, folder.argumentsOf(args), { cwd: folder.path, stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
      const lines = stderr.split('\n').filter((line) => line !== '' && !line.includes('warning: '));
      expect({ status, lines }).toEqual({ status: 1, lines: ['newsgraph: standard output cannot be written: ENOSPC: no space left on device, write'] });
    } finally {
      closeSync(full);
    }
  }, 60_000);
});
