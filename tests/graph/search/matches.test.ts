/** What is found is what a plain reading of the texts finds, over generated stores and queries. */
import fc from 'fast-check';
import { normaliseStory } from '../../../src/ingest/normalise';
import { openStore, type NewsStore } from '../../../src/store';
import { draftsOfDifferentStories } from '../../support/generate';
import { searchText } from '../../support/generate-queries';
import { openGraph, type Data, type TestGraph } from '../../support/graphs';
import { emptyStore } from '../../support/raw-database';
import { describeOnEachStore } from '../../support/stores';
import { isFoundIn, SECTIONS, textsOfStory, type ShownSection } from '../../support/text-predicate';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 25);

/** Every node with the texts by which it may be found. */
const ALL = `{
  stories(first: 100) { nodes { id title ${SECTIONS} perspectives(first: 100) { nodes { id headline text } } } }
  outlets(first: 100) { nodes { id name aliases } }
  questions(first: 100) { nodes { id title intro answer { blocks { text } } } }
  topics(first: 100) { nodes { id name aliases description } }
}`;

const PAGE = `query ($query: String!, $first: Int, $after: String, $last: Int, $before: String) {
  search(query: $query, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor score } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const queries = fc.array(searchText, { minLength: 10, maxLength: 10 });

interface Document {
  id: string;
  texts: string[];
}

describeOnEachStore('what is found', (_open, place) => {
  let url: string;
  let graph: TestGraph;
  let store: NewsStore;
  beforeAll(async () => {
    url = await place.freshUrl();
    graph = await openGraph(url);
    store = await openStore(url);
  });
  afterAll(async () => {
    await graph.close();
    await store.close();
  });

  const documents = async (): Promise<Document[]> => {
    const { stories, outlets, questions, topics } = await graph.ask(ALL);
    const texts = (...given: unknown[]): string[] => given.flat().filter((text) => typeof text === 'string');
    const blocks = (given: { text: string }[]): string[] => given.map(({ text }) => text);
    return [
      ...stories.nodes.map(({ id, ...story }: { id: string; title: string; sections: ShownSection[] }) => ({ id, texts: textsOfStory(story) })),
      ...stories.nodes.flatMap(({ perspectives }: { perspectives: { nodes: { id: string; headline: string | null; text: string }[] } }) =>
        perspectives.nodes.map(({ id, headline, text }) => ({ id, texts: texts(headline, text) })),
      ),
      ...outlets.nodes.map(({ id, name, aliases }: { id: string; name: string; aliases: string[] }) => ({ id, texts: texts(name, aliases) })),
      ...questions.nodes.map(({ id, title, intro, answer }: { id: string; title: string; intro: string | null; answer: { blocks: { text: string }[] } | null }) => ({ id, texts: texts(title, intro, blocks(answer?.blocks ?? [])) })),
      ...topics.nodes.map(({ id, name, aliases, description }: { id: string; name: string; aliases: string[]; description: string | null }) => ({ id, texts: texts(name, aliases, description) })),
    ];
  };

  it('is what the texts have, no more and no less', async () => {
    await fc.assert(
      fc.asyncProperty(draftsOfDifferentStories, queries, async (drafts, asked) => {
        await emptyStore(url);
        await store.save(drafts.map(normaliseStory), { now: '2025-06-01T00:00:00.000Z' });
        const all = await documents();
        for (const query of asked) {
          const { search } = await graph.ask('query ($query: String!) { search(query: $query, first: 100) { totalCount nodes { id } } }', { query });
          const found = search.nodes.map(({ id }: { id: string }) => id).sort();
          expect({ query, found }).toEqual({ query, found: all.filter((document) => isFoundIn(document.texts, query)).map(({ id }) => id).sort() });
          expect(search.totalCount).toBe(found.length);
        }
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('is found by each page once, forwards and backwards, whatever the size of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(draftsOfDifferentStories, queries, fc.integer({ min: 1, max: 5 }), async (drafts, asked, size) => {
        await emptyStore(url);
        await store.save(drafts.map(normaliseStory), { now: '2025-06-01T00:00:00.000Z' });
        for (const query of asked) {
          const whole = (await graph.ask(PAGE, { query, first: 100 })).search.edges;
          expect({ query, edges: await walk(query, size, 'forwards') }).toEqual({ query, edges: whole });
          expect({ query, edges: await walk(query, size, 'backwards') }).toEqual({ query, edges: whole });
        }
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  const walk = async (query: string, size: number, way: 'forwards' | 'backwards'): Promise<Data[]> => {
    const walked: Data[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: Record<string, unknown> = way === 'forwards' ? { first: size, after: cursor } : { last: size, before: cursor };
      const { edges, pageInfo } = (await graph.ask(PAGE, { query, ...page })).search;
      if (way === 'forwards') walked.push(...edges);
      else walked.unshift(...edges);
      cursor = way === 'forwards' ? pageInfo.endCursor : pageInfo.startCursor;
      if (!(way === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return walked;
    }
  };
});
