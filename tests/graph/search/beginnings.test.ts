/** Beginnings of few words, which are spelled out, of many, which are not, and of one or two letters, which are indexed, find the same. */
import { isFoundIn } from '../../support/text-predicate';
import { openGraph, type TestGraph } from '../../support/graphs';
import { describeOnEachStore } from '../../support/stores';

/** More words than are spelled out begin with “tid”, as many as are with “port”, few with “quay”, one with “žlut”. */
const summaryOf = (number: number): string =>
  `${number === 7 ? 'Q quit. ' : ''}Tid${letters(number % 80)} rises${number % 64 === number ? `, port${letters(number)} ends` : ''}. ${number < 3 ? `Old quay${letters(number)} walls.` : ''} ${number === 5 ? 'Žluťoučký.' : ''}`;
const letters = (number: number): string => String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26));
const stories = Array.from({ length: 90 }, (_, number) => ({
  format: 'newsgraph-story/1',
  slug: `story-${number}`,
  title: `Story ${number}`,
  summary: summaryOf(number),
}));

describeOnEachStore('beginnings', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), stories)));
  afterAll(() => graph.close());

  it.each([
    ['more words than are spelled out', 'tid*', 90],
    ['as many words as are spelled out', 'port*', 64],
    ['few words', 'quay*', 3],
    ['a word that is folded', 'žluť*', 1],
    ['a whole word', 'rises*', 90],
    ['no word', 'zz*', 0],
    ['words at the end of a phrase', '"old quay"*', 3],
    ['words at the end of a phrase that is nowhere', '"rises quay"*', 0],
    ['words that others must go with', 'porta* quay*', 3],
    ['words that may not be there', 'tid* -port*', 26],
    ['more beginnings than are spelled out', 'old* ris* wal* tid* sto* end* por* qua* quay* quayab*', 1],
    ['one letter, which is a word as well', 'q*', 4],
    ['one letter, which is none', 'w*', 3],
    ['one letter that others must go with', 'q* e* portah', 1],
    ['two letters', 'qu*', 4],
    ['two letters that are folded', 'ŽL*', 1],
    ['one letter at the end of a phrase', '"old q"*', 3],
    ['two letters that no word may begin with', 'tid* -po*', 26],
    ['two letters that no word begins with', 'zz*', 0],
  ])('of %s find what has them', async (_case, query, count) => {
    const { search, stories: filtered } = await graph.ask(
      `query ($query: String!) {
        search(query: $query, first: 100) { totalCount isApproximate nodes { ... on Story { slug } } }
        stories(filter: { text: $query }, first: 100) { totalCount nodes { slug } }
      }`,
      { query },
    );
    const expected = stories.filter(({ title, summary }) => isFoundIn([title, summary], query)).map(({ slug }) => slug).sort();
    expect(expected).toHaveLength(count);
    for (const { totalCount, nodes } of [search, filtered]) {
      expect(totalCount).toBe(count);
      expect(nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual(expected);
    }
    expect(search.isApproximate).toBe(false);
  });
});
