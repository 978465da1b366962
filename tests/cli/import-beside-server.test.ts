import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialiseStoryLine } from '../../src/ingest/formats/story-document';
import { CliFolder } from '../support/cli';
import { numberedDraft } from '../support/numbered-drafts';
import { serving } from '../support/serving';
import { findWrongTallies } from '../support/recount';
import { describeOnEachStore } from '../support/stores';

const STORIES = Number(process.env.TWO_WRITERS_STORIES ?? 600);

/** Every one of the stories has as much of each as `WHOLE` says. */
const NEWEST = `{ stories(first: 20) { totalCount nodes {
  slug
  perspectives(first: 10) { totalCount nodes { outlets { slug } } }
  questions(first: 10) { totalCount nodes { title } }
  topics(first: 10) { nodes { name stories(first: 1) { totalCount } } }
} } }`;
const WHOLE = { perspectives: 2, outlets: 3, questions: 2, topics: 3 };

interface Counted {
  readonly totalCount: number;
}

interface SeenStory {
  readonly perspectives: Counted & { readonly nodes: readonly { readonly outlets: readonly object[] }[] };
  readonly questions: Counted & { readonly nodes: readonly object[] };
  readonly topics: { readonly nodes: readonly { readonly name: string; readonly stories: Counted }[] };
}

interface Answer {
  readonly data: { readonly stories: Counted & { readonly nodes: readonly SeenStory[] } };
  readonly errors?: readonly object[];
}

async function askNewest(graphql: string): Promise<Answer> {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query: NEWEST }),
  });
  return response.json();
}

const parts = ({ perspectives, questions, topics }: SeenStory): typeof WHOLE => ({
  perspectives: perspectives.nodes.length,
  outlets: perspectives.nodes.reduce((sum, { outlets }) => sum + outlets.length, 0),
  questions: questions.nodes.length,
  topics: topics.nodes.length,
});

describeOnEachStore('an import beside a server', (_open, place) => {
  it('shows whole stories only, fails no request, and is in the answers without a restart', async () => {
    const folder = await CliFolder.create();
    const env = { DATABASE_URL: await place.freshUrl() };
    const lines = Array.from({ length: STORIES }, (_, number) => serialiseStoryLine(numberedDraft(number)));
    await writeFile(join(folder.path, 'all.stories.jsonl'), lines);
    const server = await serving(folder, { env });
    const progress = { isOver: false };
    const importing = folder.run(['import', 'all.stories.jsonl', '--json'], { env }).finally(() => (progress.isOver = true));

    const totals = new Set<number>();
    let requests = 0;
    while (!progress.isOver) {
      const { data, errors } = await askNewest(server.graphql);
      requests += 1;
      expect(errors).toBeUndefined();
      totals.add(data.stories.totalCount);
      for (const story of data.stories.nodes) {
        expect(parts(story)).toEqual(WHOLE);
        // A request may take several statements, and a later one sees what was committed meanwhile.
        const everything = story.topics.nodes.find(({ name }) => name === 'Everything');
        expect(everything?.stories.totalCount).toBeGreaterThanOrEqual(data.stories.totalCount);
      }
    }
    const imported = await importing;

    expect(imported.code).toBe(0);
    expect((await askNewest(server.graphql)).data.stories.totalCount).toBe(STORIES);
    // The server saw the import grow, not its end alone.
    expect(totals.size).toBeGreaterThan(1);
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(await findWrongTallies(env.DATABASE_URL)).toEqual([]);
    if (process.env.TWO_WRITERS_STORIES !== undefined) {
      process.stderr.write(`${place.kind}: ${STORIES} stories, ${requests} requests, ${totals.size} states seen\n`);
    }
    await folder.remove();
  }, 600_000);
});
