/** A server's heap is cleared before it is several times as large as what is alive in it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BUILT = join(__dirname, '../../dist/cli/collect-early.js');

const ALIVE = 40_000_000;

/** Makes objects that live long enough to leave V8's young generation, and tells how large the heap was at most. */
const program = (isEarly: boolean): string => `
  if (${isEarly}) require(${JSON.stringify(BUILT)}).collectEarly();
  const alive = Array.from({ length: ${ALIVE / 100} }, (_, index) => ({ index, text: 'text ' + index, list: [index] }));
  const recent = new Array(20_000);
  let most = 0;
  const step = (index) => {
    for (let more = 0; more < 20_000; more += 1) recent[more] = { index, more, list: [index, more] };
    most = Math.max(most, process.memoryUsage().heapUsed);
    if (index < 400) setImmediate(step, index + 1);
    else console.log(most, alive.length);
  };
  step(0);
`;

async function mostHeap(isEarly: boolean): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program(isEarly)]);
  return Number(stdout.split(' ')[0]);
}

describe('the heap of a server', () => {
  it('stays smaller than V8 by itself would let it become', async () => {
    const [early, late] = [await mostHeap(true), await mostHeap(false)];
    expect(early).toBeLessThan(late * 0.9);
  });
});
