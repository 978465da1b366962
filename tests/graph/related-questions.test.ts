/** Related questions against the same scores in plain TypeScript, over generated stores small enough for all to be candidates. */
import fc from 'fast-check';
import type { StoryDraft } from '../../src/domain/story-draft';
import { titleWords } from '../../src/domain/title-words';
import { documentOf } from '../../src/ingest/formats/story-document';
import { questionDraft, storyDraft, topicDraft } from '../support/cast';
import { openGraph, type TestGraph } from '../support/graphs';
import { emptyStore } from '../support/raw-database';
import { describeOnEachStore } from '../support/stores';

/** Made up; "what" and "will" are of most. */
const TITLES = ['What is a ferry?', 'What will the ferry cost?', 'Will the strike end?', 'What is the strike about?', 'Ferry?', 'Is it so?', 'What of the Fähre, and what of the vote?'];
const TOPICS = ['Alder', 'Brack', 'Corvo', 'Dunmore'];

const generated = fc.array(
  fc.record({
    questions: fc.subarray(TITLES, { maxLength: 4 }),
    topics: fc.subarray(TOPICS),
    hours: fc.integer({ min: 0, max: 20 }),
  }),
  { minLength: 1, maxLength: 10 },
);
type Generated = typeof generated extends fc.Arbitrary<(infer Each)[]> ? Each : never;

function draftOf({ questions, topics, hours }: Generated, place: number): StoryDraft {
  return storyDraft({
    slug: `story-${place}`,
    title: `Story ${place}`,
    summary: `Story ${place}.`,
    publishedAt: new Date(Date.UTC(2026, 0, 1, hours)).toISOString(),
    questions: questions.map((title) => questionDraft(title)),
    topics: topics.map((name) => topicDraft(name)),
  });
}

const shared = (a: readonly string[], b: readonly string[]) => a.filter((each) => b.includes(each));
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What the list of one question should be. */
function expected(stories: readonly Generated[], own: string) {
  const of = (title: string) => stories.filter(({ questions }) => questions.includes(title));
  // Most of the question's stories first, then by name: how its topics are listed.
  const topicsOf = (title: string) => {
    const count = (topic: string) => of(title).filter(({ topics }) => topics.includes(topic)).length;
    return TOPICS.filter((topic) => count(topic) > 0).sort((a, b) => count(b) - count(a) || compare(a, b));
  };
  const storiesWith = (topic: string) => stories.filter(({ topics }) => topics.includes(topic)).length;
  const looked = TITLES.map((title) => ({
    title,
    both: of(own).filter((story) => story.questions.includes(title)).length,
    topics: shared(topicsOf(own), topicsOf(title)),
    words: shared(titleWords(own), titleWords(title)).sort(compare),
  })).filter(({ title, both, topics }) => title !== own && both + topics.length > 0);
  const having = (word: string) => looked.filter(({ words }) => words.includes(word)).length;
  const counts = (word: string) => having(word) <= 2 || having(word) * 4 <= looked.length;
  return looked
    .map(({ title, both, topics, words }) => {
      const parts = {
        stories: Math.floor((500 * both) / of(own).length),
        topics: sum(topics.map((topic) => Math.floor(20_000 / (18 + storiesWith(topic))))),
        title: sum(words.filter(counts).map((word) => Math.floor(10_000 / (18 + having(word))))),
      };
      return {
        node: { title },
        score: { total: parts.stories + parts.topics + parts.title, ...parts },
        sharedStories: both,
        sharedTopics: topics.map((name) => ({ name })),
        sharedTitleWords: words,
      };
    })
    .sort((a, b) => b.score.total - a.score.total || compare(a.node.title.toLowerCase(), b.node.title.toLowerCase()));
}

const ALL = `{ questions(first: 20) { nodes { title related(first: 20) { totalCount edges {
  node { title } score { total stories topics title } sharedStories sharedTopics { name } sharedTitleWords
} } } } }`;
const PAGE = `query ($slug: String!, $first: Int, $after: String, $last: Int, $before: String) { question(by: { slug: $slug }) {
  related(first: $first, after: $after, last: $last, before: $before) { nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
} }`;

const documents = (stories: readonly Generated[]) => stories.map((story, place) => documentOf(draftOf(story, place)));

describeOnEachStore('related questions', (_open, place) => {
  let graph: TestGraph;
  let url: string;
  beforeAll(async () => {
    url = await place.freshUrl();
    graph = await openGraph(url);
  });
  afterAll(() => graph.close());

  const fill = async (stories: readonly Generated[]) => {
    await emptyStore(url);
    await graph.add(...documents(stories));
  };

  it('are scored and ordered as plain TypeScript does', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (stories) => {
        await fill(stories);
        const { questions: found } = await graph.ask(ALL);
        for (const { title, related } of found.nodes) {
          const wanted = expected(stories, title);
          expect({ title, ...related }).toEqual({ title, totalCount: wanted.length, edges: wanted });
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('are each met once by whoever pages through them, forwards and backwards', async () => {
    // Equal scores, so that only names tell them apart.
    const questions = Array.from({ length: 8 }, (_, index) => `Q${index}?`);
    await fill([{ questions, topics: ['Alder'], hours: 0 }]);
    const wanted = questions.slice(1).map((_, index) => `q${index + 1}`);
    const walk = async (size: object, cursorOf: (info: { startCursor: string; endCursor: string }) => object, more: 'hasNextPage' | 'hasPreviousPage') => {
      const pages: string[][] = [];
      let where: object = {};
      for (;;) {
        const { question } = await graph.ask(PAGE, { slug: 'q0', ...size, ...where });
        pages.push(question.related.nodes.map(({ slug }: { slug: string }) => slug));
        if (question.related.pageInfo[more] !== true) return pages;
        where = cursorOf(question.related.pageInfo);
      }
    };
    expect((await walk({ first: 3 }, ({ endCursor }) => ({ after: endCursor }), 'hasNextPage')).flat()).toEqual(wanted);
    expect((await walk({ last: 4 }, ({ startCursor }) => ({ before: startCursor }), 'hasPreviousPage')).reverse().flat()).toEqual(wanted);
  });
});

/** A topic of 120 stories with a question each; made up. */
describeOnEachStore('related questions of a hot topic', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => {
    const hot = Array.from({ length: 120 }, (_, hours) => ({ questions: [`Question ${hours}?`], topics: hours === 0 || hours === 119 ? ['Alder', 'Brack'] : ['Alder'], hours }));
    // Ten questions, of which a related story's first eight are looked at; those of its own stories are all.
    const many = Array.from({ length: 10 }, (_, index) => `Many ${index}?`);
    graph = await openGraph(await place.freshUrl(), documents([...hot, { questions: many, topics: ['Corvo'], hours: 0 }, { questions: ['Few?'], topics: ['Corvo'], hours: 1 }]));
  }, 120_000);
  afterAll(() => graph.close());

  const related = async (slug: string) =>
    (await graph.ask('query ($slug: String!) { question(by: { slug: $slug }) { related(first: 100) { totalCount nodes { slug } } } }', { slug })).question.related;

  it('are those of the stories beside its newest in time, or under a rarer topic', async () => {
    const { totalCount, nodes } = await related('question-0');

    // 15 after it under Alder, and the one under Brack.
    expect(totalCount).toBe(16);
    expect(nodes[0]).toEqual({ slug: 'question-119' });
    expect(nodes.map(({ slug }: { slug: string }) => slug)).toContain('question-15');
    expect(nodes.map(({ slug }: { slug: string }) => slug)).not.toContain('question-16');
  });

  it('are on either side in time where there are stories', async () => {
    // 14 before it, as the first place is its own story's, and 15 after it.
    expect((await related('question-60')).totalCount).toBe(29);
  });

  it('are the first eight of a story that it is not on, and all of one that it is on', async () => {
    expect((await related('few')).nodes).toEqual(Array.from({ length: 8 }, (_, index) => ({ slug: `many-${index}` })));
    expect((await related('many-0')).totalCount).toBe(10);
  });
});

/** Questions with more stories and topics than count; made up. */
describeOnEachStore('related questions of a question with many stories', (_open, place) => {
  it('rest on its newest 25 stories and its first 12 topics', async () => {
    const stories = Array.from({ length: 26 }, (_, hours) => ({
      questions: hours === 0 ? ['Own?', 'Oldest?'] : hours === 25 ? ['Own?', 'Newest?'] : ['Own?'],
      topics: hours === 25 ? Array.from({ length: 13 }, (_topic, index) => `T${String(index).padStart(2, '0')}`) : [],
      hours,
    }));
    const last = { questions: ['Twelfth?'], topics: ['T11'], hours: 26 };
    const beyond = { questions: ['Thirteenth?'], topics: ['T12'], hours: 26 };
    const graph = await openGraph(await place.freshUrl(), documents([...stories, last, beyond]));
    const { question } = await graph.ask('{ question(by: { slug: "own" }) { related { edges { node { title } sharedStories score { stories } sharedTopics { name } } } } }');
    await graph.close();
    expect(question.related.edges).toEqual([
      { node: { title: 'Newest?' }, sharedStories: 1, score: { stories: 20 }, sharedTopics: Array.from({ length: 12 }, (_, index) => ({ name: `T${String(index).padStart(2, '0')}` })) },
      { node: { title: 'Twelfth?' }, sharedStories: 0, score: { stories: 0 }, sharedTopics: [{ name: 'T11' }] },
    ]);
  }, 120_000);
});
