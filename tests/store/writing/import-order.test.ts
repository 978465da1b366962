import fc from 'fast-check';
import type { StoryDraft } from '../../../src/domain/story-draft';
import { normaliseStory } from '../../../src/ingest/normalise';
import type { NewsStore } from '../../../src/store';
import { anyDraft, draftsOfDifferentStories } from '../../support/generate';
import { dumpGraph, type GraphDump } from '../../support/graph-dump';
import { emptyStore, queryRaw } from '../../support/raw-database';
import { findWrongTallies } from '../../support/recount';
import { describeOnEachStore } from '../../support/stores';

const NOW = '2025-06-01T00:00:00.000Z';
const RUNS = Number(process.env.PROPERTY_RUNS ?? 40);

describeOnEachStore('the order of imports', (open, place) => {
  let url: string;
  let store: NewsStore;

  beforeEach(async () => {
    url = await place.freshUrl();
    store = await open(url);
  });

  const importAll = async (drafts: readonly StoryDraft[], batchSize: number): Promise<void> => {
    for (let start = 0; start < drafts.length; start += batchSize) {
      const outcomes = await store.save(drafts.slice(start, start + batchSize).map(normaliseStory), { now: NOW });
      expect(outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
    }
  };

  const graphOf = async (drafts: readonly StoryDraft[], batchSize = drafts.length): Promise<GraphDump> => {
    await emptyStore(url);
    await importAll(drafts, batchSize);
    return dumpGraph(url);
  };

  it('does not show in the graph: shuffled, repeated, in batches of any size', async () => {
    const scenario = draftsOfDifferentStories.chain((drafts) =>
      fc.tuple(
        fc.constant(drafts),
        fc.shuffledSubarray(drafts, { minLength: drafts.length }),
        fc.array(fc.constantFrom(...drafts), { maxLength: 4 }),
        fc.integer({ min: 1, max: drafts.length + 1 }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(scenario, async ([drafts, shuffled, repetitions, batchSize]) => {
        const expected = await graphOf(drafts);
        const actual = await graphOf([...shuffled, ...repetitions], batchSize);
        expect(actual).toEqual(expected);
        expect(await findWrongTallies(url)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('does not show when stories were different before, or when others were taken down', async () => {
    const scenario = fc.tuple(draftsOfDifferentStories, fc.array(anyDraft, { maxLength: 7 }), fc.integer({ min: 1, max: 8 })).chain(
      ([drafts, earlier, batchSize]) =>
        fc.tuple(
          fc.constant(drafts),
          fc.constant(earlier),
          fc.shuffledSubarray(drafts, { minLength: drafts.length }),
          fc.constant(batchSize),
        ),
    );
    await fc.assert(
      fc.asyncProperty(scenario, async ([drafts, earlier, shuffled, batchSize]) => {
        const expected = withoutForgottenOutlets(await graphOf(drafts));
        await emptyStore(url);
        await importAll(earlier, batchSize);
        await importAll(shuffled, batchSize);
        await removeOthers(drafts);
        expect(withoutForgottenOutlets(await dumpGraph(url))).toEqual(expected);
        expect(await findWrongTallies(url)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  const removeOthers = async (drafts: readonly StoryDraft[]): Promise<void> => {
    const wanted = new Set(drafts.map((draft) => normaliseStory(draft).id));
    const stored = await queryRaw<{ id: string; slug: string }>(url, `SELECT "id", "slug" FROM "story"`);
    const others = stored.filter(({ id }) => !wanted.has(id)).map(({ slug }) => slug);
    expect(await store.remove(others)).toHaveLength(others.length);
  };
});

/** Outlets stay when no story has them any more, and what was said of them: the rest must not know. */
function withoutForgottenOutlets(dump: GraphDump): GraphDump {
  return { ...dump, outletReferences: [], outlets: dump.outlets?.filter(({ storyCount }) => storyCount !== 0) ?? [] };
}
