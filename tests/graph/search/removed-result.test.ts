/** A cursor stays right when the result that it was made of is gone, also beyond the results that are ranked. */
import { normaliseStory } from '../../../src/ingest/normalise';
import { openStore, type NewsStore } from '../../../src/store';
import { describeOnEachStore } from '../../support/stores';
import { openGraph, type TestGraph } from '../../support/graphs';
import { storyDraft } from '../../support/cast';

const RANKED = 1_000;
const STORIES = RANKED + 30;
const drafts = Array.from({ length: STORIES }, (_, number) =>
  storyDraft({ slug: `tide-${number}`, title: `Story ${number}`, summary: `The tides of ${number}.`, perspectives: [], questions: [], topics: [] }),
);

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String) {
  search(query: "tides", first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { ... on Story { slug } } } pageInfo { hasNextPage hasPreviousPage }
  }
}`;

interface Edge {
  cursor: string;
  node: { slug: string };
}

describeOnEachStore('the cursor of a result that is gone', (_open, place) => {
  let store: NewsStore;
  let graph: TestGraph;
  beforeEach(async () => {
    const url = await place.freshUrl();
    store = await openStore(url);
    await store.save(drafts.map(normaliseStory), { now: '2025-06-01T00:00:00.000Z' });
    graph = await openGraph(url);
  }, 120_000);
  afterEach(async () => {
    await graph.close();
    await store.close();
  });

  const slugs = (edges: readonly Edge[]): string[] => edges.map(({ node }) => node.slug);

  it.each([
    ['among the ranked', 500],
    ['beyond them', RANKED + 10],
  ])('leads on to the results beside it, %s', async (_where, place) => {
    // Given
    const all: Edge[] = [];
    for (let after: string | undefined; all.length < STORIES; after = all.at(-1)?.cursor) {
      all.push(...(await graph.ask(PAGE, { first: 100, after })).search.edges);
    }
    const cursor = all[place]?.cursor;
    // When
    await store.remove([all[place]?.node.slug ?? '']);
    // Then
    const { search: next } = await graph.ask(PAGE, { first: 5, after: cursor });
    expect(slugs(next.edges)).toEqual(slugs(all.slice(place + 1, place + 6)));
    expect(next.pageInfo.hasNextPage).toBe(true);
    const { search: before } = await graph.ask(PAGE, { last: 5, before: cursor });
    expect(slugs(before.edges)).toEqual(slugs(all.slice(place - 5, place)));
    expect(before.pageInfo.hasPreviousPage).toBe(true);
  }, 60_000);
});
