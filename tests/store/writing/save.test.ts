import type { NormalisedStory } from '../../../src/domain/normalised-story';
import type { StoryDraft } from '../../../src/domain/story-draft';
import { normaliseStory } from '../../../src/ingest/normalise';
import type { NewsStore } from '../../../src/store';
import { cast, harbourDeal, harbourStrike, outletDraft, perspectiveDraft, questionDraft, riverFlood, storyDraft, topicDraft } from '../../support/cast';
import { dumpGraph } from '../../support/graph-dump';
import { queryRaw } from '../../support/raw-database';
import { writesRows } from '../../support/written-rows';
import { findWrongTallies } from '../../support/recount';
import { describeOnEachStore } from '../../support/stores';

const NOW = '2025-06-01T00:00:00.000Z';
const LATER = '2025-06-02T00:00:00.000Z';

describeOnEachStore('saving', (open, place) => {
  let url: string;
  let store: NewsStore;

  beforeEach(async () => {
    url = await place.freshUrl();
    store = await open(url);
  });

  const save = (drafts: readonly StoryDraft[], now = NOW) => store.save(drafts.map(normaliseStory), { now });
  const statuses = async (drafts: readonly StoryDraft[], now = NOW) => (await save(drafts, now)).map(({ status }) => status);
  const topic = async (slug: string) =>
    (await queryRaw<Record<string, unknown>>(url, `SELECT * FROM "topic" WHERE "slug" = '${slug}'`))[0];

  it('says created, then unchanged, then updated', async () => {
    expect(await statuses(cast)).toEqual(['created', 'created', 'created']);
    expect(await statuses(cast, LATER)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await statuses([harbourDeal, { ...riverFlood, title: 'The Osk rises' }], LATER)).toEqual(['unchanged', 'updated']);
  });

  it('writes no row for unchanged stories', async () => {
    await save(cast);
    const before = await dumpGraph(url);

    // Not the same row either: that would change nothing that the dump shows.
    expect(await writesRows(url, () => save(cast, LATER))).toBe(false);

    expect(await dumpGraph(url)).toEqual(before);
    expect(await writesRows(url, () => save([{ ...riverFlood, title: 'The Osk rises' }], LATER))).toBe(true);
  });

  it('keeps the story as the document tells it', async () => {
    const [outcome] = await save([harbourStrike]);

    const [story] = await queryRaw<Record<string, unknown>>(url, `SELECT * FROM "story"`);
    expect(outcome).toEqual({ status: 'created', id: story?.id, slug: 'dockers-at-port-maren-walk-out' });
    expect(story).toMatchObject({
      title: 'Dockers at Port Maren walk out',
      publishedAt: '2025-03-01T08:00:00.000Z',
      orderedAt: '2025-03-01T08:00:00.000Z',
      importedAt: NOW,
      updatedAt: NOW,
      perspectiveCount: 3,
      outletCount: 3,
      questionCount: 2,
      topicCount: 3,
    });
    expect(await findWrongTallies(url)).toEqual([]);
  });

  it('counts claims and collective claims of an outlet apart', async () => {
    await save(cast);

    const outlets = await queryRaw(url, `SELECT "slug", "storyCount", "perspectiveCount", "collectiveCount" FROM "outlet" ORDER BY "slug"`);
    expect(outlets).toEqual([
      { slug: 'island-wire', storyCount: 2, perspectiveCount: 2, collectiveCount: 1 },
      { slug: 'north-courier', storyCount: 2, perspectiveCount: 2, collectiveCount: 0 },
      { slug: 'the-harbour-gazette', storyCount: 2, perspectiveCount: 2, collectiveCount: 1 },
    ]);
  });

  it('leaves no orphan when a document changes', async () => {
    await save([harbourStrike]);

    await save([{ ...harbourStrike, topics: [], questions: [], perspectives: [] }], LATER);

    expect(await store.stats()).toMatchObject({ stories: 1, perspectives: 0, topics: 0, questions: 0, outlets: 3 });
    for (const table of ['topicReference', 'questionReference', 'topicTopic', 'topicOutlet', 'questionTopic', 'storyOutlet']) {
      expect(await queryRaw(url, `SELECT * FROM "${table}"`)).toEqual([]);
    }
    expect(await findWrongTallies(url)).toEqual([]);
  });

  it('keeps importedAt and moves updatedAt on with a change', async () => {
    await save([{ ...riverFlood, importedAt: '2024-01-01T00:00:00.000Z', updatedAt: '2024-01-02T00:00:00.000Z' }]);
    await save([{ ...riverFlood, title: 'The Osk rises' }], LATER);

    expect(await queryRaw(url, `SELECT "importedAt", "updatedAt" FROM "story"`)).toEqual([
      { importedAt: '2024-01-01T00:00:00.000Z', updatedAt: LATER },
    ]);
  });

  it('takes the later of two documents of one story in one call', async () => {
    const outcomes = await save([riverFlood, { ...riverFlood, title: 'The Osk rises' }, { ...riverFlood, title: 'The Osk rises' }]);

    expect(outcomes.map(({ status }) => status)).toEqual(['created', 'updated', 'unchanged']);
    expect(await queryRaw(url, `SELECT "title", "slug" FROM "story"`)).toEqual([{ title: 'The Osk rises', slug: 'the-osk-rises' }]);
  });

  it('keeps the good stories where one cannot be kept, and says why', async () => {
    const [bad] = [harbourDeal].map(normaliseStory).map(withTwinPerspectives);
    if (bad === undefined) throw new Error('no story');

    const outcomes = await store.save([normaliseStory(harbourStrike), bad, normaliseStory(riverFlood)], { now: NOW });

    expect(outcomes.map(({ status }) => status)).toEqual(['created', 'failed', 'created']);
    expect(outcomes[1]).toMatchObject({ code: 'CONSTRAINT_BROKEN' });
    expect(await store.stats()).toMatchObject({ stories: 2 });
    expect(await findWrongTallies(url)).toEqual([]);
  });

  it('tells what the database says of a story that it does not take, and no code of its own', async () => {
    // Given a store that somebody took a table from
    await queryRaw(url, 'DROP TABLE "storyTitleWord"');
    // When
    const outcomes = await save([harbourStrike, riverFlood]);
    // Then
    const refused = { status: 'failed', code: 'STORE_REFUSED', message: expect.stringMatching(/storyTitleWord/) };
    expect(outcomes).toEqual([refused, refused]);
    expect(await store.stats()).toMatchObject({ stories: 0 });
  });

  it('keeps nothing of a dry run, and says what would become of it', async () => {
    await save([harbourStrike]);
    const before = await dumpGraph(url);

    const outcomes = await store.save([harbourStrike, harbourDeal].map(normaliseStory), { dryRun: true });

    expect(outcomes.map(({ status }) => status)).toEqual(['unchanged', 'created']);
    expect(await dumpGraph(url)).toEqual(before);
  });

  describe('what a shared topic shows', () => {
    const about = (number: number, given: Parameters<typeof topicDraft>[1], publishedAt: string) =>
      storyDraft({ url: `https://briefs.example/${number}`, title: `Story ${number}`, publishedAt, topics: [topicDraft('Osk', given)] });
    const old = about(1, { description: 'Old and whole.' }, '2025-01-01T00:00:00.000Z');
    const cut = about(2, { description: 'New but cut o', isTruncated: true }, '2025-03-01T00:00:00.000Z');
    const none = about(3, { description: null }, '2025-04-01T00:00:00.000Z');
    const fresh = about(4, { description: 'New and whole.' }, '2025-02-01T00:00:00.000Z');

    it('is a whole description before a truncated one, and that before none', async () => {
      await save([none]);
      expect(await topic('osk')).toMatchObject({ description: null });
      await save([cut]);
      expect(await topic('osk')).toMatchObject({ description: 'New but cut o' });
      await save([old]);
      expect(await topic('osk')).toMatchObject({ description: 'Old and whole.', storyCount: 3 });
    });

    it('is the newer of two whole ones, whichever came first', async () => {
      await save([fresh, old]);
      expect(await topic('osk')).toMatchObject({ description: 'New and whole.' });
    });

    it('is, of documents without a date, that of the one imported later, whichever the documents are', async () => {
      const undated = (number: number, description: string): StoryDraft => ({ ...about(number, { description }, ''), publishedAt: null });
      const [one, other] = [undated(5, 'One.'), undated(6, 'Other.')];
      await save([one], NOW);
      await save([other], LATER);
      expect(await topic('osk')).toMatchObject({ description: 'Other.' });
      const turned = await place.freshUrl();
      const second = await open(turned);
      await second.save([normaliseStory(other)], { now: NOW });
      await second.save([normaliseStory(one)], { now: LATER });
      expect(await queryRaw(turned, `SELECT "description" FROM "topic"`)).toEqual([{ description: 'One.' }]);
    });

    it('goes back when the story with the best is gone', async () => {
      await save([old, fresh]);
      await save([{ ...fresh, topics: [] }]);
      expect(await topic('osk')).toMatchObject({ description: 'Old and whole.', storyCount: 1 });
    });
  });

  describe('which names mean one node', () => {
    const inStory = (number: number, ...topics: StoryDraft['topics']) =>
      storyDraft({ url: `https://briefs.example/${number}`, title: `Story ${number}`, topics });

    it('joins topics when a document tells that they are one, and moves the other stories along', async () => {
      await save([inStory(1, topicDraft('Osk', { wikidataId: 'Q7' })), inStory(2, topicDraft('River Osk'))]);
      expect((await store.stats()).topics).toBe(2);

      await save([inStory(3, topicDraft('River Osk', { wikidataId: 'Q7' }))]);

      expect(await queryRaw(url, `SELECT "slug", "name", "wikidataId", "storyCount" FROM "topic"`)).toEqual([
        { slug: 'osk', name: 'Osk', wikidataId: 'Q7', storyCount: 3 },
      ]);
      expect(await findWrongTallies(url)).toEqual([]);
    });

    it('parts them again when that document is gone', async () => {
      await save([inStory(1, topicDraft('Osk', { wikidataId: 'Q7' })), inStory(2, topicDraft('River Osk'))]);
      const before = await dumpGraph(url);
      const [outcome] = await save([inStory(3, topicDraft('River Osk', { wikidataId: 'Q7' }))]);
      if (outcome?.status !== 'created') throw new Error('not created');

      await store.remove([outcome.slug]);

      expect(await dumpGraph(url)).toEqual(before);
    });

    it('counts a topic once in a story that names it twice', async () => {
      await save([inStory(1, topicDraft('Osk'), topicDraft('OSK', { description: null }), topicDraft('Maren'))]);

      expect(await queryRaw(url, `SELECT "topicCount" FROM "story"`)).toEqual([{ topicCount: 2 }]);
      expect(await findWrongTallies(url)).toEqual([]);
    });

    it('shows of an outlet what its stories say, and remembers the rest until one says it again', async () => {
      const plain = storyDraft({ url: 'https://briefs.example/1', perspectives: [perspectiveDraft('One.', [outletDraft('Globe')])] });
      const knowing = storyDraft({
        url: 'https://briefs.example/2',
        perspectives: [perspectiveDraft('Two.', [outletDraft('Globe', { country: 'NZ' })])],
      });
      const countries = () => queryRaw(url, `SELECT "slug", "country" FROM "outlet"`);
      await save([plain, knowing]);
      expect(await countries()).toEqual([{ slug: 'globe', country: 'NZ' }]);

      await save([{ ...knowing, perspectives: [] }]);
      expect(await countries()).toEqual([{ slug: 'globe', country: null }]);

      await save([knowing]);
      expect(await countries()).toEqual([{ slug: 'globe', country: 'NZ' }]);

      await save([{ ...plain, perspectives: [] }, { ...knowing, perspectives: [] }]);
      expect(await countries()).toEqual([{ slug: 'globe', country: 'NZ' }]);
    });

    it('knows an outlet by an alias, and a question by its title whatever its case', async () => {
      await save([
        storyDraft({
          url: 'https://briefs.example/1',
          perspectives: [perspectiveDraft('One.', [outletDraft('The Harbour Gazette', { aliases: ['Gazette'] })])],
          questions: [questionDraft('Why now?')],
        }),
        storyDraft({
          url: 'https://briefs.example/2',
          perspectives: [perspectiveDraft('Two.', [outletDraft('Gazette')])],
          questions: [questionDraft('WHY NOW')],
        }),
      ]);

      expect(await store.stats()).toMatchObject({ outlets: 1, questions: 1 });
    });
  });

  describe('slugs', () => {
    const titled = (url: string, given: Partial<StoryDraft> = {}) => storyDraft({ title: 'Live updates', url, ...given });
    const slugs = async () =>
      new Map((await queryRaw<{ url: string; slug: string }>(url, `SELECT "url", "slug" FROM "story"`)).map((row) => [row.url, row.slug]));

    it('are told apart by the stories, not by their order', async () => {
      const drafts = [titled('https://a.example/'), titled('https://b.example/'), titled('https://c.example/')];
      await save(drafts);
      const expected = await slugs();
      const second = await place.freshUrl();
      const other = await open(second);
      for (const draft of [...drafts].reverse()) await other.save([normaliseStory(draft)]);

      const rows = await queryRaw<{ url: string; slug: string }>(second, `SELECT "url", "slug" FROM "story"`);
      expect(new Map(rows.map((row) => [row.url, row.slug]))).toEqual(expected);
      expect([...expected.values()].filter((slug) => slug === 'live-updates')).toHaveLength(1);
      expect([...expected.values()].filter((slug) => /^live-updates-[0-9a-f]{8}$/.test(slug))).toHaveLength(2);
    });

    it('give way to a given one, and come back when it goes', async () => {
      await save([titled('https://a.example/')]);
      expect([...(await slugs()).values()]).toEqual(['live-updates']);

      await save([storyDraft({ slug: 'live-updates', title: 'Another title', url: 'https://given.example/' })]);
      expect((await slugs()).get('https://given.example/')).toBe('live-updates');
      expect((await slugs()).get('https://a.example/')).toMatch(/^live-updates-[0-9a-f]{8}$/);

      await store.remove(['live-updates']);
      expect(await slugs()).toEqual(new Map([['https://a.example/', 'live-updates']]));
    });

    it('come back from a lengthened suffix, and leave a given one alone', async () => {
      await save([titled('https://a.example/'), storyDraft({ slug: 'live-updates', title: 'Given', url: 'https://given.example/' })]);
      const suffixed = (await slugs()).get('https://a.example/') ?? '';
      await save([storyDraft({ slug: suffixed, title: 'Given too', url: 'https://too.example/' })]);
      expect((await slugs()).get('https://a.example/')).toMatch(/^live-updates-[0-9a-f]{16}$/);

      await store.remove([suffixed]);

      expect(await slugs()).toEqual(
        new Map([
          ['https://a.example/', suffixed],
          ['https://given.example/', 'live-updates'],
        ]),
      );
    });

    it('of unchanged stories are told as they have become, and the stories as unchanged', async () => {
      // Given a story that has the plain slug as long as it is alone, and one of the same title that is to have it
      const [one, other] = [titled('https://a.example/'), titled('https://b.example/')];
      const [later, earlier] = normaliseStory(one).id > normaliseStory(other).id ? [one, other] : [other, one];
      await save([later]);
      // When both come together
      const outcomes = await save([later, earlier], LATER);
      // Then
      const suffixed = (await slugs()).get(later.url ?? '');
      expect(suffixed).toMatch(/^live-updates-[0-9a-f]{8}$/);
      expect(outcomes).toMatchObject([
        { status: 'unchanged', slug: suffixed },
        { status: 'created', slug: 'live-updates' },
      ]);
    });

    it('can be traded by two stories in one call', async () => {
      const [first, second] = [storyDraft({ url: 'https://a.example/', title: 'One' }), storyDraft({ url: 'https://b.example/', title: 'Two' })];
      await save([first, second]);

      await save([{ ...first, title: 'Two' }, { ...second, title: 'One' }], LATER);

      expect(await slugs()).toEqual(new Map([['https://a.example/', 'two'], ['https://b.example/', 'one']]));
    });
  });
});

/** A story that breaks a key of the schema, which no draft can. */
function withTwinPerspectives(story: NormalisedStory): NormalisedStory {
  const [perspective] = story.perspectives;
  if (perspective === undefined) throw new Error('The story has no perspective.');
  return { ...story, perspectives: [perspective, perspective] };
}
