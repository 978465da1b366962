/** Node can keep only what it compiles after it was told to: the command must say so first. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliFolder } from '../support/cli';

/** Stands for a Node that can, and tells how much of the program was loaded when it was asked. */
const NODE_THAT_CAN = `
  const nodeModule = require('node:module');
  const loaded = () => Object.keys(require.cache).filter((file) => !file.includes('tsx') && !file.endsWith('can.cjs')).length;
  Object.assign(nodeModule, { enableCompileCache: () => console.error('asked after', loaded(), 'files') });
  nodeModule.syncBuiltinESMExports();
`;

describe('the compile cache', () => {
  let folder: CliFolder;
  beforeAll(async () => (folder = await CliFolder.create()));
  afterAll(() => folder.remove());

  it('is asked for before anything else is loaded', async () => {
    // Given
    const stand = join(folder.path, 'can.cjs');
    await writeFile(stand, NODE_THAT_CAN);
    // When
    const { code, stderr } = await folder.run(['--version'], { env: { NODE_OPTIONS: `--require ${stand}` } });
    // Then
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'asked after 2 files\n' });
  });
});
