/** One outlet, however it is called. */
import { openGraph } from '../support/graphs';
import { describeOnEachStore } from '../support/stores';

const called = (name: string, slug: string) => ({
  format: 'newsgraph-story/1',
  slug,
  title: slug,
  summary: `${slug} happened.`,
  perspectives: [{ outlets: [name], text: 'So it says.' }],
});
const documents = [called('Harbour Courier', 'one'), called('The Harbour Courier', 'two'), called('the harbour courier', 'three')];

describeOnEachStore('outlets called with and without an article', (_open, place) => {
  it.each([
    ['in one order', documents],
    ['in the other', [...documents].reverse()],
  ])('are one outlet, imported %s', async (_order, given) => {
    const graph = await openGraph(await place.freshUrl(), given);
    try {
      const { outlets } = await graph.ask('{ outlets { nodes { slug storyCount } } }');
      expect(outlets.nodes).toEqual([{ slug: 'harbour-courier', storyCount: 3 }]);
    } finally {
      await graph.close();
    }
  });
});
