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
    ['nulls as nothing', { topics: null, publishedAt: { from: null }, language: null, minOutlets: null, hasQuestions: null, and: null, or: null, not: null }, [ENDS, CRANE, BEGINS, POEM]],
    ['questions that are there', { hasQuestions: true }, [ENDS, BEGINS]],
    ['questions that are not', { hasQuestions: false }, [CRANE, POEM]],
    ['each of several filters', { and: [{ language: ['en'] }, { hasQuestions: false }] }, [CRANE]],
    ['each of none', { and: [] }, [ENDS, CRANE, BEGINS, POEM]],
    ['one of several filters', { or: [{ topics: { any: [{ slug: 'poetry' }] } }, { minOutlets: 2 }] }, [ENDS, POEM]],
    ['one of none', { or: [] }, []],
    ['one that sets nothing', { or: [{}] }, [ENDS, CRANE, BEGINS, POEM]],
    ['one of several, among other conditions', { language: ['en'], or: [{ topics: { any: [{ slug: 'poetry' }] } }, { minOutlets: 2 }] }, [ENDS]],
    ['what does not hold', { not: { topics: { any: [{ slug: 'dock-union' }] } } }, [CRANE, POEM]],
    ['what does not hold of all', { not: {} }, []],
    ['what does not hold of a date, missing ones too', { not: { publishedAt: { from: '2026-03-02T08:00:00Z' } } }, [BEGINS, POEM]],
    ['what does not hold of none', { not: { or: [] } }, [ENDS, CRANE, BEGINS, POEM]],
    ['twice not', { not: { not: { publishedAt: { from: '2026-03-02T08:00:00Z' } } } }, [ENDS, CRANE]],
    ['words', { text: 'ferry strike' }, [ENDS, BEGINS]],
    ['a phrase', { text: '"boats sail"' }, [ENDS]],
    ['words and none of another', { text: 'strike -ends' }, [BEGINS]],
    ['no words', { text: '!' }, []],
    ['words that are not there', { not: { text: 'strike' } }, [CRANE, POEM]],
    ['some words or others', { or: [{ text: 'crane' }, { text: 'poem' }] }, [CRANE, POEM]],
    ['filters four deep', { and: [{ or: [{ not: { and: [{ language: ['en'] }] } }] }] }, [POEM]],
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

  it('lets a story without a language through what is not a language', async () => {
    const url = await place.freshUrl();
    const other = await openGraph(url, [
      { format: 'newsgraph-story/1', slug: 'silent', summary: 'It says no language.' },
      { format: 'newsgraph-story/1', slug: 'english', language: 'en', summary: 'It says one.' },
    ]);
    const { stories } = await other.ask('{ stories(filter: { not: { language: ["en"] } }) { nodes { slug } } }');
    expect(stories.nodes).toEqual([{ slug: 'silent' }]);
    await other.close();
  });

  it('takes filters of one shape for one statement, and of other shapes for others', async () => {
    const count = async (filter: object) =>
      (await graph.ask('query ($filter: StoryFilter) { stories(filter: $filter) { totalCount } }', { filter })).stories.totalCount;
    expect(await count({ or: [] })).toBe(0);
    expect(await count({ or: [{}] })).toBe(4);
    expect(await count({ or: [{ minOutlets: 1 }, { language: ['mi'] }] })).toBe(4);
    expect(await count({ or: [{ minOutlets: 2 }, { language: ['mi'] }] })).toBe(2);
    expect(await count({ or: [{ minOutlets: 2, language: ['mi'] }] })).toBe(0);
    expect(await count({ and: [{ minOutlets: 2 }, { language: ['mi'] }] })).toBe(0);
    expect(await count({ not: { hasQuestions: true } })).toBe(2);
    expect(await count({ not: { hasQuestions: false } })).toBe(2);
    expect(await count({ not: { minOutlets: 2 } })).toBe(3);
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
    ['or[1].not.minOutlets', '{ or: [{}, { not: { minOutlets: -1 } }] }', '"or[1].not.minOutlets" must be 0 or more.'],
    ['not.publishedAt', '{ not: { publishedAt: { from: "2026-03-02T00:00:00Z", to: "2026-03-01T00:00:00Z" } } }', '"not.publishedAt.from" must be before "not.publishedAt.to".'],
    ['and[0].not.or[0].not.not', '{ and: [{ not: { or: [{ not: { not: {} } }] } }] }', '"and", "or" and "not" may stand 4 deep in one another; "and[0].not.or[0].not.not" is deeper.'],
    ['or[0].text', `{ or: [{ text: "${'a'.repeat(501)}" }] }`, '"or[0].text" may have 500 characters, not 501.'],
    ['filter', `{ or: [${'{ and: [{ minOutlets: 1 }, { minOutlets: 2 }] },'.repeat(34)}] }`, 'A filter may have 100 conditions with all that stand in it; this one has more.'],
  ])('refuses a senseless %s', async (argument, filter, message) => {
    const { data, errors } = await graph.answer(`{ stories(filter: ${filter}) { totalCount } }`);
    expect(data).toEqual({ stories: null });
    expect(errors).toEqual([{ message, path: ['stories'], extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });
});
