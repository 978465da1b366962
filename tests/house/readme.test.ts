/** The README's own words, run: its queries, its programs and those of other pages, its commands. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createNewsgraph, type Newsgraph } from '../../src/newsgraph';
import { ROOT } from './support/copied-tree';
import { codeBlocks, type CodeBlock } from './support/markdown';
import { textOf } from './support/repository';
import { runNode, runNpm } from './support/run-tool';

const blocks = codeBlocks(textOf('README.md'));
const programs = [...blocks, ...['docs/server.md', 'docs/embedding.md'].flatMap((page) => codeBlocks(textOf(page)))]
  .filter(({ language }) => language === 'ts')
  .map((block, index) => ({ ...block, file: `program-${index}` }));
/** Those that end by themselves, and under which stands what they print. */
const printing = programs.filter(({ next }) => next?.language === 'text');
const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trim().split('\n'));

/** What stands under a block, which must be of this language. */
function resultOf({ text, next }: CodeBlock, language: string): string {
  if (next?.language === language) return next.text;
  throw new Error(`no ${language} block follows: ${text}`);
}

describe("the README's queries", () => {
  let newsgraph: Newsgraph;
  beforeAll(async () => {
    newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
    for await (const { error } of newsgraph.importFiles([path.join(ROOT, 'examples/stories')])) expect(error).toBeNull();
  });
  afterAll(() => newsgraph.close());

  const queries = blocks.filter(({ language }) => language === 'graphql').map((block) => ({ block, answer: resultOf(block, 'json') }));

  it.each(queries)('have the answers that are shown ($#)', async ({ block, answer }) => {
    expect(JSON.parse(JSON.stringify(await newsgraph.execute({ query: block.text })))).toEqual(JSON.parse(answer));
  });

  it('are there', () => {
    expect(queries.length).toBeGreaterThanOrEqual(2);
  });
});

describe("the README's programs and commands", () => {
  let folder: string;
  beforeAll(async () => {
    // Given a folder that has the package, built, and its examples
    expect(await runNpm(['run', '--silent', 'pretest'], { cwd: ROOT })).toMatchObject({ status: 0 });
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'newsgraph-readme-')));
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(ROOT, path.join(folder, 'node_modules/newsgraph'), 'dir');
    symlinkSync(path.join(ROOT, 'examples'), path.join(folder, 'examples'), 'dir');
    for (const { file, text } of programs) writeFileSync(path.join(folder, `${file}.mts`), text);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('compile as they stand', async () => {
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const options = ['--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node', '--typeRoots', path.join(ROOT, 'node_modules/@types')];
    const files = programs.map(({ file }) => `${file}.mts`);
    expect(await runNode([tsc, ...options, ...files], { cwd: folder })).toEqual({ status: 0, stdout: '', stderr: '' });
  }, 120_000);

  it.each(printing)('print what is shown ($file)', async (program) => {
    const { stdout, stderr } = await runNode([`${program.file}.mjs`], { cwd: folder });
    expect(stderr).toBe('');
    expect(stdout).toBe(resultOf(program, 'text'));
  }, 60_000);

  it('are there', () => {
    expect(printing.map(({ file }) => file)).toContain('program-0');
    expect(printing).toHaveLength(2);
  });

  it('do what they are there for, one after the other', async () => {
    const main = path.join(ROOT, 'dist/cli/main.js');
    const env = { ...process.env, DATABASE_URL: 'sqlite:readme.db' };
    const typed = commands.filter((line) => line.startsWith('npx newsgraph ') && line !== 'npx newsgraph serve');
    expect(typed).toHaveLength(4);
    for (const line of typed) {
      const { status, stderr } = await runNode([main, ...line.split(' ').slice(2)], { cwd: folder, env });
      expect({ line, status, stderr: status === 0 ? '' : stderr }).toEqual({ line, status: 0, stderr: '' });
    }
  }, 60_000);

  it('name scripts that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = commands.flatMap((line) => [...line.matchAll(/npm (?:run )?(start|test|[\w:]+)/g)].map(([, name = '']) => name)).filter((name) => name !== 'install');
    expect(named).toEqual(expect.arrayContaining(['start', 'test']));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
