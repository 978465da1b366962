/**
 * A process of its own that carries out made-up changes of a store, one after another, until it is killed or has come to the
 * last: `change-stories.ts <database URL> <from> <to>`. It prints the number of each change once the store has acknowledged
 * it, one a line.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../../src/store';
import { carryOut } from '../numbered-changes';

async function main(url: string, from: number, to: number): Promise<void> {
  const store = await openStore(url);
  for (let change = from; change < to; change += 1) {
    await carryOut(store, change);
    // Written at once: what is buffered would die with the process.
    writeSync(1, `${change}\n`);
  }
  await store.close();
}

const [url = '', from, to] = process.argv.slice(2);
void main(url, Number(from), Number(to));
