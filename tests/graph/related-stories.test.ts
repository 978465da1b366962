/** Related stories against the same scores in plain TypeScript, over generated stores small enough for all to be candidates. */
import fc from 'fast-check';
import type { StoryDraft } from '../../src/domain/story-draft';
import { titleWords } from '../../src/domain/title-words';
import { normaliseStory } from '../../src/ingest/normalise';
import { outletDraft, perspectiveDraft, storyDraft, topicDraft } from '../support/cast';
import { openGraph, type TestGraph } from '../support/graphs';
import { emptyStore } from '../support/raw-database';
import { describeOnEachStore } from '../support/stores';
import { documentOf } from '../../src/ingest/formats/story-document';

const WORDS = ['ferry', 'strike', 'harbour', 'budget', 'vote', 'flood'];
const generated = fc.array(
  fc.record({
    words: fc.subarray(WORDS),
    topics: fc.subarray(['Alder', 'Brack', 'Corvo', 'Dunmore']),
    outlets: fc.subarray(['Globe', 'Wire', 'Post']),
    hours: fc.integer({ min: 0, max: 200 }),
  }),
  { minLength: 2, maxLength: 12 },
);
type Generated = typeof generated extends fc.Arbitrary<(infer Each)[]> ? Each : never;

const FIRST = Date.UTC(2026, 0, 1);

function draftOf({ words, topics, outlets, hours }: Generated, place: number): StoryDraft {
  return storyDraft({
    slug: `story-${place}`,
    title: words.join(' ') || 'An',
    summary: `Story ${place}.`,
    publishedAt: new Date(FIRST + hours * 3_600_000).toISOString(),
    perspectives: outlets.map((name) => perspectiveDraft(`Said by ${name}.`, [outletDraft(name)])),
    topics: topics.map((name) => topicDraft(name)),
  });
}

const shared = (a: readonly string[], b: readonly string[]) => a.filter((each) => b.includes(each));

/** What the list of one story should be. */
function expected(stories: readonly Generated[], own: number) {
  const ids = stories.map((story, place) => normaliseStory(draftOf(story, place)).id);
  const having = (kind: 'topics' | 'words', value: string) => stories.filter((story) => story[kind].includes(value)).length;
  const parent = stories[own];
  if (parent === undefined) throw new Error('no such story');
  const words = titleWords(parent.words.join(' ')).filter((word) => having('words', word) <= 2 || having('words', word) * 10 < stories.length);
  return stories
    .map((story, place) => {
      const topics = shared(parent.topics, story.topics);
      const title = shared(words, story.words);
      const both = shared(parent.outlets, story.outlets).length;
      const either = parent.outlets.length + story.outlets.length - both;
      const parts = {
        topics: topics.reduce((sum, topic) => sum + Math.floor(20_000 / (18 + having('topics', topic))), 0),
        outlets: both === 0 ? 0 : Math.floor((200 * both) / either),
        time: Math.floor(7_200 / (24 + Math.abs(parent.hours - story.hours))),
        title: title.reduce((sum, word) => sum + Math.floor(10_000 / (18 + having('words', word))), 0),
      };
      const total = parts.topics + parts.outlets + parts.time + parts.title;
      return { place, isRelated: place !== own && topics.length + title.length > 0, hours: story.hours, id: ids[place] ?? '', score: { total, ...parts } };
    })
    .filter(({ isRelated }) => isRelated)
    .sort((a, b) => b.score.total - a.score.total || b.hours - a.hours || (a.id < b.id ? 1 : -1))
    .map(({ place, score }) => ({ node: { slug: `story-${place}` }, score }));
}

const ALL = '{ stories(first: 20) { nodes { slug related(first: 20) { totalCount edges { node { slug } score { total topics outlets time title } } } } } }';
const PAGE = `query ($slug: String!, $first: Int, $after: String, $last: Int, $before: String) { story(by: { slug: $slug }) {
  related(first: $first, after: $after, last: $last, before: $before) { nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
} }`;

describeOnEachStore('related stories', (_open, place) => {
  let graph: TestGraph;
  let url: string;
  beforeAll(async () => {
    url = await place.freshUrl();
    graph = await openGraph(url);
  });
  afterAll(() => graph.close());

  const fill = async (stories: readonly Generated[]) => {
    await emptyStore(url);
    await graph.add(...stories.map((story, index) => documentOf(draftOf(story, index))));
  };

  it('are scored and ordered as plain TypeScript does', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (stories) => {
        await fill(stories);
        const { stories: found } = await graph.ask(ALL);
        for (const { slug, related } of found.nodes) {
          const wanted = expected(stories, Number(slug.slice('story-'.length)));
          expect({ slug, ...related }).toEqual({ slug, totalCount: wanted.length, edges: wanted });
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('are each met once by whoever pages through them, forwards and backwards', async () => {
    const topics = ['Alder', 'Brack'];
    const stories = Array.from({ length: 11 }, (_, index) => ({ words: WORDS.slice(0, 1), topics, outlets: ['Globe'], hours: index % 3 }));
    await fill(stories);
    const wanted = expected(stories, 0).map(({ node }) => node.slug);
    const walk = async (size: object, cursorOf: (info: { startCursor: string; endCursor: string }) => object, more: 'hasNextPage' | 'hasPreviousPage') => {
      const pages: string[][] = [];
      let where: object = {};
      for (;;) {
        const { story } = await graph.ask(PAGE, { slug: 'story-0', ...size, ...where });
        pages.push(story.related.nodes.map(({ slug }: { slug: string }) => slug));
        if (story.related.pageInfo[more] !== true) return pages;
        where = cursorOf(story.related.pageInfo);
      }
    };
    expect((await walk({ first: 3 }, ({ endCursor }) => ({ after: endCursor }), 'hasNextPage')).flat()).toEqual(wanted);
    expect((await walk({ last: 4 }, ({ startCursor }) => ({ before: startCursor }), 'hasPreviousPage')).reverse().flat()).toEqual(wanted);
  });
});

/** A topic of 400 stories, one of which shares a second topic with the oldest; made up. */
describeOnEachStore('related stories of a hot topic', (_open, place) => {
  it('are at most 100, of those beside the story in time or under a rarer topic', async () => {
    const stories = Array.from({ length: 400 }, (_, index) => ({ words: [], topics: index === 0 || index === 399 ? ['Alder', 'Brack'] : ['Alder'], outlets: [], hours: index }));
    const graph = await openGraph(await place.freshUrl(), stories.map((story, index) => documentOf(draftOf(story, index))));
    const { story } = await graph.ask('{ story(by: { slug: "story-0" }) { related(first: 2) { totalCount nodes { slug } } } }');
    await graph.close();
    // 25 beside it under Alder, and the one under Brack.
    expect(story.related).toEqual({ totalCount: 26, nodes: [{ slug: 'story-399' }, { slug: 'story-1' }] });
  }, 120_000);
});
