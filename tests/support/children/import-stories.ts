/**
 * A process of its own that imports made-up stories: `import-stories.ts <database URL> <from> <to> <batch size>`.
 * It prints the ids of each batch once the store has acknowledged it, one line a batch.
 */
import { writeSync } from 'node:fs';
import { normaliseStory } from '../../../src/ingest/normalise';
import { openStore } from '../../../src/store';
import { numberedDraft } from '../numbered-drafts';

async function main(url: string, from: number, to: number, batchSize: number): Promise<void> {
  const store = await openStore(url);
  for (let start = from; start < to; start += batchSize) {
    const drafts = Array.from({ length: Math.min(batchSize, to - start) }, (_, place) => numberedDraft(start + place));
    const outcomes = await store.save(drafts.map(normaliseStory));
    const ids = outcomes.map((outcome) => (outcome.status === 'failed' ? `failed: ${outcome.message}` : outcome.id));
    // Written at once: what is buffered would die with the process.
    writeSync(1, `${ids.join(' ')}\n`);
  }
  await store.close();
}

const [url = '', from, to, batchSize] = process.argv.slice(2);
void main(url, Number(from), Number(to), Number(batchSize));
