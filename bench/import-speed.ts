/**
 * How fast stories are saved: `npx tsx bench/import-speed.ts [stories] [database URL] [batch size]`.
 * Drafts are made beforehand, a slice at a time; normalising and saving are timed apart. See docs/store.md, "Speed".
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StoryDraft } from '../src/domain/story-draft';
import { normaliseStory } from '../src/ingest/normalise';
import { openStore } from '../src/store';
import { generatedStory } from './generated-stories';

const SLICE = 2_000;

async function main(): Promise<void> {
  const [count = '2000', databaseUrl, batchSize = '100'] = process.argv.slice(2);
  const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-bench-'));
  const store = await openStore(databaseUrl ?? `sqlite:${path.join(folder, 'bench.db')}`);
  const spent = { normalise: 0, save: 0, cpu: 0 };
  try {
    for (let start = 0; start < Number(count); start += SLICE) {
      const drafts = Array.from({ length: Math.min(SLICE, Number(count) - start) }, (_, place) => generatedStory(start + place));
      await saveSlice(drafts);
      report(start + drafts.length);
    }
    const { sizeInBytes } = await store.stats();
    console.log(`database ${Math.round((sizeInBytes ?? 0) / 2 ** 20)} MiB`);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }

  async function saveSlice(drafts: readonly StoryDraft[]): Promise<void> {
    const size = Number(batchSize);
    const cpuBefore = process.cpuUsage();
    for (let start = 0; start < drafts.length; start += size) {
      const before = performance.now();
      const stories = drafts.slice(start, start + size).map(normaliseStory);
      const normalised = performance.now();
      await store.save(stories);
      spent.normalise += normalised - before;
      spent.save += performance.now() - normalised;
    }
    const cpu = process.cpuUsage(cpuBefore);
    spent.cpu += (cpu.user + cpu.system) / 1_000;
  }

  function report(done: number): void {
    if (done !== Number(count) && done % (10 * SLICE) !== 0) return;
    const rate = (ms: number): number => Math.round((done / ms) * 1_000);
    const memory = Math.round(process.memoryUsage.rss() / 2 ** 20);
    console.log(
      `${done} stories: ${rate(spent.normalise + spent.save)}/s ` +
        `(normalise ${rate(spent.normalise)}/s, save ${rate(spent.save)}/s), CPU ${(spent.cpu / done).toFixed(3)} ms a story, resident ${memory} MiB`,
    );
  }
}

void main();
