/** Each condition of StoryFilter, on the list of all stories and on a nested one. */
import { describeOnEachStore } from '../support/stores';
import { openGraph, type TestGraph } from '../support/graphs';
import { harbour } from '../support/harbour';

const ENDS = 'ferry-strike-ends';
const CRANE = 'new-crane-arrives';
const BEGINS = 'ferry-strike-begins';
const POEM = 'poem-prize';

describeOnEachStore('story filter', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), harbour)));
  afterAll(() => graph.close());

  it.each([
    ['nothing', {}, [ENDS, CRANE, BEGINS, POEM]],
    ['any topic', { topics: { any: [{ slug: 'shipping' }, { slug: 'poetry' }] } }, [ENDS, CRANE, POEM]],
    ['all topics', { topics: { all: [{ slug: 'shipping' }, { slug: 'dock-union' }] } }, [ENDS]],
    ['no topic', { topics: { none: [{ slug: 'dock-union' }] } }, [CRANE, POEM]],
    ['any and none', { topics: { any: [{ slug: 'port-of-alder' }], none: [{ slug: 'shipping' }] } }, [BEGINS]],
    ['an unknown topic', { topics: { any: [{ slug: 'no-such-topic' }] } }, []],
    ['none of an unknown topic', { topics: { none: [{ slug: 'no-such-topic' }] } }, [ENDS, CRANE, BEGINS, POEM]],
    ['any of no topics', { topics: { any: [] } }, []],
    ['all of no topics', { topics: { all: [] } }, [ENDS, CRANE, BEGINS, POEM]],
    ['outlets', { outlets: { any: [{ slug: 'northwire' }] } }, [ENDS, CRANE]],
    ['all outlets', { outlets: { all: [{ slug: 'northwire' }, { slug: 'alder-courier' }] } }, [ENDS]],
    ['questions', { questions: { any: [{ slug: 'what-did-the-union-win' }] } }, [ENDS]],
    ['a date from', { publishedAt: { from: '2026-03-02T08:00:00Z' } }, [ENDS, CRANE]],
    ['a date to, exclusive', { publishedAt: { to: '2026-03-02T08:00:00Z' } }, [BEGINS]],
    ['a date at an offset', { publishedAt: { from: '2026-03-02T10:00:00+02:00', to: '2026-03-03T00:00:00Z' } }, [CRANE]],
    ['an update', { updatedAt: { from: '2100-01-01T00:00:00Z' } }, []],
    ['languages', { language: ['mi', 'fr'] }, [POEM]],
    ['a number of outlets', { minOutlets: 2 }, [ENDS]],
    ['several conditions', { language: ['en'], minOutlets: 1, outlets: { any: [{ slug: 'alder-courier' }] } }, [ENDS, BEGINS]],
    ['nulls as nothing', { topics: null, publishedAt: { from: null }, language: null, minOutlets: null }, [ENDS, CRANE, BEGINS, POEM]],
  ])('finds by %s', async (_case, filter, expected) => {
    const { stories } = await graph.ask(
      'query ($filter: StoryFilter) { stories(filter: $filter) { totalCount nodes { slug } } }',
      { filter },
    );
    expect(stories).toEqual({ totalCount: expected.length, nodes: expected.map((slug) => ({ slug })) });
  });

  it('finds by id as by slug', async () => {
    const { topic } = await graph.ask('{ topic(by: { slug: "poetry" }) { id } }');
    const { stories } = await graph.ask('query ($id: ID!) { stories(filter: { topics: { any: [{ id: $id }] } }) { nodes { slug } } }', {
      id: topic.id,
    });
    expect(stories.nodes).toEqual([{ slug: POEM }]);
  });

  it('filters nested lists alike', async () => {
    const { topic, outlet, question } = await graph.ask(`{
      topic(by: { slug: "port-of-alder" }) { stories(filter: { minOutlets: 2 }) { totalCount nodes { slug } } }
      outlet(by: { slug: "alder-courier" }) { stories(filter: { topics: { none: [{ slug: "poetry" }] } }, orderBy: OLDEST) { totalCount nodes { slug } } }
      question(by: { slug: "will-ferries-run-on-time" }) { stories(filter: { publishedAt: { from: "2026-03-02T00:00:00Z" } }) { totalCount nodes { slug } } }
    }`);
    expect(topic.stories).toEqual({ totalCount: 1, nodes: [{ slug: ENDS }] });
    expect(outlet.stories).toEqual({ totalCount: 2, nodes: [{ slug: BEGINS }, { slug: ENDS }] });
    expect(question.stories).toEqual({ totalCount: 1, nodes: [{ slug: ENDS }] });
  });

  it.each([
    ['publishedAt', '{ publishedAt: { from: "2026-03-02T00:00:00Z", to: "2026-03-01T00:00:00Z" } }', '"publishedAt.from" must be before "publishedAt.to".'],
    ['minOutlets', '{ minOutlets: -1 }', '"minOutlets" must be 0 or more.'],
  ])('refuses a senseless %s', async (argument, filter, message) => {
    const { data, errors } = await graph.answer(`{ stories(filter: ${filter}) { totalCount } }`);
    expect(data).toEqual({ stories: null });
    expect(errors).toEqual([{ message, path: ['stories'], extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });
});
