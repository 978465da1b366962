import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { normaliseStory } from '../../src/ingest/normalise';
import { dumpGraph } from '../support/graph-dump';
import { numberedDraft } from '../support/numbered-drafts';
import { queryRaw } from '../support/raw-database';
import { findWrongTallies } from '../support/recount';
import { describeOnEachStore } from '../support/stores';

const KILLS = Number(process.env.KILLS ?? 3);
/** Whoever asks for a number of kills wants to see them. */
const tell = (line: string): void => {
  if (process.env.KILLS !== undefined) process.stderr.write(`${line}\n`);
};
const STORIES = 1_000;
const BATCH = 20;
const IMPORT = path.join(__dirname, '../support/children/import-stories.ts');
/** When a process of its own stamps them, these differ. */
const STAMPS = ['importedAt', 'updatedAt'];

describeOnEachStore('kill -9 in the middle of an import', (open, place) => {
  it(`loses nothing acknowledged and leaves no half story, ${KILLS} times; running again completes it`, async () => {
    const url = await place.freshUrl();
    const acknowledged = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = acknowledged.size;
      // From where the last one stopped: a kill among stories that are unchanged would interrupt nothing.
      const batches = 1 + Math.floor((Math.random() * STORIES) / BATCH / KILLS);
      for (const id of await importAndKill(url, acknowledged.size, batches)) acknowledged.add(id);

      const stored = await queryRaw<{ id: string }>(url, `SELECT "id" FROM "story"`);
      const ids = new Set(stored.map(({ id }) => id));
      expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
      expect(await halfStories(url)).toEqual([]);
      expect(await findWrongTallies(url)).toEqual([]);
      tell(`${place.kind} | ${kill + 1} | ${acknowledged.size - before} | ${acknowledged.size} | ${ids.size} | 0 | 0 | 0`);
    }
    expect(acknowledged.size).toBeGreaterThan(0);

    await importAll(url);

    const fresh = await place.freshUrl();
    const store = await open(fresh);
    const drafts = Array.from({ length: STORIES }, (_, number) => numberedDraft(number));
    await store.save(drafts.map(normaliseStory));
    expect(await dumpGraph(url, STAMPS)).toEqual(await dumpGraph(fresh, STAMPS));
  }, 120_000 + 30_000 * KILLS);
});

function startImport(url: string, from = 0) {
  const parameters = [url, String(from), String(STORIES), String(BATCH)];
  return spawn(process.execPath, ['--import', 'tsx', IMPORT, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Begins with a story and kills the import at some moment after so many acknowledged batches; gives the acknowledged ids. */
async function importAndKill(url: string, from: number, batches: number): Promise<string[]> {
  const child = startImport(url, from);
  let output = '';
  let isKilling = false;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (isKilling || output.split('\n').length <= batches) return;
    isKilling = true;
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 30);
  });
  await once(child, 'close');
  // What follows the last newline was not acknowledged as a whole.
  return output.split('\n').slice(0, -1).flatMap((line) => line.split(' '));
}

async function importAll(url: string): Promise<void> {
  const child = startImport(url);
  child.stdout.resume();
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
}

/** Every one of these stories has two perspectives, three outlet ties, two questions and three topics. */
function halfStories(url: string): Promise<object[]> {
  return queryRaw(
    url,
    `SELECT s."id" FROM "story" s WHERE
       (SELECT count(*) FROM "perspective" t WHERE t."storyKey" = s."key") <> 2
       OR (SELECT count(*) FROM "perspective" p JOIN "perspectiveOutlet" t ON t."perspectiveKey" = p."key" WHERE p."storyKey" = s."key") <> 3
       OR (SELECT count(*) FROM "storyQuestion" t WHERE t."storyKey" = s."key") <> 2
       OR (SELECT count(*) FROM "storyTopic" t WHERE t."storyKey" = s."key") <> 3`,
  );
}
