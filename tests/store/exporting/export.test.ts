import fc from 'fast-check';
import type { StoryDraft } from '../../../src/domain/story-draft';
import { normaliseStory } from '../../../src/ingest/normalise';
import { openDatabase } from '../../../src/store/open-store';
import { removeStories } from '../../../src/store/writing/remove-stories';
import { saveStories } from '../../../src/store/writing/story-writer';
import { exportStories } from '../../../src/store/exporting/export-stories';
import type { ExportFilter, NewsStore } from '../../../src/store';
import { cast, harbourDeal, harbourStrike, riverFlood, section, storyDraft } from '../../support/cast';
import { draftsOfDifferentStories } from '../../support/generate';
import { dumpGraph } from '../../support/graph-dump';
import { emptyStore } from '../../support/raw-database';
import { describeOnEachStore } from '../../support/stores';

const NOW = '2025-06-01T00:00:00.000Z';
const stamped = (draft: StoryDraft): StoryDraft => ({ ...draft, importedAt: NOW, updatedAt: NOW });

describeOnEachStore('export', (open, place) => {
  const exported = async (store: NewsStore, filter?: ExportFilter): Promise<StoryDraft[]> => {
    const drafts: StoryDraft[] = [];
    for await (const draft of store.stories(filter)) drafts.push(draft);
    return drafts;
  };

  it('gives exactly what the documents said, ordered by slug, with the instants filled in', async () => {
    const store = await open();
    await store.save(cast.map(normaliseStory), { now: NOW });

    expect(await exported(store)).toEqual([harbourStrike, harbourDeal, riverFlood].map(stamped));
  });

  it('keeps sections in their places, unknown ones too, and a given slug', async () => {
    const store = await open();
    const draft = storyDraft({
      slug: 'given',
      sections: [
        section('OTHER', 'In brief', 'First.'),
        section('BACKGROUND', 'How we got here', 'Second.'),
        section('SUMMARY', "What's happened", 'Third.'),
        { ...section('OTHER', 'At last', 'Fourth.'), isTruncated: true },
      ],
    });
    await store.save([normaliseStory(draft)], { now: NOW });

    expect(await exported(store)).toEqual([stamped(draft)]);
  });

  it.each<[string, ExportFilter, StoryDraft[]]>([
    ['slugs', { slugs: ['the-osk-leaves-its-banks', 'nowhere'] }, [riverFlood]],
    ['topics', { topics: ['port-maren', 'osk'] }, [harbourStrike, harbourDeal, riverFlood]],
    ['outlets', { outlets: ['island-wire'] }, [harbourStrike, riverFlood]],
    ['dates', { publishedFrom: '2025-03-09T17:30:00.000Z', publishedTo: '2025-04-20T05:15:00.000Z' }, [harbourDeal]],
    ['language', { language: 'fr' }, [riverFlood]],
    ['all at once', { language: 'en', topics: ['strike'], outlets: ['island-wire'] }, [harbourStrike]],
    ['nothing that is there', { topics: [] }, []],
  ])('filters by %s', async (_name, filter, expected) => {
    const store = await open();
    await store.save(cast.map(normaliseStory), { now: NOW });

    expect(await exported(store, filter)).toEqual(expected.map(stamped));
  });

  it('comes in pages that join without a gap', async () => {
    const { database } = await openDatabase(await place.freshUrl());
    const drafts = Array.from({ length: 7 }, (_, number) => storyDraft({ title: `Story ${number}`, url: `https://briefs.example/${number}` }));
    await saveStories(database, drafts.map(normaliseStory), { now: NOW });

    const titles: string[] = [];
    for await (const { title } of exportStories(database, {}, 3)) titles.push(title);
    await database.close();

    expect(titles).toEqual(drafts.map(({ title }) => title));
  });

  it('gives every story that is there throughout once, whatever becomes of slugs and of what the filter asks for', async () => {
    // Given
    const { database } = await openDatabase(await place.freshUrl());
    const numbers = Array.from({ length: 40 }, (_, number) => number);
    const urlOf = (number: number): string => `https://briefs.example/${number}`;
    const titled = (number: number, title: string, given: Partial<StoryDraft> = {}): StoryDraft =>
      storyDraft({ title, url: urlOf(number), language: 'en', ...given });
    const save = (...drafts: StoryDraft[]) => saveStories(database, drafts.map(normaliseStory), { now: NOW });
    try {
      await save(...numbers.map((number) => titled(number, `Story ${10 + number}`)));
      // When stories move behind the cursor and ahead of it, leave the filter, come and go after the first page
      const exported: StoryDraft[] = [];
      for await (const draft of exportStories(database, { language: 'en' }, 5)) {
        if (exported.push(draft) !== 7) continue;
        await save(titled(30, 'Aaa'), titled(31, 'Aab'), titled(2, 'Zzz'), titled(8, 'Zzy'), titled(6, 'Zzx'));
        await save(titled(20, 'Story 30', { language: 'fr' }), titled(50, 'Story 10 and a half'), titled(51, 'Zz new'));
        const [gone] = await database.read<{ slug: string }>(`SELECT "slug" FROM "story" WHERE "url" = '${urlOf(25)}'`);
        await removeStories(database, [gone?.slug ?? '']);
      }
      // Then
      expect(exported.map(({ url }) => url)).toEqual(numbers.filter((number) => number !== 25).map(urlOf));
      const titles = new Map(exported.map(({ url, title }) => [url, title]));
      // As they were when they were read.
      expect([2, 8, 30].map((number) => titles.get(urlOf(number)))).toEqual(['Story 12', 'Story 18', 'Aaa']);
    } finally {
      await database.close();
    }
  });

  it('holds nothing for who stops in the middle', async () => {
    // Given
    const { database } = await openDatabase(await place.freshUrl(), { poolSize: 2 });
    await saveStories(database, cast.map(normaliseStory), { now: NOW });
    // When
    for (let count = 0; count < 3; count += 1) {
      const { value } = await exportStories(database, {}, 1).next();
      expect(value).toMatchObject({ title: harbourStrike.title });
    }
    // Then both connections are free, and the store can be closed
    expect(await saveStories(database, cast.map(normaliseStory))).toMatchObject([{ status: 'unchanged' }, {}, {}]);
    await database.close();
  });

  it('fills an empty store with the same graph', async () => {
    const [urlA, urlB] = [await place.freshUrl(), await place.freshUrl()];
    const [storeA, storeB] = [await open(urlA), await open(urlB)];
    await fc.assert(
      fc.asyncProperty(draftsOfDifferentStories, async (drafts) => {
        await Promise.all([emptyStore(urlA), emptyStore(urlB)]);
        await storeA.save(drafts.map(normaliseStory), { now: NOW });

        const documents = await exported(storeA);
        await storeB.save(documents.map(normaliseStory), { now: '2026-01-01T00:00:00.000Z' });

        expect(await dumpGraph(urlB)).toEqual(await dumpGraph(urlA));
        expect(await exported(storeB)).toEqual(documents);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 20) },
    );
  }, 600_000);
});
