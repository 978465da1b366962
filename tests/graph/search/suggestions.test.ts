/** What begins as was typed is suggested first, however much else has the words. */
import { describeOnEachStore } from '../../support/stores';
import { openGraph, type TestGraph } from '../../support/graphs';

/** More than are suggested. */
const OTHERS = Array.from({ length: 12 }, (_, number) => number);
const document = (title: string, publishedAt: string, topics: object[] = []) =>
  ({ format: 'newsgraph-story/1', slug: title.toLowerCase().replaceAll(' ', '-'), title, summary: 'It is so.', publishedAt, topics });

/** Each of the others is on two stories, these are on one. */
const busier = OTHERS.flatMap((number) => [
  { name: `Blue lagoon ${number}`, description: 'Wet.' },
  { name: `Old quayside ${number}`, description: 'Dry.' },
]);
const stories = [
  document('Quorum reached', '2020-01-01T00:00:00Z', [{ name: 'Lagoon' }, { name: 'Harbour walk', aliases: ['Quayside'] }]),
  ...OTHERS.map((number) => document(`No quorum again ${number}`, `2026-01-${10 + number}T00:00:00Z`)),
  document('Moon harvest begins', '2020-01-02T00:00:00Z', busier),
  document('Harvest moon seen', '2026-02-01T00:00:00Z', busier),
];

describeOnEachStore('suggestions', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), stories)));
  afterAll(() => graph.close());

  const suggest = async (prefix: string, given: object = {}): Promise<string[]> => {
    const { suggest: suggestions } = await graph.ask(
      'query ($prefix: String!, $types: [SearchType!], $first: Int) { suggest(prefix: $prefix, types: $types, first: $first) { text } }',
      { prefix, first: 10, ...given },
    );
    return suggestions.map(({ text }: { text: string }) => text);
  };

  it.each(['q', 'quor', 'quorum', 'Quorum re'])('begin with the old title that begins with “%s”, whatever is newer', async (prefix) => {
    const [first] = await suggest(prefix, { types: ['STORY'] });
    expect(first).toBe('Quorum reached');
  });

  it('are the newest after it', async () => {
    expect(await suggest('quor')).toEqual(['Quorum reached', ...[11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => `No quorum again ${number}`)]);
  });

  it('begin with the name that is just what was typed, whatever is on more stories', async () => {
    const topics = await suggest('Lagoon', { types: ['TOPIC'] });
    expect(topics).toHaveLength(10);
    expect(topics[0]).toBe('Lagoon');
  });

  it('begin with the name of which an alias begins so', async () => {
    expect((await suggest('quays', { types: ['TOPIC'] }))[0]).toBe('Harbour walk');
  });

  it('begin with what has the words in their order', async () => {
    expect(await suggest('moon harv', { first: 1 })).toEqual(['Moon harvest begins']);
    expect(await suggest('harvest moo', { first: 1 })).toEqual(['Harvest moon seen']);
    expect(await suggest('moon harv')).toEqual(['Moon harvest begins', 'Harvest moon seen']);
  });

  it('are none where nothing has the words', async () => {
    expect(await suggest('quorz')).toEqual([]);
  });

  it('go on with a word that a space has ended no longer', async () => {
    expect(await suggest('quor ')).toEqual([]);
    expect((await suggest('quorum ', { first: 1 }))).toEqual(['Quorum reached']);
  });
});
