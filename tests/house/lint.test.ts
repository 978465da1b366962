/** What the linter refuses: each guard is tripped once. `npm run check:lint` holds the tree itself to it. */
import path from 'node:path';
import { copyTree, ROOT, type CopiedTree } from './support/copied-tree';
import { runNode } from './support/run-tool';

const ESLINT = path.join(ROOT, 'node_modules/eslint/bin/eslint.js');

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

const PLANTED: readonly { readonly what: string; readonly file: string; readonly content: string; readonly rules: readonly string[] }[] = [
  {
    what: 'the environment outside of config.ts',
    file: 'src/server/planted-env.ts',
    content: "export const port = process.env['PORT'];\n",
    rules: ['no-restricted-properties'],
  },
  {
    what: 'the environment taken apart',
    file: 'src/server/planted-taken-apart.ts',
    content: 'export const { env } = process;\n',
    rules: ['no-restricted-properties'],
  },
  {
    what: 'the environment imported',
    file: 'src/server/planted-import.ts',
    content: "import { env } from 'node:process';\nexport const port = env['PORT'];\n",
    rules: ['no-restricted-imports'],
  },
  { what: 'printing beside the log', file: 'src/server/planted-console.ts', content: "console.log('here');\n", rules: ['no-console'] },
  {
    what: 'any',
    file: 'src/graph/planted-any.ts',
    content: 'export function anything(value: any): void {\n  JSON.stringify(value);\n}\n',
    rules: ['@typescript-eslint/no-explicit-any'],
  },
  {
    what: 'a promise that nobody waits for',
    file: 'src/graph/planted-promise.ts',
    content: 'export function forget(): void {\n  Promise.resolve();\n}\n',
    rules: ['@typescript-eslint/no-floating-promises'],
  },
  {
    what: 'a value that may be missing taken for one that is there',
    file: 'src/graph/planted-bang.ts',
    content: 'export const first = (list: readonly string[]): string => list[0]!;\n',
    rules: ['@typescript-eslint/no-non-null-assertion'],
  },
  {
    what: 'a case that was forgotten',
    file: 'src/graph/planted-switch.ts',
    content: "export function half(side: 'left' | 'right'): number {\n  switch (side) {\n    case 'left':\n      return 1;\n  }\n  return 2;\n}\n",
    rules: ['@typescript-eslint/switch-exhaustiveness-check'],
  },
  { what: 'a file that grew too long', file: 'src/graph/planted-long.ts', content: 'export {};\n'.repeat(401), rules: ['max-lines'] },
  { what: 'an exception that excepts nothing', file: 'src/graph/planted-exception.ts', content: '// eslint-disable-next-line no-console\nexport {};\n', rules: ['unused directive'] },
];

describe('the linter', () => {
  let tree: CopiedTree;
  const refusals = new Map<string, string[]>();

  beforeAll(async () => {
    tree = copyTree(['package.json', 'tsconfig.json', 'eslint.config.js'], {
      ...Object.fromEntries(PLANTED.map(({ file, content }) => [file, content])),
      'src/config.ts': "export const port = process.env['PORT'];\n",
    });
    const { stdout, stderr } = await runNode([ESLINT, '--format', 'json', 'src'], { cwd: tree.folder });
    if (!stdout.startsWith('[')) throw new Error(`ESLint did not answer: ${stderr}`);
    for (const { filePath, messages } of JSON.parse(stdout) as LintedFile[]) {
      const file = path.relative(tree.folder, filePath).split(path.sep).join('/');
      refusals.set(file, [...new Set(messages.map(({ ruleId }) => ruleId ?? 'unused directive'))]);
    }
  }, 120_000);
  afterAll(() => tree.remove());

  it.each(PLANTED)('refuses $what', ({ file, rules }) => {
    expect(refusals.get(file)).toEqual(rules);
  });

  it('lets config.ts read the environment', () => {
    expect(refusals.get('src/config.ts')).toEqual([]);
  });
});
