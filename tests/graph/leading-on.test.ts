/** From an outlet, a topic or a story to what leads on: overlap, volume, timeline, trends, comparison. */
import { openGraph, type TestGraph } from '../support/graphs';
import { harbour } from '../support/harbour';
import { describeOnEachStore } from '../support/stores';

describeOnEachStore('leading on', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), harbour)));
  afterAll(() => graph.close());

  const refusal = async (query: string) => {
    const { data, errors } = await graph.answer(query);
    return { data, errors: errors.map(({ path, message, extensions: { code, argument } }) => ({ path, message, code, argument })) };
  };

  it('says how much of the stories of two outlets is of both', async () => {
    const { outlet } = await graph.ask(`{ outlet(by: { slug: "alder-courier" }) {
      storyCount overlap { totalCount edges { node { slug storyCount } sharedStories share otherShare similarity } }
    } }`);
    // The Courier is on three stories, Northwire on two, both on one of the four.
    expect(outlet).toEqual({
      storyCount: 3,
      overlap: {
        totalCount: 1,
        edges: [{ node: { slug: 'northwire', storyCount: 2 }, sharedStories: 1, share: 0.3333, otherShare: 0.5, similarity: 0.25 }],
      },
    });
  });

  describe('Topic.volume', () => {
    const volume = async (given: string) => {
      const { topic } = await graph.ask(`{ topic(by: { slug: "port-of-alder" }) { volume(${given}) { start end storyCount } } }`);
      return topic.volume.map(({ start, end, storyCount }: { start: string; end: string; storyCount: number }) => [start.slice(0, 10), end.slice(0, 10), storyCount]);
    };

    it('counts each day, empty ones included', async () => {
      expect(await volume('interval: DAY, from: "2026-02-28T00:00:00Z", to: "2026-03-05T00:00:00Z"')).toEqual([
        ['2026-02-28', '2026-03-01', 0],
        ['2026-03-01', '2026-03-02', 1],
        ['2026-03-02', '2026-03-03', 1],
        ['2026-03-03', '2026-03-04', 1],
        ['2026-03-04', '2026-03-05', 0],
      ]);
    });

    it('counts whole intervals, whichever part of them the span touches', async () => {
      expect(await volume('interval: DAY, from: "2026-03-01T23:00:00Z", to: "2026-03-02T00:00:00.001Z"')).toEqual([
        ['2026-03-01', '2026-03-02', 1],
        ['2026-03-02', '2026-03-03', 1],
      ]);
    });

    it('begins weeks on Mondays', async () => {
      // 1 March 2026 is a Sunday.
      expect(await volume('interval: WEEK, from: "2026-03-01T00:00:00Z", to: "2026-03-03T00:00:00Z"')).toEqual([
        ['2026-02-23', '2026-03-02', 1],
        ['2026-03-02', '2026-03-09', 2],
      ]);
    });

    it('counts months', async () => {
      expect(await volume('interval: MONTH, from: "2026-01-31T00:00:00Z", to: "2026-03-01T00:00:01Z"')).toEqual([
        ['2026-01-01', '2026-02-01', 0],
        ['2026-02-01', '2026-03-01', 0],
        ['2026-03-01', '2026-04-01', 3],
      ]);
    });

    it('gives the 30 intervals up to the end where no start is given', async () => {
      const days = await volume('interval: DAY, to: "2026-03-04T00:00:00Z"');
      expect(days).toHaveLength(30);
      expect([days[0], days[29]]).toEqual([['2026-02-02', '2026-02-03', 0], ['2026-03-03', '2026-03-04', 1]]);
    });

    it.each([
      ['a span of more than 400 intervals', 'from: "2025-01-01T00:00:00Z", to: "2026-02-06T00:00:00Z"', 'From "from" to "to" there may be 400 intervals; give a shorter span or a longer interval.'],
      ['a span that ends before it begins', 'from: "2026-01-02T00:00:00Z", to: "2026-01-02T00:00:00Z"', '"from" must be before "to".'],
    ])('refuses %s', async (_what, given, message) => {
      expect(await refusal(`{ topic(by: { slug: "port-of-alder" }) { slug volume(interval: DAY, ${given}) { storyCount } } }`)).toEqual({
        data: { topic: null },
        errors: [{ path: ['topic', 'volume'], message, code: 'BAD_USER_INPUT', argument: 'from' }],
      });
    });

    it('takes 400 intervals', async () => {
      expect(await volume('interval: DAY, from: "2025-01-01T00:00:00Z", to: "2026-02-05T00:00:00Z"')).toHaveLength(400);
    });
  });

  describe('Topic.timeline', () => {
    it('gives the periods that have stories, newest first, with pages of them', async () => {
      const { topic } = await graph.ask(`{ topic(by: { slug: "port-of-alder" }) {
        timeline(interval: WEEK, from: "2026-01-01T00:00:00Z", to: "2026-04-01T00:00:00Z") {
          start end storyCount stories(first: 1) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } }
        }
      } }`);
      expect(topic.timeline).toEqual([
        {
          start: '2026-03-02T00:00:00.000Z',
          end: '2026-03-09T00:00:00.000Z',
          storyCount: 2,
          stories: { totalCount: 2, nodes: [{ slug: 'ferry-strike-ends' }], pageInfo: { hasNextPage: true, endCursor: expect.any(String) } },
        },
        {
          start: '2026-02-23T00:00:00.000Z',
          end: '2026-03-02T00:00:00.000Z',
          storyCount: 1,
          stories: { totalCount: 1, nodes: [{ slug: 'ferry-strike-begins' }], pageInfo: { hasNextPage: false, endCursor: expect.any(String) } },
        },
      ]);
      const { topic: next } = await graph.ask(
        `query ($after: String) { topic(by: { slug: "port-of-alder" }) { timeline(interval: WEEK, from: "2026-03-02T00:00:00Z", to: "2026-03-09T00:00:00Z") {
          stories(first: 1, after: $after) { nodes { slug } pageInfo { hasNextPage hasPreviousPage } } } } }`,
        { after: topic.timeline[0].stories.pageInfo.endCursor },
      );
      expect(next.timeline).toEqual([{ stories: { nodes: [{ slug: 'new-crane-arrives' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } } }]);
    });

    it('gives no more periods than are asked for, and refuses a wrong number', async () => {
      const timeline = (first: number) => `{ topic(by: { slug: "port-of-alder" }) { timeline(interval: DAY, first: ${first}, from: "2026-02-01T00:00:00Z", to: "2026-04-01T00:00:00Z") { start } } }`;
      expect((await graph.ask(timeline(2))).topic.timeline).toEqual([{ start: '2026-03-03T00:00:00.000Z' }, { start: '2026-03-02T00:00:00.000Z' }]);
      expect((await refusal(timeline(101))).errors).toEqual([
        { path: ['topic', 'timeline'], message: '"first" must be 0 to 100, not 101.', code: 'BAD_USER_INPUT', argument: 'first' },
      ]);
    });
  });

  describe('Story.comparison', () => {
    it('gives a row for each outlet, and what is said of all apart', async () => {
      const { story } = await graph.ask(`{ story(by: { slug: "ferry-strike-ends" }) { comparison {
        rows { outlet { slug } perspectives { text } } collective { text outlets { slug } } silent { totalCount }
      } } }`);
      expect(story.comparison).toEqual({
        rows: [
          { outlet: { slug: 'alder-courier' }, perspectives: [{ text: 'The Alder Courier cheers.' }] },
          { outlet: { slug: 'northwire' }, perspectives: [{ text: 'Northwire doubts.' }] },
        ],
        collective: [{ text: 'Both see an end.', outlets: [{ slug: 'alder-courier' }, { slug: 'northwire' }] }],
        // Two stories beside it show no habit.
        silent: { totalCount: 0 },
      });
    });
  });

  describe('compareOutlets', () => {
    const compare = (given: string) => `{ compareOutlets(${given}) {
      shared { totalCount nodes { slug } } outlets { outlet { slug } exclusive { totalCount nodes { slug } } }
    } }`;
    const both = 'outlets: [{ slug: "northwire" }, { slug: "alder-courier" }]';
    const result = (shared: string[], ...outlets: [string, string[]][]) => {
      const list = (slugs: string[]) => ({ totalCount: slugs.length, nodes: slugs.map((slug) => ({ slug })) });
      return { compareOutlets: { shared: list(shared), outlets: outlets.map(([slug, stories]) => ({ outlet: { slug }, exclusive: list(stories) })) } };
    };

    it('parts the stories of all from those of one', async () => {
      expect(await graph.ask(compare(both))).toEqual(
        result(['ferry-strike-ends'], ['northwire', ['new-crane-arrives']], ['alder-courier', ['ferry-strike-begins', 'poem-prize']]),
      );
    });

    it('heeds a topic and a span of time, in which stories without a date are not', async () => {
      expect(await graph.ask(compare(`${both}, topic: { slug: "shipping" }`))).toEqual(
        result(['ferry-strike-ends'], ['northwire', ['new-crane-arrives']], ['alder-courier', []]),
      );
      expect(await graph.ask(compare(`${both}, range: { to: "2026-03-03T08:00:00Z" }`))).toEqual(
        result([], ['northwire', ['new-crane-arrives']], ['alder-courier', ['ferry-strike-begins']]),
      );
    });

    it.each(['{}', '{ from: null, to: null }', 'null'])('takes a span without bounds for none, so that stories without a date stay (%s)', async (range) => {
      expect(await graph.ask(compare(`${both}, range: ${range}`))).toEqual(await graph.ask(compare(both)));
    });

    it.each([
      ['one outlet', 'outlets: [{ slug: "northwire" }]', '"outlets" must name 2 to 10 outlets, not 1.', 'outlets'],
      ['an outlet twice', 'outlets: [{ slug: "northwire" }, { slug: "northwire" }]', '"outlets" names one outlet twice.', 'outlets'],
      ['an outlet that is not there', 'outlets: [{ slug: "northwire" }, { slug: "no" }]', '"outlets[1]" names no outlet.', 'outlets'],
      ['a topic that is not there', `${both}, topic: { slug: "no" }`, 'There is no such "topic".', 'topic'],
      ['a span that ends before it begins', `${both}, range: { from: "2026-03-03T08:00:00Z", to: "2026-03-03T08:00:00Z" }`, '"range.from" must be before "range.to".', 'range'],
    ])('refuses %s', async (_what, given, message, argument) => {
      expect(await refusal(compare(given))).toEqual({
        data: { compareOutlets: null },
        errors: [{ path: ['compareOutlets'], message, code: 'BAD_USER_INPUT', argument }],
      });
    });
  });
});

/** Each story by the outlets that are on it. */
const OUTLETS_OF = { all: 'ABC', 'a-and-b': 'AB', 'a-and-c': 'AC', 'b-and-c': 'BC', 'only-a': 'A', 'only-b': 'B', 'only-c': 'C' };

describeOnEachStore('three outlets side by side', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => {
    const documents = Object.entries(OUTLETS_OF).map(([slug, outlets], day) => ({
      format: 'newsgraph-story/1',
      slug,
      title: slug,
      summary: 'It is so.',
      publishedAt: `2026-01-0${day + 1}T00:00:00Z`,
      perspectives: [...outlets].map((outlet) => ({ outlets: [{ name: `Paper ${outlet}`, slug: outlet.toLowerCase() }], text: `Says ${outlet}.` })),
    }));
    graph = await openGraph(await place.freshUrl(), documents);
  });
  afterAll(() => graph.close());

  it.each(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])('share what all have, and have alone what no other has (%s)', async (order) => {
    const given = [...order].map((slug) => `{ slug: "${slug}" }`).join(', ');
    const { compareOutlets } = await graph.ask(`{ compareOutlets(outlets: [${given}]) {
      shared { totalCount nodes { slug } } outlets { outlet { slug } exclusive { totalCount nodes { slug } } }
    } }`);
    expect(compareOutlets).toEqual({
      shared: { totalCount: 1, nodes: [{ slug: 'all' }] },
      outlets: [...order].map((slug) => ({ outlet: { slug }, exclusive: { totalCount: 1, nodes: [{ slug: `only-${slug}` }] } })),
    });
  });
});

/** Ten weeks of one story a week, then four stories in a week; made up. */
const weekly = (topic: string, weeks: readonly number[]) =>
  weeks.map((week, place) => ({
    format: 'newsgraph-story/1',
    slug: `${topic}-${place}`,
    title: `${topic} ${place}`,
    summary: `${topic}, number ${place}.`,
    publishedAt: new Date(Date.UTC(2026, 0, 5 + 7 * week, 12, place)).toISOString(),
    perspectives: [{ outlets: [place % 4 === 3 ? 'Quiet Post' : 'Loud Post'], text: 'Said.' }],
    topics: [topic],
  }));

describeOnEachStore('trends and silences', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => {
    const steady = weekly('steady', [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const rising = weekly('rising', [0, 4, 8, 8, 8, 8]);
    graph = await openGraph(await place.freshUrl(), [...steady, ...rising, ...weekly('once', [8])]);
  });
  afterAll(() => graph.close());

  it('gives topics with more stories than their past predicts, and both numbers', async () => {
    const { trendingTopics } = await graph.ask('{ trendingTopics(asOf: "2026-03-09T00:00:00Z") { topic { slug } storyCount expectedCount score } }');
    // The store begins 7.93 weeks before the window: two stories in them make 0.25 expected, eight 1.01.
    expect(trendingTopics).toEqual([{ topic: { slug: 'rising' }, storyCount: 4, expectedCount: 0.25, score: 3.35 }]);
  });

  it('predicts nothing from a past shorter than the window', async () => {
    expect(await graph.ask('{ trendingTopics(asOf: "2026-01-18T00:00:00Z") { score } }')).toEqual({ trendingTopics: [] });
  });

  it('refuses a wrong number of topics', async () => {
    const { errors } = await graph.answer('{ trendingTopics(first: 101) { score } }');
    expect(errors).toMatchObject([{ path: ['trendingTopics'], message: '"first" must be 0 to 100, not 101.', extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('names the outlets that usually cover the topics of a story and do not cover it, and what that rests on', async () => {
    const { story } = await graph.ask(`{ story(by: { slug: "steady-3" }) { comparison {
      rows { outlet { name } } silent { totalCount edges { storyCount ofStories node { name } } }
    } } }`);
    // Of the eight other stories the Quiet Post has one, the Loud Post seven.
    expect(story.comparison).toEqual({
      rows: [{ outlet: { name: 'Quiet Post' } }],
      silent: { totalCount: 1, edges: [{ storyCount: 7, ofStories: 8, node: { name: 'Loud Post' } }] },
    });
  });
});
