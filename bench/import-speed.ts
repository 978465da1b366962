/**
 * How fast stories are saved: `npx tsx bench/import-speed.ts [stories] [database URL] [batch size]`.
 * Drafts are made beforehand, a slice at a time; normalising and saving count. The machine's floor stands beside
 * it. See docs/store.md, "Speed".
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StoryDraft } from '../src/domain/story-draft';
import { parseStoryObject } from '../src/ingest/formats/story-document';
import { importDocuments } from '../src/ingest/import-documents';
import type { ReadDocument } from '../src/ingest/read-documents';
import { openStore } from '../src/store';
import { generatedStory } from './data/generated-story';
import { floorOf } from './import-floor';
import { postgresFloorOf } from './import-floor-postgres';

const SLICE = 2_000;

async function main(): Promise<void> {
  const [count = '2000', databaseUrl, batchSize = '500'] = process.argv.slice(2);
  const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-bench-'));
  const file = path.join(folder, 'bench.db');
  const store = await openStore(databaseUrl ?? `sqlite:${file}`);
  const spent = { ms: 0, cpuMs: 0 };
  try {
    for (let start = 0; start < Number(count); start += SLICE) {
      const drafts = Array.from({ length: Math.min(SLICE, Number(count) - start) }, (_, place) => parseStoryObject(generatedStory(start + place)).draft);
      await saveSlice(drafts);
      report(start + drafts.length);
    }
    const { sizeInBytes } = await store.stats();
    console.log(`database ${Math.round((sizeInBytes ?? 0) / 2 ** 20)} MiB`);
    await reportFloor();
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }

  async function reportFloor(): Promise<void> {
    if (databaseUrl !== undefined) {
      const { whole, withoutIndex, withoutKeys } = await postgresFloorOf(databaseUrl, Number(batchSize));
      console.log(`floor, bare PostgreSQL: ${Math.round(whole)}/s, without the index of words ${Math.round(withoutIndex)}/s, without foreign keys either ${Math.round(withoutKeys)}/s`);
      return;
    }
    const { withIndex, withoutIndex } = await floorOf(file, Number(batchSize));
    console.log(`floor, bare SQLite: ${Math.round(withIndex)}/s, without the index of words ${Math.round(withoutIndex)}/s`);
  }

  /** Through the importer, which normalises the next batch while the store writes one. */
  async function saveSlice(drafts: readonly StoryDraft[]): Promise<void> {
    const cpuBefore = process.cpuUsage();
    const before = performance.now();
    for await (const { status, slug } of importDocuments(documentsOf(drafts), store, { batchSize: Number(batchSize) })) {
      if (status !== 'created') throw new Error(`${slug ?? 'a story'} is ${status}`);
    }
    spent.ms += performance.now() - before;
    const cpu = process.cpuUsage(cpuBefore);
    spent.cpuMs += (cpu.user + cpu.system) / 1_000;
  }

  function report(done: number): void {
    if (done !== Number(count) && done % (10 * SLICE) !== 0) return;
    const memory = Math.round(process.memoryUsage.rss() / 2 ** 20);
    const rate = Math.round((done / spent.ms) * 1_000);
    console.log(`${done} stories: ${rate}/s, CPU ${(spent.cpuMs / done).toFixed(3)} ms a story, resident ${memory} MiB`);
  }
}

async function* documentsOf(drafts: readonly StoryDraft[]): AsyncGenerator<ReadDocument> {
  for (const draft of drafts) yield { origin: { source: 'the benchmark' }, result: { draft, warnings: [] } };
}

void main();
