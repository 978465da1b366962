/** The published package: installed into an empty folder, it compiles, runs and has its command. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './support/copied-tree';
import { installPackage } from './support/installed-package';
import { runNode } from './support/run-tool';

/** A program of five lines, as strict as it gets, and two more that ask its HTTP side. */
const CONSUMER = `
import { createHandler, createNewsgraph, type ImportResult, type Newsgraph } from 'newsgraph';
const newsgraph: Newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
const results: ImportResult[] = [];
for await (const result of newsgraph.importFiles(['node_modules/newsgraph/examples/stories/us-china-tiktok.brief.txt'])) results.push(result);
const answer = await newsgraph.execute({ query: '{ stories { nodes { outlets { name } topics { totalCount } } } }' });
const explorer = await (await createHandler(newsgraph, { explorer: true })).inject({ url: '/' });
console.log(JSON.stringify({ statuses: results.map(({ status }) => status), answer, explorer: explorer.statusCode }));
await newsgraph.close();
`;

const installation = installPackage();

if ('skipped' in installation) {
  describe('the package', () => {
    it.skip(`skipped: ${installation.skipped}`, () => undefined);
  });
} else {
  const { folder, files } = installation;

  describe('the package', () => {
    afterAll(() => installation.remove());

    it('holds what runs and what explains it, and nothing else', () => {
      const places = new Set(files.map((file) => file.split('/')[0]));
      expect([...places].sort()).toEqual(['LICENSE', 'README.md', 'SECURITY.md', 'dist', 'docs', 'examples', 'package.json', 'schema.graphql', 'schemas']);
      expect(files).toEqual(expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'dist/cli/main.js', 'dist/explorer/index.html']));
    });

    it('compiles into a strict program and answers in its process', async () => {
      // Given a program that uses the package's types
      writeFileSync(path.join(folder, 'consumer.mts'), CONSUMER);

      // When it is compiled as strictly as TypeScript can, and run
      const compiled = await runNode(
        [
          path.join(ROOT, 'node_modules/typescript/bin/tsc'),
          '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node',
          '--typeRoots', path.join(ROOT, 'node_modules/@types'),
          'consumer.mts',
        ],
        { cwd: folder },
      );
      expect(compiled).toEqual({ status: 0, stdout: '', stderr: '' });
      const { stdout, stderr } = await runNode(['consumer.mjs'], { cwd: folder });

      // Then the seed is in the graph
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual({
        statuses: ['created'],
        answer: {
          data: {
            stories: {
              nodes: [
                {
                  outlets: [{ name: 'The South China Morning Post' }, { name: 'The Guardian' }, { name: 'Reuters' }],
                  topics: { totalCount: 7 },
                },
              ],
            },
          },
        },
        explorer: 200,
      });
    }, 120_000);

    it('has its command', async () => {
      const help = await runNode([path.join(folder, 'node_modules/.bin/newsgraph'), '--help'], { cwd: folder });
      expect(help.stdout).toContain('Usage: newsgraph [options] [command]');
      expect(help).toMatchObject({ status: 0, stderr: '' });
    });

    it('shows its index alone', async () => {
      const reach = "import('newsgraph/dist/store/index.js').then(() => console.log('open'), ({ code }) => console.log(code))";
      expect((await runNode(['--eval', reach], { cwd: folder })).stdout).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
    });
  });
}
