import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { buildExplorer } from '../explorer/build/bundle';

const ROOT = resolve(__dirname, '..');
const OUTPUT = join(ROOT, 'dist/explorer');

async function main(): Promise<void> {
  await buildExplorer({ examplesFolder: join(ROOT, 'examples/queries'), outputFolder: OUTPUT });
  const assets = join(OUTPUT, 'assets');
  const scripts = (await readdir(assets)).filter((name) => /\.(js|css)$/.test(name));
  const contents = await Promise.all(scripts.map((name) => readFile(join(assets, name))));
  const kilobytes = (size: number) => `${Math.round(size / 1000)} kB`;
  const raw = contents.reduce((sum, { length }) => sum + length, 0);
  const compressed = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  console.log(`${relative(ROOT, OUTPUT)}: scripts and styles ${kilobytes(raw)}, ${kilobytes(compressed)} compressed`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
