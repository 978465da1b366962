/** The tallies of stories by kind of topic, language and month, through all that changes them. */
import type { StoryDraft } from '../../../src/domain/story-draft';
import { normaliseStory } from '../../../src/ingest/normalise';
import type { NewsStore } from '../../../src/store';
import { storyDraft, topicDraft } from '../../support/cast';
import { queryRaw } from '../../support/raw-database';
import { findWrongTallies } from '../../support/recount';
import { describeOnEachStore } from '../../support/stores';

const flood = storyDraft({ slug: 'flood', language: 'en', publishedAt: '2026-03-31T23:59:59.000Z', topics: [topicDraft('The Osk', { kind: null })] });
const inquiry = storyDraft({ slug: 'inquiry', language: 'en', publishedAt: '2026-04-01T00:00:00.000Z', topics: [topicDraft('The Osk', { kind: null })] });

describeOnEachStore('tallies of stories', (open, place) => {
  let url: string;
  let store: NewsStore;

  beforeEach(async () => {
    url = await place.freshUrl();
    store = await open(url);
  });

  const save = (...drafts: readonly StoryDraft[]) => store.save(drafts.map(normaliseStory));
  const tallies = async (): Promise<Record<string, number>> => {
    const rows = await queryRaw<{ facet: string; value: string; storyCount: number }>(url, `SELECT * FROM "storyTally"`);
    return Object.fromEntries(rows.map(({ facet, value, storyCount }) => [`${facet} ${value}`, storyCount]));
  };
  const recounted = async (): Promise<Record<string, number>> => {
    expect(await findWrongTallies(url)).toEqual([]);
    return tallies();
  };

  it('count a story once, however many of its topics are of one kind', async () => {
    await save(storyDraft({ topics: [topicDraft('Osk', { kind: 'PLACE' }), topicDraft('Maren', { kind: 'PLACE' }), topicDraft('Ida Sand', { kind: 'PERSON' })] }));

    expect(await recounted()).toEqual({ 'kinds PERSON': 1, 'kinds PLACE': 1 });
  });

  it('leave a value when its last story does', async () => {
    await save(flood, inquiry);
    expect(await recounted()).toEqual({ 'languages en': 2, 'months 2026-03': 1, 'months 2026-04': 1 });

    await save({ ...flood, language: 'mi', publishedAt: null });
    expect(await recounted()).toEqual({ 'languages en': 1, 'languages mi': 1, 'months 2026-04': 1 });

    await store.remove(['flood', 'inquiry']);
    expect(await recounted()).toEqual({});
  });

  it('follow the kind of a topic on stories that are not written', async () => {
    // Given two stories of a topic that says no kind
    await save(flood, inquiry);

    // When a third says what it is
    await save(storyDraft({ slug: 'dike', topics: [topicDraft('The Osk', { kind: 'PLACE' })] }));
    const told = await recounted();

    // And is taken down again
    await store.remove(['dike']);
    const untold = await recounted();

    expect(told).toEqual({ 'kinds PLACE': 3, 'languages en': 2, 'months 2026-03': 1, 'months 2026-04': 1 });
    expect(untold).toEqual({ 'languages en': 2, 'months 2026-03': 1, 'months 2026-04': 1 });
  });

  it('follow a topic that turns out to be another', async () => {
    // Given a topic under two names, one of which says a kind
    await save(
      { ...flood, topics: [topicDraft('The Osk', { kind: null, slug: 'osk' })] },
      { ...inquiry, topics: [topicDraft('Osk River', { kind: 'PLACE' })] },
    );
    expect((await recounted())['kinds PLACE']).toBe(1);

    // When a document says that they are one
    await save(storyDraft({ slug: 'dike', topics: [topicDraft('Osk River', { slug: 'osk', kind: null })] }));

    expect((await recounted())['kinds PLACE']).toBe(3);
  });

  it('stay as they are after a dry run', async () => {
    await save(flood);
    await store.save([normaliseStory(inquiry)], { dryRun: true });

    expect(await recounted()).toEqual({ 'languages en': 1, 'months 2026-03': 1 });
  });
});
