/** Values that are what their types allow and yet nobody's: they name nothing, and so nothing is what is found. */
import { createNewsgraph, type Newsgraph } from '../../src/newsgraph';
import { describeOnEachStore } from '../support/stores';

const STRINGS: readonly [what: string, value: string][] = [
  ['a NUL', '\u0000'],
  ['a NUL inside', 'a\u0000b'],
  ['an escaped NUL', '\\u0000'],
  ['a lone high surrogate', '\ud800'],
  ['a lone low surrogate', 'x\udfff'],
  ['surrogates the wrong way round', '\udc00\ud800'],
  ['a character beyond the first plane', '𝒏'],
  ['controls', '\u0001\u001b[31m\u007f'],
  ['a byte order mark', '\ufeffa'],
  ['noncharacters', '\ufffe\uffff'],
  ['a quote', "' OR '1'='1"],
  ['a statement', "'; DROP TABLE story; --"],
  ['a placeholder', '$1 ?1 :a @b'],
  ['a pattern', '%_*'],
  ['a path', '../../etc/passwd'],
  ['the prototype', '__proto__'],
  ['a constructor', 'constructor'],
  ['nothing', ''],
  ['much', 'x'.repeat(100_000)],
];

describeOnEachStore('strings that name nothing', (_open, place) => {
  let newsgraph: Newsgraph;
  beforeAll(async () => {
    newsgraph = await createNewsgraph({ databaseUrl: await place.freshUrl() });
    for await (const { error } of newsgraph.importDocuments([{ format: 'newsgraph-story/1', slug: 'a', title: 'A', summary: 'S.', topics: [{ name: 'T' }] }])) expect(error).toBeNull();
  });
  afterAll(() => newsgraph.close());

  it.each(STRINGS)('%s: as ids, slugs and in filters', async (_what, value) => {
    const query = `query($v: ID!, $s: String!) {
      node(id: $v) { id } nodes(ids: [$v]) { id } perspective(id: $v) { id }
      byId: story(by: { id: $v }) { id } bySlug: story(by: { slug: $s }) { id } topic(by: { slug: $s }) { id }
      outlets: outlet(by: { slug: $s }) { id } question(by: { slug: $s }) { id }
      ofTopic: stories(filter: { topics: { any: [{ slug: $s }] } }) { totalCount }
      inLanguage: stories(filter: { language: [$s] }) { totalCount nodes { id } }
      ofOutlet: stories { nodes { perspectives(outlet: { slug: $s }) { totalCount } } }
    }`;

    const { data, errors } = await newsgraph.execute({ query, variables: { v: value, s: value } });

    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      node: null,
      nodes: [null],
      perspective: null,
      byId: null,
      bySlug: null,
      topic: null,
      outlets: null,
      question: null,
      ofTopic: { totalCount: 0 },
      inLanguage: { totalCount: 0, nodes: [] },
      ofOutlet: { nodes: [{ perspectives: { totalCount: 0 } }] },
    });
  });

  it.each(['S', 'T', 'O', 'Q', 'P'])('forged ids of the kind %s', async (kind) => {
    const ids = [kind, `${kind}!`, `${kind}\u0000`, `${kind}\ud800`, kind + 'A'.repeat(10), kind + 'A'.repeat(26), kind + 'é'.repeat(26), kind + '0'.repeat(5000)];

    const { data, errors } = await newsgraph.execute({ query: 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: { ids } });

    expect(errors).toBeUndefined();
    expect(data?.['nodes']).toEqual(ids.map(() => null));
  });
});
