import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildExplorer } from '../../../explorer/build/bundle';

/** An explorer built for one test file. */
export interface BuiltExplorer {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Builds the explorer into a temporary folder, so that what is tested is the source and never an old build. */
export async function builtExplorer(examplesFolder: string): Promise<BuiltExplorer> {
  const folder = await mkdtemp(join(tmpdir(), 'newsgraph-explorer-'));
  await buildExplorer({ examplesFolder, outputFolder: folder });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
