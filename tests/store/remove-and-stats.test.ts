import { normaliseStory } from '../../src/ingest/normalise';
import { migrations } from '../../src/store/migrations';
import { cast, harbourStrike } from '../support/cast';
import { dumpGraph } from '../support/graph-dump';
import { findWrongTallies } from '../support/recount';
import { describeOnEachStore } from '../support/stores';

const NOW = '2025-06-01T00:00:00.000Z';

describeOnEachStore('taking stories down', (open, place) => {
  it('takes all that only they hold, and leaves outlets', async () => {
    const url = await place.freshUrl();
    const store = await open(url);
    await store.save(cast.map(normaliseStory), { now: NOW });

    const removed = await store.remove(['the-osk-leaves-its-banks', 'nowhere', 'dockers-at-port-maren-walk-out']);

    expect(removed.map(({ slug }) => slug)).toEqual(['dockers-at-port-maren-walk-out', 'the-osk-leaves-its-banks']);
    expect(removed[0]?.id).toBe(normaliseStory(harbourStrike).id);
    expect(await store.stats()).toMatchObject({ stories: 1, perspectives: 2, outlets: 3, questions: 1, topics: 2 });
    expect(await findWrongTallies(url)).toEqual([]);
  });

  it('is undone by importing again: the same ids, the same graph', async () => {
    const url = await place.freshUrl();
    const store = await open(url);
    await store.save(cast.map(normaliseStory), { now: NOW });
    const before = await dumpGraph(url);

    await store.remove(['dockers-at-port-maren-walk-out']);
    const [outcome] = await store.save([normaliseStory(harbourStrike)], { now: NOW });

    expect(outcome?.status).toBe('created');
    expect(await dumpGraph(url)).toEqual(before);
  });

  it('names stories by id too, whatever their slugs have become', async () => {
    const store = await open();
    const live = (url: string) => normaliseStory({ ...harbourStrike, title: 'Live', url });
    const stories = [live('https://brief.example/1'), live('https://brief.example/2')];
    const outcomes = await store.save(stories, { now: NOW });
    const [plain, other] = outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [] : [outcome])).sort((a, b) => a.slug.length - b.slug.length);
    if (plain === undefined || other === undefined) throw new Error('two stories were to be saved');

    expect(await store.remove([plain.id, plain.id])).toEqual([{ id: plain.id, slug: 'live' }]);
    // The other has the plain slug now; the id that was removed names it no more than before.
    expect(await store.remove([plain.id])).toEqual([]);
    expect(await store.remove([other.id])).toEqual([{ id: other.id, slug: 'live' }]);
  });

  it('gives nothing where nothing is there', async () => {
    const store = await open();
    expect(await store.remove(['nowhere'])).toEqual([]);
    expect(await store.remove([])).toEqual([]);
  });
});

describeOnEachStore('stats', (open, place) => {
  it('counts what is there and names the newest story', async () => {
    const store = await open();
    await store.save(cast.map(normaliseStory), { now: NOW });

    const { sizeInBytes, ...stats } = await store.stats();

    expect(stats).toEqual({
      database: place.kind,
      schemaVersion: migrations.length,
      stories: 3,
      perspectives: 6,
      outlets: 3,
      questions: 2,
      topics: 4,
      newest: { slug: 'the-osk-leaves-its-banks', orderedAt: '2025-04-20T05:15:00.000Z' },
    });
    expect(sizeInBytes).toBeGreaterThan(10_000);
  });

  it('says of an empty store that there is no newest story', async () => {
    const store = await open();
    await store.save([]);
    expect(await store.stats()).toMatchObject({ stories: 0, newest: null });
  });

  it('answers a ping until it is closed', async () => {
    const store = await open();
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
    await expect(store.ping()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});

