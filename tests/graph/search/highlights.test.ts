/** In what is shown of a text everything is marked that was found, once. */
import path from 'node:path';
import fc from 'fast-check';
import { occurrencesOf, parseSearchQuery } from '../../../src/domain/search-query';
import { wordsIn } from '../../../src/domain/words';
import { highlightsOf, ReadText, type Fragment } from '../../../src/graph/search/highlights';
import { describeOnEachStore } from '../../support/stores';
import { openGraph, type TestGraph } from '../../support/graphs';

const EXAMPLES = path.join(__dirname, '../../../examples/stories');

/** What was found in a fragment's text and lies in none of its ranges. */
function unmarked({ text, ranges }: Fragment, query: string): string[] {
  const words = wordsIn(text);
  const found = parseSearchQuery(query).terms.flatMap((term) => occurrencesOf(term, words));
  return found
    .map(({ first, last }) => ({ start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 }))
    .filter(({ start, end }) => !ranges.some((range) => range.start <= start && end <= range.end))
    .map(({ start, end }) => text.slice(start, end));
}

describe('fragments', () => {
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('far', 'behind', 'incomprehensibilities', 'of', 'and so on') },
    { weight: 1, arbitrary: fc.constantFrom('sea', 'harbour', 'a', 'lighthouse', 'of the sea', 'ship. ', 'co\u00adoperation') },
  );
  const query = fc.constantFrom('sea', 'sea ship', '"of the sea"', '"of the sea" sea', 'lighth*', '"sea harbour" cooperation', 'a', '"of the sea of the sea of the sea of the sea of the sea of the sea of the sea of the sea"');

  it('are pieces of the text in order, do not overlap, and have a range for all that was found in them', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 160 }), query, (words, asked) => {
        const text = words.join(' ');
        const [highlight] = highlightsOf([new ReadText('SUMMARY', text)], parseSearchQuery(asked).terms);
        let end = 0;
        for (const fragment of highlight?.fragments ?? []) {
          const start = text.indexOf(fragment.text, end);
          expect(start).toBeGreaterThanOrEqual(end);
          expect(fragment.ranges.length).toBeGreaterThan(0);
          expect(unmarked(fragment, asked)).toEqual([]);
          for (const range of fragment.ranges) {
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(unmarked({ text: fragment.text.slice(range.start, range.end), ranges: [] }, asked)).not.toEqual([]);
          }
          end = start + fragment.text.length;
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
    );
  });

  it('do not reach back into what has been shown', () => {
    // The second place stands at the end of the first window, and the third one within reach of it.
    const text = `${'x '.repeat(30)}ferry ${'y '.repeat(60)}ferry ${'z '.repeat(10)}ferry ${'after '.repeat(40)}`;
    const [{ fragments } = { fragments: [] }] = highlightsOf([new ReadText('SUMMARY', text)], parseSearchQuery('ferry').terms);
    expect(fragments.map(({ text: shown, ranges }) => [shown.match(/ferry/g)?.length, ranges.length])).toEqual([[2, 2], [1, 1]]);
    expect(fragments[1]?.text).toMatch(/^z z .*ferry after/);
  });

  it('end before what they could show a part of', () => {
    const text = `${'x '.repeat(30)}ferry ${'y '.repeat(65)}the last ferry of ${'after '.repeat(40)}`;
    const [{ fragments } = { fragments: [] }] = highlightsOf([new ReadText('SUMMARY', text)], parseSearchQuery('ferry "the last ferry of"').terms);
    expect(fragments.map(({ text: shown, ranges }) => ranges.map(({ start, end }) => shown.slice(start, end)))).toEqual([['ferry'], ['the last ferry of']]);
    expect(fragments[0]?.text).toMatch(/ y y$/);
  });
});

describeOnEachStore('highlights of the examples', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await openGraph(await place.freshUrl());
    for await (const { status, error } of graph.newsgraph.importFiles([EXAMPLES])) if (status === 'failed') throw new Error(error?.message);
  }, 60_000);
  afterAll(() => graph.close());

  it.each(['the', 'port', 'the strike', '"of the"', '"the port" of', 'st*', 'river flood', 'says a'])('mark all that was found (%s)', async (query) => {
    const { search } = await graph.ask(
      'query ($query: String!) { search(query: $query, first: 100) { edges { highlights { field fragments { text ranges { start end } } } } } }',
      { query },
    );
    const fragments: Fragment[] = search.edges.flatMap(({ highlights }: { highlights: { fragments: Fragment[] }[] }) => highlights.flatMap((each) => each.fragments));
    expect(fragments.length).toBeGreaterThan(20);
    expect(fragments.filter((fragment) => unmarked(fragment, query).length > 0)).toEqual([]);
  });
});
