import { setImmediate } from 'node:timers/promises';
import { normaliseStory } from '../../src/ingest/normalise';
import type { StoriesChanged } from '../../src/store';
import { cast, harbourStrike } from '../support/cast';
import { describeOnEachStore } from '../support/stores';

const stories = cast.map(normaliseStory);
const strike = normaliseStory(harbourStrike);
const retitled = normaliseStory({ ...harbourStrike, title: 'Dockers walk out again' });
const RETITLED = { id: strike.id, slug: 'dockers-walk-out-again' };

describeOnEachStore('who listens for changes', (open) => {
  afterEach(() => jest.restoreAllMocks());

  it('is told after each commit what it has created, updated and removed', async () => {
    const store = await open();
    const told: StoriesChanged[] = [];
    store.onStoriesChanged((change) => told.push(change));

    await store.save(stories);
    await store.save([retitled, ...stories.filter(({ id }) => id !== strike.id)]);
    const [removed] = await store.remove([RETITLED.slug, 'nowhere']);
    await setImmediate();

    expect(told).toEqual([
      { created: stories.map(({ id }) => ({ id, slug: expect.any(String) })), updated: [], removed: [] },
      { created: [], updated: [RETITLED], removed: [] },
      { created: [], updated: [], removed: [RETITLED] },
    ]);
    expect(removed).toEqual(RETITLED);
  });

  it('is told of a story once, though its commit had it twice', async () => {
    const store = await open();
    const told: StoriesChanged[] = [];
    store.onStoriesChanged((change) => told.push(change));

    await store.save([strike, retitled]);
    await setImmediate();

    expect(told).toEqual([{ created: [RETITLED], updated: [], removed: [] }]);
  });

  it('is not told of what changes nothing: dry runs, documents that say the same, slugs that no story has', async () => {
    const store = await open();
    await store.save([strike]);
    const told: StoriesChanged[] = [];
    store.onStoriesChanged((change) => told.push(change));

    await store.save(stories, { dryRun: true });
    await store.save([strike]);
    await store.remove(['nowhere']);
    await setImmediate();

    expect(told).toEqual([]);
  });

  it('is told no more once it has stopped listening, while others still are', async () => {
    const store = await open();
    const told: string[] = [];
    const listener = (): void => void told.push('first');
    const stop = store.onStoriesChanged(listener);
    store.onStoriesChanged(() => told.push('second'));

    stop();
    await store.save([strike]);
    await setImmediate();

    expect(told).toEqual(['second']);
  });

  it('fails neither the write nor other listeners by what it throws, which the process hears of', async () => {
    const store = await open();
    const told: StoriesChanged[] = [];
    const thrown = new Error('a listener of the test');
    // What is thrown in a microtask is the process's; here the test hears of it instead.
    const uncaught: unknown[] = [];
    const queue = globalThis.queueMicrotask;
    jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((work) =>
      queue(() => {
        try {
          work();
        } catch (error) {
          uncaught.push(error);
        }
      }),
    );
    store.onStoriesChanged(() => {
      throw thrown;
    });
    store.onStoriesChanged((change) => told.push(change));

    const [outcome] = await store.save([strike]);
    await setImmediate();

    expect(outcome?.status).toBe('created');
    expect(uncaught).toEqual([thrown]);
    expect(told).toHaveLength(1);
  });
});
