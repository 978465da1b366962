import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { findInputs } from '../../../src/ingest/reading/inputs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsgraph-inputs-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, content = 'x') {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

async function found(...sources: string[]) {
  const inputs = await findInputs(sources.map((source) => (source === '-' ? source : join(folder, source))));
  return inputs.map((input) => {
    const name = input.source === '-' ? '-' : relative(folder, input.source);
    return input.error === undefined ? `${name} ${input.size}` : `${name} ${input.error.code}: ${input.error.message}`;
  });
}

describe('findInputs', () => {
  it('finds what is read in a folder at any depth, by name, and skips the rest', async () => {
    put('in/b.txt', '12');
    put('in/a.story.json', '123');
    put('in/C.TXT', '1');
    put('in/a/z.stories.jsonl', '1234');
    put('in/a/readme.md');
    put('in/package.json');
    put('in/image.png');
    put('in/.hidden.txt');
    put('in/.git/description.txt');
    put('in/txt');
    expect(await found('in')).toEqual(['in/C.TXT 1', 'in/a/z.stories.jsonl 4', 'in/a.story.json 3', 'in/b.txt 2']);
  });

  it('takes a file that is named itself, whatever its name, in the order given', async () => {
    put('b.dat', '12');
    put('.a', '1');
    expect(await found('b.dat', '.a')).toEqual(['b.dat 2', '.a 1']);
  });

  it('names what is not there, and goes on', async () => {
    put('a.txt');
    expect(await found('missing', 'a.txt')).toEqual(['missing INPUT_NOT_FOUND: no such file or folder', 'a.txt 1']);
  });

  it('says that a path through a file is none', async () => {
    put('a.txt');
    expect(await found('a.txt/b.txt')).toEqual(['a.txt/b.txt INPUT_UNREADABLE: cannot be read (ENOTDIR)']);
  });

  it('enters a folder once, whatever loops the links make', async () => {
    put('in/a/one.txt');
    symlinkSync('..', join(folder, 'in/a/up'));
    symlinkSync('a', join(folder, 'in/b'));
    symlinkSync('.', join(folder, 'in/self'));
    expect(await found('in')).toEqual(['in/a/one.txt 1']);
  });

  it('follows links to files and folders elsewhere', async () => {
    put('elsewhere/one.txt', '1');
    put('in/two.txt', '12');
    symlinkSync('../elsewhere', join(folder, 'in/more'));
    symlinkSync('../elsewhere/one.txt', join(folder, 'in/link.txt'));
    symlinkSync('../elsewhere/one.txt', join(folder, 'in/link.md'));
    expect(await found('in')).toEqual(['in/link.txt 1', 'in/more/one.txt 1', 'in/two.txt 2']);
  });

  it('names a link that leads nowhere where a document was to be expected', async () => {
    put('in/a.txt');
    symlinkSync('nowhere', join(folder, 'in/b.txt'));
    symlinkSync('nowhere', join(folder, 'in/other'));
    symlinkSync('c.txt', join(folder, 'in/c.txt'));
    expect(await found('in')).toEqual([
      'in/a.txt 1',
      'in/b.txt INPUT_NOT_FOUND: no such file or folder',
      'in/c.txt INPUT_UNREADABLE: the symbolic link leads to itself',
    ]);
  });

  it('takes standard input once', async () => {
    put('a.txt');
    expect(await found('-', 'a.txt', '-')).toEqual([
      '- null',
      'a.txt 1',
      '- INPUT_REPEATED: standard input can be read once only; give "-" once',
    ]);
  });
});
