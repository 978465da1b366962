/** Names and titles as long as a document may have them, of characters that no index can press together. */
import { createHash } from 'node:crypto';
import { type Data, openGraph, type TestGraph } from '../../support/graphs';
import { describeOnEachStore } from '../../support/stores';

const SCRIPTS = {
  ideographs: { from: 0x4e00, count: 20_000 },
  'ideographs of four bytes': { from: 0x20000, count: 40_000 },
  emoji: { from: 0x1f300, count: 700 },
} as const;

type Script = (typeof SCRIPTS)[keyof typeof SCRIPTS];

/** So many characters, always the same for a seed. */
function nameOf({ from, count }: Script, length: number, seed: string): string {
  const characters = Array.from({ length }, (_, place) => {
    const digest = createHash('sha256').update(`${seed} ${place}`).digest();
    return String.fromCodePoint(from + (digest.readUInt32BE(0) % count));
  });
  return characters.join('');
}

const LISTS = ['outlets', 'questions', 'topics'] as const;

/** The names of a list in its order, read one a page by cursors. */
async function namesOf(graph: TestGraph, list: (typeof LISTS)[number]): Promise<string[]> {
  const field = list === 'questions' ? 'title' : 'name';
  const query = `query ($after: String) { ${list}(first: 1, after: $after, orderBy: NAME) { nodes { ${field} } pageInfo { hasNextPage endCursor } } }`;
  const names: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Data = (await graph.ask(query, { after }))[list];
    for (const node of page.nodes) names.push(node[field]);
    if (page.pageInfo.hasNextPage !== true) return names;
    after = page.pageInfo.endCursor;
  }
}

async function exported({ newsgraph }: TestGraph): Promise<object[]> {
  const documents: object[] = [];
  for await (const document of newsgraph.exportDocuments()) documents.push(document);
  return documents;
}

describeOnEachStore('names and titles of the greatest length', (_open, place) => {
  it.each(Object.entries(SCRIPTS))('of %s are imported, paged and exported', async (_name, script) => {
    // Given three stories, of whose names two are alike as far as lists order by them
    const start = nameOf(script, 250, 'start');
    const long = (length: number, which: number): string =>
      which < 2 ? start + nameOf(script, length - 250, `end ${which}`) : nameOf(script, length, 'other');
    const documents = [0, 1, 2].map((which) => ({
      url: `https://briefs.example/${which}`,
      title: long(1_000, which),
      summary: `Summary ${which}.`,
      perspectives: [{ outlets: [{ name: long(500, which), aliases: [long(500, which).slice(2)] }], headline: long(1_000, which), text: 'Told.' }],
      questions: [{ title: long(1_000, which), intro: 'Asked.' }],
      topics: [{ name: long(500, which), aliases: [long(500, which).slice(2)] }],
    }));
    const [graph, copy] = [await openGraph(await place.freshUrl()), await openGraph(await place.freshUrl())];
    try {
      // When
      await graph.add(...documents);
      // Then
      const stored = await exported(graph);
      expect(stored).toHaveLength(3);
      expect(stored).toEqual(expect.arrayContaining(documents.map((document) => expect.objectContaining({ title: document.title }))));
      await copy.add(...stored);
      expect(await exported(copy)).toEqual(stored);
      for (const list of LISTS) {
        const names = await namesOf(graph, list);
        const length = list === 'questions' ? 1_000 : 500;
        expect(new Set(names)).toEqual(new Set([0, 1, 2].map((which) => long(length, which))));
        expect(names).toHaveLength(3);
        expect(await namesOf(copy, list)).toEqual(names);
      }
    } finally {
      await Promise.all([graph.close(), copy.close()]);
    }
  }, 60_000);
});
