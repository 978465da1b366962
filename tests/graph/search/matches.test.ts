/** What is found is what a plain reading of the texts finds, over generated stores and queries. */
import fc from 'fast-check';
import { parseSearchQuery, type SearchTerm } from '../../../src/domain/search-query';
import { wordsIn } from '../../../src/domain/words';
import { normaliseStory } from '../../../src/ingest/normalise';
import { openStore, type NewsStore } from '../../../src/store';
import { draftsOfDifferentStories } from '../../support/generate';
import { openGraph, type TestGraph } from '../../support/graphs';
import { emptyStore } from '../../support/raw-database';
import { describeOnEachStore } from '../../support/stores';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 25);

/** Every node with the texts by which it may be found. */
const ALL = `{
  stories(first: 100) { nodes { id title sections { kind heading blocks { text } } perspectives(first: 100) { nodes { id headline text } } } }
  outlets(first: 100) { nodes { id name aliases } }
  questions(first: 100) { nodes { id title intro answer { blocks { text } } } }
  topics(first: 100) { nodes { id name aliases description } }
}`;

const WORDS = ['mercury', 'MÉRCURY', 'q308', 'venus', 'planet', '水星', '星', 'c', 'why', 'now', 'なぜ', 'globe', 'the', 'courier', 'update', 'лента', 'summary', 'say', '0', '1', '2', 'headline', 'absent'];
const word = fc.constantFrom(...WORDS);
const term = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`) },
  { weight: 1, arbitrary: word.map((text) => `${text.slice(0, 3)}*`) },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `"${a} ${b.slice(0, 2)}"*`) },
  { weight: 1, arbitrary: word.map((text) => `-${text}`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);
const queries = fc.array(fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => terms.join(' ')), { minLength: 10, maxLength: 10 });

interface Document {
  id: string;
  texts: string[];
}

function finds(text: string, { texts }: Document): boolean {
  const { terms, excluded } = parseSearchQuery(text);
  const lines = texts.map((each) => ` ${wordsIn(each).map(({ word: one }) => one).join(' ')} `);
  const has = ({ words, isPrefix }: SearchTerm): boolean =>
    lines.some((line) => line.includes(` ${words.join(' ')}${isPrefix ? '' : ' '}`));
  return terms.length > 0 && terms.every(has) && !excluded.some(has);
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
      ...stories.nodes.map(({ id, title, sections }: never) => ({
        id,
        texts: texts(title, ...(sections as { kind: string; heading: string; blocks: { text: string }[] }[]).map((section) => [...(section.kind === 'OTHER' ? [section.heading] : []), ...blocks(section.blocks)])),
      })),
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
          expect({ query, found }).toEqual({ query, found: all.filter((document) => finds(query, document)).map(({ id }) => id).sort() });
          expect(search.totalCount).toBe(found.length);
        }
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('is found by each page once, whatever the size of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(draftsOfDifferentStories, word, fc.integer({ min: 1, max: 5 }), async (drafts, query, first) => {
        await emptyStore(url);
        await store.save(drafts.map(normaliseStory), { now: '2025-06-01T00:00:00.000Z' });
        const whole = (await graph.ask('query ($query: String!) { search(query: $query, first: 100) { edges { cursor score } } }', { query })).search.edges;
        const paged: unknown[] = [];
        for (let after: string | null = null; ; ) {
          const { search } = await graph.ask(
            'query ($query: String!, $first: Int, $after: String) { search(query: $query, first: $first, after: $after) { edges { cursor score } pageInfo { hasNextPage endCursor } } }',
            { query, first, after },
          );
          paged.push(...search.edges);
          if (!search.pageInfo.hasNextPage) break;
          after = search.pageInfo.endCursor;
        }
        expect(paged).toEqual(whole);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
