import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { StoryDraft } from '../../../src/domain/story-draft';
import { serialiseStoryLine } from '../../../src/ingest/formats/story-document';
import { draftsOfDifferentStories } from '../../support/generate';
import { dumpGraph } from '../../support/graph-dump';
import { openGraph, type TestGraph } from '../../support/graphs';
import { emptyStore } from '../../support/raw-database';
import { describeOnEachStore } from '../../support/stores';

const EXAMPLES = path.join(__dirname, '../../../examples');
const RUNS = Number(process.env.PROPERTY_RUNS ?? 10);

/** Ids, flags, orders and ties of all nodes, what is derived from them, and what is found by words. */
const WHOLE_GRAPH = `{
  stories(first: 100) { totalCount nodes {
    id slug title titleIsDerived publishedAt importedAt updatedAt sections { kind heading text isTruncated }
    perspectives(first: 10) { totalCount nodes { id text isCollective isTruncated position outlets { id } statements { text basis } } }
    questions(first: 10) { edges { intro position isTruncated answer { text isTruncated } node { id } } }
    topics(first: 10) { edges { description position isTruncated node { id } } }
    related(first: 5) { edges { sharedTopics { id } node { id } } }
  } }
  outlets(first: 100) { nodes { id slug name aliases country homepage stories(first: 10) { totalCount nodes { id } } topics(first: 10) { edges { storyCount node { id } } } } }
  questions(first: 100) { nodes { id slug title intro isTruncated answer { text } stories(first: 10) { totalCount nodes { id } } topics(first: 10) { nodes { id } } } }
  said: search(query: "they say", first: 50) { ...found } named: search(query: "mercury -venus", first: 50) { ...found }
  begun: search(query: "wh* ans*", first: 50) { ...found } other: search(query: "水星", first: 50) { ...found }
  topics(first: 100) { nodes {
    id slug name nameIsDerived aliases kind wikidataId description isTruncated stories(first: 10, orderBy: OLDEST) { totalCount nodes { id } }
    related(first: 10) { edges { sharedStories node { id } } } outlets(first: 10) { edges { storyCount node { id } } } questions(first: 10) { nodes { id } }
  } }
}
fragment found on SearchConnection { totalCount isApproximate edges { score highlights { field fragments { text } } node { id } } }`;

async function exported({ newsgraph }: TestGraph): Promise<string> {
  let lines = '';
  for await (const story of newsgraph.exportDocuments()) lines += `${JSON.stringify(story)}\n`;
  return lines;
}

/** The same bytes and the same answers at every stop of a journey. */
async function travel(graphs: readonly TestGraph[], queries: readonly Query[]): Promise<void> {
  const [start, ...others] = graphs;
  if (start === undefined) throw new Error('a journey begins somewhere');
  const lines = await exported(start);
  const documents = lines.trimEnd().split('\n').map((line): object => JSON.parse(line));
  const answers = await answersOf(start, queries);
  for (const next of others) {
    await next.add(...documents);
    expect(await exported(next)).toBe(lines);
    expect(await answersOf(next, queries)).toEqual(answers);
  }
}

interface Query {
  readonly text: string;
  readonly variables: Record<string, unknown>;
}

async function answersOf({ ask }: TestGraph, queries: readonly Query[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const { text, variables } of queries) answers.push(await ask(text, variables));
  return answers;
}

function exampleQueries(): Query[] {
  const folder = path.join(EXAMPLES, 'queries');
  return readdirSync(folder).filter((name) => name.endsWith('.graphql')).map((name) => ({
    text: readFileSync(path.join(folder, name), 'utf8'),
    variables: JSON.parse(readFileSync(path.join(folder, name.replace('.graphql', '.variables.json')), 'utf8')),
  }));
}

describeOnEachStore('export, import into an empty store, export: to SQLite, back, and to SQLite again', (_open, place) => {
  let folder: string;
  let urls: string[];
  let graphs: TestGraph[];

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-test-'));
    const sqlite = (name: string): string => `sqlite:${path.join(folder, `${name}.db`)}`;
    // From either of the two to the other and back.
    urls = [await place.freshUrl(), sqlite('second'), await place.freshUrl(), sqlite('last')];
    graphs = await Promise.all(urls.map((url) => openGraph(url)));
  });

  afterEach(async () => {
    await Promise.all(graphs.map((graph) => graph.close()));
    rmSync(folder, { recursive: true });
  });

  it('gives the same bytes and the same answers, whatever the stories are', async () => {
    await fc.assert(
      fc.asyncProperty(draftsOfDifferentStories, async (drafts: StoryDraft[]) => {
        for (const url of urls) await emptyStore(url);
        await graphs[0]?.add(...drafts.map((draft): object => JSON.parse(serialiseStoryLine(draft))));

        await travel(graphs, [{ text: WHOLE_GRAPH, variables: {} }]);

        for (const url of urls.slice(1)) expect(await dumpGraph(url)).toEqual(await dumpGraph(urls[0] ?? ''));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('gives the same bytes and the same answers of the examples, to their own queries too', async () => {
    const [start] = graphs;
    for await (const { status } of start?.newsgraph.importFiles([path.join(EXAMPLES, 'stories')]) ?? []) expect(status).toBe('created');

    await travel(graphs, [{ text: WHOLE_GRAPH, variables: {} }, ...exampleQueries()]);
  }, 120_000);
});
