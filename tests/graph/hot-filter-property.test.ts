/**
 * Every filter gives what the same predicate does also where the stories of its nodes are too many to be looked up, so
 * that PostgreSQL goes through all: here any number is too many. `filter-property` holds the same of few.
 */
import fc from 'fast-check';
import { normaliseStory } from '../../src/ingest/normalise';
import { openStore, type NewsStore } from '../../src/store';
import { draftsOfDifferentStories } from '../support/generate';
import { filterSketch } from '../support/generate-filters';
import { openGraph, type Data, type TestGraph } from '../support/graphs';
import { emptyStore } from '../support/raw-database';
import { describeOnEachStore } from '../support/stores';
import { meets, type Filter, type Named } from '../support/story-predicate';
import { SECTIONS } from '../support/text-predicate';

jest.mock('../../src/store/reading/few-ties', () => ({ FEW_TIES: -1 }));

const RUNS = Number(process.env.PROPERTY_RUNS ?? 20);
const ASKED_A_STORE = 8;

const ALL = `{
  stories(first: 100) { nodes {
    id slug title language publishedAt updatedAt ${SECTIONS} topics { nodes { id slug kind } } outlets { id slug } questions { nodes { id slug } }
  } }
  topics { nodes { id slug } } outlets { nodes { id slug } } questions { nodes { id slug } }
}`;
const PAGE = `query ($filter: StoryFilter, $order: StoryOrder, $first: Int, $after: String, $last: Int, $before: String) {
  stories(filter: $filter, orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

describeOnEachStore('a story filter on hot nodes', (_open, place) => {
  let url: string;
  let store: NewsStore;
  let graph: TestGraph;
  beforeAll(async () => {
    url = await place.freshUrl();
    store = await openStore(url);
    graph = await openGraph(url);
  }, 60_000);
  afterAll(async () => {
    await graph.close();
    await store.close();
  });

  const walk = async (filter: Filter, order: string, isBackward: boolean): Promise<string[]> => {
    const walked: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: Record<string, unknown> = isBackward ? { last: 2, before: cursor } : { first: 2, after: cursor };
      const { nodes, pageInfo }: Data = (await graph.ask(PAGE, { filter, order, ...page })).stories;
      const slugs = nodes.map(({ slug }: Named) => slug);
      if (isBackward) walked.unshift(...slugs);
      else walked.push(...slugs);
      cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor;
      if (!(isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return walked;
    }
  };

  it('lets through what meets it, page by page from both ends', async () => {
    await fc.assert(
      fc.asyncProperty(draftsOfDifferentStories, fc.array(filterSketch(), { minLength: ASKED_A_STORE, maxLength: ASKED_A_STORE }), async (drafts, sketches) => {
        await emptyStore(url);
        await store.save(drafts.map(normaliseStory), { now: '2025-06-01T00:00:00.000Z' });
        const { stories, topics, outlets, questions } = await graph.ask(ALL);
        const known = { topics: topics.nodes, outlets: outlets.nodes, questions: questions.nodes };
        const shown = stories.nodes.map((story: Data) => ({ ...story, topics: story.topics.nodes, questions: story.questions.nodes }));
        for (const sketch of sketches) {
          const filter = sketch(known);
          const expected = shown.filter((story: Data) => meets(story, filter)).map(({ slug }: Named) => slug);
          const { totalCount } = (await graph.ask(PAGE, { filter, first: 1 })).stories;
          expect({ filter, totalCount }).toEqual({ filter, totalCount: expected.length });
          for (const isBackward of [false, true]) {
            expect({ filter, slugs: await walk(filter, 'NEWEST', isBackward) }).toEqual({ filter, slugs: expected });
            expect({ filter, slugs: (await walk(filter, 'RECENTLY_UPDATED', isBackward)).sort() }).toEqual({ filter, slugs: [...expected].sort() });
          }
        }
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
