import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../../src/cli/failure';
import { writeWhole } from '../../src/cli/output-file';

describe('a file that is written whole', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsgraph-output-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes the place of what was there at the end, and leaves nothing beside it', async () => {
    const file = join(folder, 'all.stories.jsonl');
    writeFileSync(file, 'before');

    await writeWhole(file, async (output) => {
      await output.write('after');
      expect(readFileSync(file, 'utf8')).toBe('before');
    });

    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['all.stories.jsonl']);
  });

  it('stays what it was when writing fails', async () => {
    const file = join(folder, 'all.stories.jsonl');
    writeFileSync(file, 'before');

    const writing = writeWhole(file, async (output) => {
      await output.write('half');
      throw new Error('the store is gone');
    });

    await expect(writing).rejects.toThrow('the store is gone');
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['all.stories.jsonl']);
  });

  it('is not made when writing fails', async () => {
    await expect(writeWhole(join(folder, 'new'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');

    expect(readdirSync(folder)).toEqual([]);
  });

  it('is written where a symbolic link leads', async () => {
    writeFileSync(join(folder, 'real'), 'before');
    symlinkSync('real', join(folder, 'link'));

    await writeWhole(join(folder, 'link'), (output) => output.write('after'));

    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['link', 'real']);
  });

  it('is not put in the place of a pipe', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reading = promisify(execFile)('cat', [pipe], { timeout: 10_000 });

    await writeWhole(pipe, (output) => output.write('through'));

    expect((await reading).stdout).toBe('through');
    expect(readdirSync(folder)).toEqual(['pipe']);
  });

  it('is refused where there is no folder for it', async () => {
    const file = join(folder, 'missing', 'file');
    await expect(writeWhole(file, (output) => output.write('text'))).rejects.toThrow(
      new UsageError(`--output is "${file}", but there is no folder ${join(folder, 'missing')}; make it, or name another place`),
    );
  });
});
