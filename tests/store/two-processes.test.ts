import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { normaliseStory } from '../../src/ingest/normalise';
import { numberedDraft } from '../support/numbered-drafts';
import { findWrongTallies } from '../support/recount';
import { describeOnEachStore } from '../support/stores';

const IMPORT = path.join(__dirname, '../support/children/import-stories.ts');
const STORIES = Number(process.env.TWO_WRITERS_STORIES ?? 600);

describeOnEachStore('two processes on one store', (open, place) => {
  it('both write, and a reader sees whole stories only, without a restart', async () => {
    const url = await place.freshUrl();
    const store = await open(url);
    const child = spawn(process.execPath, ['--import', 'tsx', IMPORT, url, '0', String(STORIES), '20'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'close');
    const [first] = await once(child.stdout, 'data');
    expect(String(first)).not.toContain('failed');
    child.stdout.resume();

    const seen = new Set<number>();
    for (let number = STORIES; number < STORIES + 40; number += 1) {
      expect(await store.save([normaliseStory(numberedDraft(number))])).toMatchObject([{ status: 'created' }]);
      const { stories, perspectives } = await store.stats();
      expect(perspectives).toBe(2 * stories);
      seen.add(stories);
    }
    const [code] = await ended;

    expect(code).toBe(0);
    expect(seen.size).toBeGreaterThan(1);
    expect(await store.stats()).toMatchObject({ stories: STORIES + 40, perspectives: 2 * (STORIES + 40) });
    expect(await findWrongTallies(url)).toEqual([]);
  }, 300_000);
});
