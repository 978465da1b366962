import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

import { build, type BuildOptions, type Metafile } from 'esbuild';

import type { Example } from '../src/example';
import { compressFolder } from './compress';
import { fontsAsFiles, monacoStylesOnce } from './esbuild-plugins';
import { outputOf } from './output-of';
import { renderPage } from './page';
import { readExamples } from './read-examples';
import { thirdPartyNotices } from './third-party-notices';

/** Where a build reads and writes. */
export interface ExplorerBuildOptions {
  /** Folder with the example queries that become tabs. */
  readonly examplesFolder: string;
  /** Folder to write; it is emptied first. */
  readonly outputFolder: string;
}

const EXPLORER = resolve(__dirname, '..');

const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
} as const;

type WorkerName = keyof typeof WORKERS;

/**
 * Bundles the explorer into a folder: `index.html`, `assets/` with a content hash in each name, and the notices of the
 * packages that went in. Each asset that compresses also stands there as `.gz`.
 *
 * @throws when an example is wrong (see `readExamples`) or esbuild finds an error
 */
export async function buildExplorer({ examplesFolder, outputFolder }: ExplorerBuildOptions): Promise<void> {
  const examples = await readExamples(examplesFolder);
  const assets = join(outputFolder, 'assets');
  await rm(outputFolder, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });

  const workers = await buildWorkers(assets);
  const page = await buildPage(assets, examples, workers.files);
  await writeFile(join(outputFolder, 'index.html'), await renderPage(join(EXPLORER, 'index.html'), page));
  await writeFile(join(outputFolder, 'third-party-notices.txt'), await thirdPartyNotices([workers.metafile, page]));
  await compressFolder(assets);
}

function commonOptions(assets: string): BuildOptions & { metafile: true } {
  return {
    absWorkingDir: resolve(EXPLORER, '..'),
    outdir: assets,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    metafile: true,
    legalComments: 'none',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  };
}

async function buildWorkers(assets: string): Promise<{ files: Record<WorkerName, string>; metafile: Metafile }> {
  const { metafile } = await build({ ...commonOptions(assets), entryPoints: Object.values(WORKERS), format: 'iife' });
  const fileOf = (name: WorkerName) => basename(outputOf(metafile, `node_modules/${WORKERS[name]}`));
  return { files: { editor: fileOf('editor'), graphql: fileOf('graphql'), json: fileOf('json') }, metafile };
}

async function buildPage(assets: string, examples: Example[], workers: Record<WorkerName, string>): Promise<Metafile> {
  const common = commonOptions(assets);
  const { metafile } = await build({
    ...common,
    entryPoints: ['explorer/src/main.tsx', 'explorer/styles/explorer.css', 'explorer/styles/favicon.svg'],
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    tsconfig: join(EXPLORER, 'tsconfig.json'),
    loader: { '.svg': 'copy' },
    plugins: [fontsAsFiles, monacoStylesOnce],
    define: { ...common.define, BUILT_IN_EXAMPLES: JSON.stringify(examples), BUILT_IN_WORKERS: JSON.stringify(workers) },
  });
  return metafile;
}
