/** Memory is bounded however many different operations come: what the caches forget is kept by nothing else. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BUILT = join(__dirname, '../../dist/index.js');

/** The caches keep 500, so that they are full after the first seven hundred. */
const SENT = 700;
/** What V8 would keep of as many operations, if it were let, is thirty-seven million bytes. */
const ROOM = 10_000_000;

/** In a process of its own: Jest runs code in contexts for which V8 keeps none. */
const PROGRAM = `
  const { createNewsgraph } = require(${JSON.stringify(BUILT)});
  const query = (index) => \`query Operation\${index} { stories(first: 2) { nodes { title\${index}: title topics { nodes { name } } perspectives { nodes { text outlets { slug } } } } } }\`;
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  async function main() {
    const newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
    const heapAfter = async (from, to) => {
      for (let index = from; index < to; index += 1) {
        const { errors } = await newsgraph.execute({ query: query(index) });
        if (errors !== undefined) throw errors[0];
      }
      for (let round = 0; round < 5; round += 1) { await settled(); gc(); }
      return process.memoryUsage().heapUsed;
    };
    const before = await heapAfter(0, ${SENT});
    const after = await heapAfter(${SENT}, ${2 * SENT});
    await newsgraph.close();
    console.log(after - before);
  }
  void main();
`;

describe('operations that do not come again', () => {
  it('take no memory beyond what the caches keep', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '-e', PROGRAM]);

    expect(stdout).toMatch(/^-?\d+\n$/);
    expect(Number(stdout)).toBeLessThan(ROOM);
  });
});
