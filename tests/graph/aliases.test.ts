/**
 * An alias changes the name of an answer and nothing else, whatever it is: also the name of another field, or one that
 * every object has. Each case is asked twice, once under a harmless alias.
 */
import { openGraph, type TestGraph } from '../support/graphs';
import { harbour } from '../support/harbour';
import { describeOnEachStore } from '../support/stores';

const STORY = 'story(by: { slug: "ferry-strike-ends" })';

describeOnEachStore('an alias', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), harbour)));
  afterAll(() => graph.close());

  it.each([
    ['of a relation, as another field of the node', 'title', (alias: string) => `{ ${STORY} { t: title ${alias}: topics { nodes { name } } } }`],
    ['of a relation, as a field that is made of others', 'summary', (alias: string) => `{ ${STORY} { sections { kind } ${alias}: topics { nodes { name } } } }`],
    ['of a field, as a relation', 'topics', (alias: string) => `{ ${STORY} { ${alias}: title t: topics { nodes { name } } } }`],
    ['of two fields, each as the other', 'slug', (alias: string) => `{ ${STORY} { ${alias}: title title: slug } }`],
    ['of what tells nodes apart', 'id', (alias: string) => `{ ${STORY} { outlets { ${alias}: perspectives { totalCount } } } }`],
    ['of an edge’s node', 'position', (alias: string) => `{ ${STORY} { topics { edges { ${alias}: node { slug } p: position } } } }`],
    ['of an edge’s own nodes', 'ours', (alias: string) => `{ ${STORY} { related { edges { ${alias}: sharedTopics { name } sharedTopics { slug } score { total } } } } }`],
    ['of an edge’s own nodes, as another field of the edge', 'score', (alias: string) => `{ ${STORY} { related { edges { ${alias}: sharedTopics { name } s: score { total } } } } }`],
    ['of a facet', 'outlets', (alias: string) => `{ stories { facets { ${alias}: topics { count } o: outlets { count } } } }`],
    ['of a facet’s node', 'count', (alias: string) => `{ stories { facets { topics { ${alias}: node { slug } c: count } } } }`],
    ['of a period’s stories', 'start', (alias: string) =>
      `{ topic(by: { slug: "shipping" }) { timeline(interval: MONTH, from: "2026-01-01T00:00:00Z", to: "2026-12-01T00:00:00Z") { ${alias}: stories { nodes { slug } } s: start } } }`],
    ['as what every object has', 'constructor', (alias: string) => `{ stories { nodes { ${alias}: topics { nodes { ${alias}: stories { nodes { ${alias}: slug } } } } } } }`],
    ['as what every object has, of a wrong page', 'toString', (alias: string) => `{ ${STORY} { ${alias}: perspectives(first: 1000) { nodes { text } } } }`],
  ])('changes no answer: %s', async (_case, alias, query) => {
    const [asked, harmless] = [await graph.answer(query(alias)), await graph.answer(query('harmless'))];

    const renamed: unknown = JSON.parse(JSON.stringify(harmless).replaceAll('"harmless"', JSON.stringify(alias)));
    expect(asked).toEqual(renamed);
    expect(asked.data).not.toBeNull();
  });
});
