/** Every filter, however composed, gives what the same predicate gives in plain TypeScript: on all stories and on nested lists. */
import fc from 'fast-check';
import { buildGraphSchema, createExecutor, RequestContext } from '../../src/graph';
import type { StoryDraft } from '../../src/domain/story-draft';
import { normaliseStory } from '../../src/ingest/normalise';
import type { NewsStore } from '../../src/store';
import { draftsOfDifferentStories } from '../support/generate';
import { facetsOf, type Facets } from '../support/facet-counts';
import { filterSketch, type FilterSketch, type KnownNodes } from '../support/generate-filters';
import { searchText } from '../support/generate-queries';
import type { Data } from '../support/graphs';
import { emptyStore } from '../support/raw-database';
import { meets, type Filter, type Named, type ShownStory } from '../support/story-predicate';
import { describeOnEachStore } from '../support/stores';
import { isFoundIn, SECTIONS, textsOfStory } from '../support/text-predicate';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 40);
const ASKED_A_STORE = 8;

const ALL = `{
  stories(first: 100) { nodes {
    id slug title language publishedAt updatedAt ${SECTIONS} topics { nodes { id slug kind } } outlets { id slug } questions { nodes { id slug } }
    perspectives(first: 100) { nodes { id headline text } }
  } }
  topics { nodes { id slug } } outlets { nodes { id slug } } questions { nodes { id slug } }
}`;
const FOUND = `query ($filter: StoryFilter) {
  stories(filter: $filter) { totalCount nodes { slug } }
  topics { nodes { slug stories(filter: $filter) { totalCount nodes { slug } } } }
  outlets { nodes { slug stories(filter: $filter) { totalCount nodes { slug } } } }
  questions { nodes { slug stories(filter: $filter) { totalCount nodes { slug } } } }
}`;
const FACETS = 'facets(first: 100) { topics { node { slug } count } outlets { node { slug } count } kinds { value count } languages { value count } months { value count } }';
const COUNTED = `query ($filter: StoryFilter) {
  stories(filter: $filter) { ${FACETS} }
  topics { nodes { slug stories(filter: $filter) { ${FACETS} } } }
  outlets { nodes { slug stories(filter: $filter) { ${FACETS} } } }
  questions { nodes { slug stories(filter: $filter) { ${FACETS} } } }
}`;
const SEARCHED = `query ($query: String!, $filter: StoryFilter) {
  search(query: $query, types: [STORY, PERSPECTIVE], filter: $filter, first: 100) { totalCount nodes { id } }
  ofStories: search(query: $query, types: [STORY], filter: $filter) { ${FACETS} }
}`;
const SEARCH_PAGE = `query ($query: String!, $filter: StoryFilter, $first: Int, $after: String, $last: Int, $before: String) {
  search(query: $query, types: [STORY, PERSPECTIVE], filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const PAGES = `query ($filter: StoryFilter, $order: StoryOrder, $after: String, $before: String) {
  forwards: stories(filter: $filter, orderBy: $order, first: 2, after: $after) { nodes { slug } pageInfo { hasNextPage endCursor } }
  backwards: stories(filter: $filter, orderBy: $order, last: 2, before: $before) { nodes { slug } pageInfo { hasPreviousPage startCursor } }
}`;

const executor = createExecutor(buildGraphSchema());

type StoryWithPerspectives = ShownStory & { perspectives: { id: string; headline: string | null; text: string }[] };

interface Shown extends KnownNodes {
  stories: StoryWithPerspectives[];
}

describeOnEachStore('a story filter', (open, place) => {
  let url: string;
  let store: NewsStore;
  beforeEach(async () => {
    url = await place.freshUrl();
    store = await open(url);
  });

  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const { data, errors = [] } = await executor.execute({ query, variables }, new RequestContext(store.reader));
    const given = JSON.stringify(variables);
    expect({ given, errors: errors.map(({ message }) => message) }).toEqual({ given, errors: [] });
    // Answers have no prototypes; expectations are plain objects.
    return JSON.parse(JSON.stringify(data));
  };

  /** Puts these stories alone into the store, in two imports of different days. */
  const show = async (drafts: readonly StoryDraft[]): Promise<Shown> => {
    await emptyStore(url);
    const middle = Math.ceil(drafts.length / 2);
    await store.save(drafts.slice(0, middle).map(normaliseStory), { now: '2025-06-01T00:00:00.000Z' });
    await store.save(drafts.slice(middle).map(normaliseStory), { now: '2025-06-02T00:00:00.000Z' });
    const { stories, topics, outlets, questions } = await ask(ALL);
    return {
      stories: stories.nodes.map((story: Data) => ({ ...story, topics: story.topics.nodes, questions: story.questions.nodes, perspectives: story.perspectives.nodes })),
      topics: topics.nodes,
      outlets: outlets.nodes,
      questions: questions.nodes,
    };
  };

  const holdForEach = <Asked>(sketched: fc.Arbitrary<(known: KnownNodes) => Asked>, check: (asked: Asked, shown: Shown) => Promise<void>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(draftsOfDifferentStories, fc.array(sketched, { minLength: ASKED_A_STORE, maxLength: ASKED_A_STORE }), async (drafts, sketches) => {
        const shown = await show(drafts);
        for (const sketch of sketches) await check(sketch(shown), shown);
      }),
      { numRuns: RUNS },
    );

  it('lets through what meets it, wherever it is given', async () => {
    await holdForEach(filterSketch(), async (filter, { stories, ...nodes }) => {
      const found = await ask(FOUND, { filter });
      const expected = stories.filter((story) => meets(story, filter));
      expect(slugsIn(found.stories)).toEqual(slugsOf(expected));
      for (const noun of ['topics', 'outlets', 'questions'] as const) {
        const ofParents = found[noun].nodes.map(({ slug, stories: under }: Data) => ({ slug, ...slugsIn(under) }));
        const wanted = nodes[noun].map(({ slug }) => ({ slug, ...slugsOf(expected.filter((story) => story[noun].some((node) => node.slug === slug))) }));
        expect(ofParents).toEqual(wanted);
      }
    });
  }, 600_000);

  it('has the facets of what it lets through, each without its own condition', async () => {
    await holdForEach(fc.oneof(filterSketch(1), fc.constant(() => ({}))), async (filter, { stories, ...nodes }) => {
      const found = await ask(COUNTED, { filter });
      expect(shownFacets(found.stories)).toEqual(facetsOf(stories, filter, nodes.topics, nodes.outlets));
      for (const noun of ['topics', 'outlets', 'questions'] as const) {
        for (const { slug, stories: under } of found[noun].nodes) {
          const ofParent = stories.filter((story) => story[noun].some((node) => node.slug === slug));
          expect({ slug, ...shownFacets(under) }).toEqual({ slug, ...facetsOf(ofParent, filter, nodes.topics, nodes.outlets) });
        }
      }
    });
  }, 600_000);

  it('narrows a search, and its facets', async () => {
    await holdForEach(searches, async ({ filter, query }, { stories, topics, outlets }) => {
      const { search, ofStories } = await ask(SEARCHED, { query, filter });
      const expected = idsFound(stories, filter, query);
      const ids = search.nodes.map(({ id }: Named) => id);
      expect({ query, filter, ids: ids.sort() }).toEqual({ query, filter, ids: expected.sort() });
      expect(search.totalCount).toBe(expected.length);
      const among = stories.filter((story) => isFoundIn(textsOfStory(story), query));
      expect(shownFacets(ofStories)).toEqual(facetsOf(among, filter, topics, outlets));
    });
  }, 600_000);

  it('is searched through with each result once, forwards and backwards, whatever the size of the pages', async () => {
    await holdForEach(searches, async ({ filter, query, size }, { stories }) => {
      const expected = idsFound(stories, filter, query);
      const forwards = await walkSearch({ query, filter }, size, 'forwards');
      expect({ query, filter, ids: [...forwards].sort() }).toEqual({ query, filter, ids: expected.sort() });
      expect(await walkSearch({ query, filter }, size, 'backwards')).toEqual(forwards);
    });
  }, 600_000);

  it('parts all stories in two with its negation', async () => {
    await holdForEach(filterSketch(2), async (filter, { stories }) => {
      const { stories: within } = await ask(FOUND, { filter });
      const { stories: without } = await ask(FOUND, { filter: { not: filter } });
      expect([...within.nodes, ...without.nodes].map(({ slug }) => slug).sort()).toEqual(stories.map(({ slug }) => slug).sort());
    });
  }, 600_000);

  it('is paged through with each story once, forwards and backwards', async () => {
    await holdForEach(filterSketch(1), async (filter, { stories }) => {
      const expected = stories.filter((story) => meets(story, filter)).map(({ slug }) => slug);
      for (const order of ['NEWEST', 'OLDEST', 'RECENTLY_UPDATED']) {
        const [forwards, backwards] = [await walk(filter, order, 'forwards'), await walk(filter, order, 'backwards')];
        expect(backwards).toEqual(forwards);
        expect([...forwards].sort()).toEqual([...expected].sort());
        if (order === 'NEWEST') expect(forwards).toEqual(expected);
      }
    });
  }, 600_000);

  const walkSearch = async (asked: { query: string; filter: Filter }, size: number, way: 'forwards' | 'backwards'): Promise<string[]> => {
    const walked: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: Record<string, unknown> = way === 'forwards' ? { first: size, after: cursor } : { last: size, before: cursor };
      const { nodes, pageInfo } = (await ask(SEARCH_PAGE, { ...asked, ...page })).search;
      const ids = nodes.map(({ id }: Named) => id);
      if (way === 'forwards') walked.push(...ids);
      else walked.unshift(...ids);
      cursor = way === 'forwards' ? pageInfo.endCursor : pageInfo.startCursor;
      if (!(way === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return walked;
    }
  };

  const walk = async (filter: Filter, order: string, way: 'forwards' | 'backwards'): Promise<string[]> => {
    const walked: string[] = [];
    let cursor: string | null = null;
    for (;;) {
      const answer: Data = await ask(PAGES, { filter, order, [way === 'forwards' ? 'after' : 'before']: cursor });
      const { nodes, pageInfo } = answer[way];
      const page = nodes.map(({ slug }: Named) => slug);
      if (way === 'forwards') walked.push(...page);
      else walked.unshift(...page);
      cursor = way === 'forwards' ? pageInfo.endCursor : pageInfo.startCursor;
      if (!(way === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return walked;
    }
  };
});

/** A search for any words that a filter narrows, or none does much. */
const searches = fc
  .tuple(searchText, fc.oneof(filterSketch(1), fc.constant<FilterSketch>(() => ({}))), fc.integer({ min: 1, max: 5 }))
  .map(([query, sketch, size]) => (known: KnownNodes) => ({ query, filter: sketch(known), size }));

/** Stories that have the words and meet the filter, and perspectives that have the words, of stories that meet it. */
function idsFound(stories: readonly StoryWithPerspectives[], filter: Filter, query: string): string[] {
  return stories
    .filter((story) => meets(story, filter))
    .flatMap((story) => [
      ...(isFoundIn(textsOfStory(story), query) ? [story.id] : []),
      ...story.perspectives.filter(({ headline, text }) => isFoundIn([headline, text], query)).map(({ id }) => id),
    ]);
}

/** Nodes by their slugs. */
function shownFacets({ facets }: Data): Facets {
  const named = (members: Data[]) => members.map(({ node, count }) => ({ slug: node.slug, count }));
  return { ...facets, topics: named(facets.topics), outlets: named(facets.outlets) };
}

function slugsIn({ totalCount, nodes }: { totalCount: number; nodes: Named[] }): { totalCount: number; slugs: string[] } {
  return { totalCount, slugs: nodes.map(({ slug }) => slug) };
}

/** The stories are those of `ALL`, newest first, as every list of stories is that is not ordered otherwise. */
function slugsOf(stories: readonly ShownStory[]): { totalCount: number; slugs: string[] } {
  return { totalCount: stories.length, slugs: stories.map(({ slug }) => slug) };
}
