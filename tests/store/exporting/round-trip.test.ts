import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StoryDraft } from '../../../src/domain/story-draft';
import { normaliseStory } from '../../../src/ingest/normalise';
import { type NewsStore, openStore } from '../../../src/store';
import { cast } from '../../support/cast';
import { dumpGraph } from '../../support/graph-dump';
import { describeOnEachStore } from '../../support/stores';

describeOnEachStore('a store that moves to SQLite and back', (open, place) => {
  it('is the same graph at each stop', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-test-'));
    const [startUrl, middleUrl, endUrl] = [await place.freshUrl(), `sqlite:${path.join(folder, 'middle.db')}`, await place.freshUrl()];
    const start = await open(startUrl);
    const middle = await openStore(middleUrl);
    const end = await open(endUrl);
    await start.save(cast.map(normaliseStory));

    await copy(start, middle);
    await copy(middle, end);
    await middle.close();

    const expected = await dumpGraph(startUrl);
    expect(await dumpGraph(middleUrl)).toEqual(expected);
    expect(await dumpGraph(endUrl)).toEqual(expected);
    rmSync(folder, { recursive: true });
  });
});

async function copy(from: NewsStore, to: NewsStore): Promise<void> {
  const drafts: StoryDraft[] = [];
  for await (const draft of from.stories()) drafts.push(draft);
  await to.save(drafts.map(normaliseStory));
}
