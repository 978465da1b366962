/** Who may import what: each rule is tripped by a file that breaks it, and by no other. */
import path from 'node:path';
import { copyTree, ROOT, type CopiedTree } from './support/copied-tree';
import { runNode } from './support/run-tool';

const CRUISER = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  readonly type: string;
  readonly from: string;
  readonly rule: { readonly name: string };
}

const exportNothing = 'export {};\n';

/** Two modules that need each other. The tool names one of them. */
const CIRCLE = {
  'src/graph/planted-circle.ts': "export { back } from './planted-circle-back';\nexport const there = 1;\n",
  'src/graph/planted-circle-back.ts': "import { there } from './planted-circle';\nexport const back = there;\n",
};

/** What is planted, and the rules that must refuse it. */
const PLANTED: readonly { readonly what: string; readonly file: string; readonly content: string; readonly rules: readonly string[] }[] = [
  { what: 'SQL in the graph', file: 'src/graph/planted-typeorm.ts', content: "import 'typeorm';\n", rules: ['typeorm-stays-in-its-room'] },
  {
    what: 'a library in the domain',
    file: 'src/domain/planted-graphql.ts',
    content: "import 'graphql';\n",
    rules: ['domain-uses-no-library', 'graphql-stays-in-its-room'],
  },
  {
    what: 'a domain that knows the store',
    file: 'src/domain/planted-store.ts',
    content: "import '../store';\n",
    rules: ['domain-uses-no-library', 'domain-uses-nothing'],
  },
  { what: 'a store that knows the graph', file: 'src/store/planted-graph.ts', content: "import '../graph';\n", rules: ['store-uses-domain'] },
  { what: 'an importer that knows the graph', file: 'src/ingest/planted-graph.ts', content: "import '../graph';\n", rules: ['ingest-uses-domain-store'] },
  {
    what: 'an importer that reaches behind the store',
    file: 'src/ingest/planted-sql.ts',
    content: "import '../store/database/sqlite';\n",
    rules: ['store-by-its-face'],
  },
  { what: 'a graph that knows importing', file: 'src/graph/planted-ingest.ts', content: "import '../ingest/document';\n", rules: ['graph-uses-domain-store'] },
  { what: 'a server beneath the handle', file: 'src/server/planted-store.ts', content: "import '../store';\n", rules: ['server-uses-newsgraph'] },
  {
    what: 'a command beneath the handle',
    file: 'src/cli/planted-store.ts',
    content: "import '../store';\n",
    rules: ['cli-uses-newsgraph-server-config-config-values'],
  },
  { what: 'HTTP in a command', file: 'src/cli/planted-fastify.ts', content: "import 'fastify';\n", rules: ['apollo-and-fastify-stays-in-its-room'] },
  { what: 'a command line in the server', file: 'src/server/planted-commander.ts', content: "import 'commander';\n", rules: ['commander-stays-in-its-room'] },
  { what: 'a loader in the store', file: 'src/store/planted-dataloader.ts', content: "import 'dataloader';\n", rules: ['type-graphql-stays-in-its-room'] },
  { what: 'a document library in the store', file: 'src/store/planted-ajv.ts', content: "import 'ajv';\n", rules: ['document-libraries-stays-in-its-room'] },
  { what: 'metrics in the store', file: 'src/store/planted-prometheus.ts', content: "import 'prom-client';\n", rules: ['observing-stays-in-its-room'] },
  { what: 'a development dependency', file: 'src/server/planted-diff.ts', content: "import 'diff';\n", rules: ['src-uses-dependencies'] },
  { what: 'a test in the source', file: 'src/graph/planted-test.ts', content: "import '../../tests/support';\n", rules: ['src-stands-alone'] },
  { what: 'a room that nobody has furnished', file: 'src/graph/planted-room.ts', content: "import '../shed/tool';\n", rules: ['graph-uses-domain-store', 'no-room-without-rules'] },
  { what: 'a module that is not there', file: 'src/graph/planted-missing.ts', content: "import './nowhere';\n", rules: ['no-unresolvable'] },
];

describe('the rooms', () => {
  let tree: CopiedTree;
  const refusals = new Map<string, string[]>();

  beforeAll(async () => {
    tree = copyTree(['src', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs'], {
      ...Object.fromEntries(PLANTED.map(({ file, content }) => [file, content])),
      ...CIRCLE,
      'src/shed/tool.ts': exportNothing,
      'tests/support/index.ts': exportNothing,
    });
    const { stdout, stderr } = await runNode([CRUISER, 'src', '--output-type', 'json'], { cwd: tree.folder });
    if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not answer: ${stderr}`);
    const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
    for (const { from, rule } of summary.violations) refusals.set(from, [...(refusals.get(from) ?? []), rule.name].sort());
  }, 120_000);
  afterAll(() => tree.remove());

  it.each(PLANTED)('refuse $what', ({ file, rules }) => {
    expect(refusals.get(file)).toEqual([...rules].sort());
  });

  it('refuse a circle', () => {
    expect(Object.keys(CIRCLE).flatMap((file) => refusals.get(file) ?? [])).toEqual(['no-circles']);
  });

  it('refuse nothing of what is there', () => {
    const planted = new Set([...PLANTED.map(({ file }) => file), ...Object.keys(CIRCLE)]);
    expect([...refusals].filter(([from]) => !planted.has(from))).toEqual([]);
  });
});
