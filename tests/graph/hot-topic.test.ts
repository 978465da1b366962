/** A page under a topic costs the page, not the topic: shown by the plan and by the rows that are read. */
import { withRawDatabase } from '../support/raw-database';
import { describeOnEachStore } from '../support/stores';
import { statementsOf, type SentStatement } from '../support/statement-counter';
import { openGraph, type TestGraph } from '../support/graphs';

const STORIES = 20_000;
const PAGE = '{ topic(by: { slug: "everything" }) { stories(first: 5) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } } } }';

const stories = Array.from({ length: STORIES }, (_, index) => ({
  format: 'newsgraph-story/1',
  slug: `story-${index}`,
  title: `Story ${index}`,
  summary: `What happened, number ${index}.`,
  publishedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
  // So many rare ones that a planner takes every topic for one.
  topics: index % 2 === 0 ? ['Everything'] : ['Everything', `Rare ${index}`],
}));

/** A node of PostgreSQL's EXPLAIN (ANALYZE, FORMAT JSON). */
interface PlanNode {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

describeOnEachStore('a topic with 20,000 stories', (_open, place) => {
  let graph: TestGraph;
  let url: string;
  let sent: SentStatement[];
  beforeAll(async () => {
    url = await place.freshUrl();
    graph = await openGraph(url, stories);
    if (place.kind === 'postgres') await withRawDatabase(url, (raw) => raw.query('ANALYZE'));
    sent = await statementsOf(place.kind, () => graph.ask(PAGE));
  }, 120_000);
  afterAll(() => graph.close());

  it('gives a page of 5 and the count of all', async () => {
    const { topic } = await graph.ask(PAGE);
    expect(topic.stories).toMatchObject({
      totalCount: STORIES,
      nodes: [1, 2, 3, 4, 5].map((back) => ({ slug: `story-${STORIES - back}` })),
      pageInfo: { hasNextPage: true },
    });
  });

  it.each([
    ['it', 'topics: { any: [{ slug: "everything" }] }', STORIES, [19_999, 19_998]],
    ['it and a rare one', 'topics: { all: [{ slug: "everything" }, { slug: "rare-19997" }] }', 1, [19_997]],
    ['it without a rare one', 'topics: { any: [{ slug: "everything" }], none: [{ slug: "rare-19999" }] }', STORIES - 1, [19_998, 19_997]],
    ['it or a rare one', 'or: [{ topics: { any: [{ slug: "everything" }] } }, { topics: { any: [{ slug: "rare-7" }] } }]', STORIES, [19_999, 19_998]],
    ['two rare ones', 'topics: { any: [{ slug: "rare-7" }, { slug: "rare-19" }, { slug: "rare-7" }] }', 2, [19, 7]],
    ['all of no topics', 'topics: { all: [] }', STORIES, [19_999, 19_998]],
    ['what is not it', 'not: { topics: { any: [{ slug: "everything" }] } }', 0, []],
  ])('is found by a filter on %s, page by page from both ends', async (_case, filter, count, newest) => {
    const { stories: page } = await graph.ask(`{ stories(first: 2, filter: { ${filter} }) { totalCount nodes { slug } pageInfo { endCursor } } }`);
    expect(page).toMatchObject({ totalCount: count, nodes: newest.map((number) => ({ slug: `story-${number}` })) });
    const { endCursor } = page.pageInfo;
    const { stories: before } = await graph.ask(
      `query ($before: String) { stories(last: 2, before: $before, filter: { ${filter} }) { nodes { slug } pageInfo { hasNextPage } } }`,
      { before: endCursor },
    );
    expect(before.nodes).toEqual(newest.slice(0, -1).map((number) => ({ slug: `story-${number}` })));
  });

  it('reads the page’s rows alone', async () => {
    const [statement] = sent;
    if (sent.length !== 1 || statement === undefined) throw new Error(`expected one statement, not ${sent.length}`);
    if (place.kind === 'sqlite') {
      const plan = await withRawDatabase(url, (raw) =>
        raw.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${statement.text}`, [...statement.parameters]),
      );
      const steps = plan.map(({ detail }) => detail);
      // The index gives the order, so SQLite stops at the limit; a sort would have read all rows first.
      expect(steps).toContainEqual(expect.stringMatching(/SEARCH e USING (COVERING )?INDEX storyTopic_newest \(topicKey=\? AND isRepeat=\?\)/));
      expect(steps.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
      expect(steps.filter((step) => /^SCAN (?!k |json_each|x\d)/.test(step))).toEqual([]);
    } else {
      const [explained] = await withRawDatabase(url, (raw) =>
        raw.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(`EXPLAIN (ANALYZE, FORMAT JSON) ${statement.text}`, [...statement.parameters]),
      );
      const root = explained?.['QUERY PLAN'][0]?.Plan;
      if (root === undefined) throw new Error('no plan');
      expect(rowsRead(root)).toBeLessThanOrEqual(20);
    }
  });

  if (place.kind === 'postgres') {
    it('has a plan made for the size of a page whose stories are each scored against others, for that one alone', async () => {
      const related = 'query ($first: Int!) { stories(first: $first) { nodes { related(first: 2) { nodes { slug } } topics { nodes { slug } } } } }';
      const [scored] = await statementsOf(place.kind, () => graph.ask(related, { first: 2 }));
      const [plain] = await statementsOf(place.kind, () => graph.ask(related.replace('related(first: 2) { nodes { slug } } ', ''), { first: 2 }));

      expect(scored?.text.match(/LIMIT \$\d+::integer/g)).toHaveLength(1);
      expect(plain?.text.match(/LIMIT \$\d+::integer/g)).toBeNull();
    });

    it('keeps one plan for pages of any size and beginning', async () => {
      const newest = 'query ($after: String) { stories(first: 5, after: $after) { nodes { topics { nodes { slug } } } } }';
      // Near the end, where a planner that sees the cursor knows that there is little left.
      const { stories: page } = await graph.ask('{ stories(last: 20) { pageInfo { startCursor } } }');
      const statements = await statementsOf(place.kind, async () => {
        await graph.ask(newest);
        await graph.ask(newest, { after: page.pageInfo.startCursor });
      });
      expect(statements).toHaveLength(2);
      for (const statement of statements) {
        // The first five runs of a prepared statement are planned each for itself in any case.
        expect(await plansOf(url, statement, 8)).toEqual({ custom: 5, generic: 3 });
      }
    });
  }
});

/** How many plans PostgreSQL makes for these values, and how many times it uses one that it keeps. */
function plansOf(url: string, { text, parameters }: SentStatement, runs: number): Promise<{ custom: number; generic: number } | undefined> {
  return withRawDatabase(url, async (raw) =>
    raw.transaction(async (tx) => {
      await tx.query(`PREPARE counted AS ${text}`);
      const values = parameters.map((value) => (typeof value === 'number' ? value : `'${String(value).replaceAll("'", "''")}'`));
      for (let run = 0; run < runs; run += 1) await tx.query(`EXECUTE counted (${values.join(', ')})`);
      const [plans] = await tx.query<{ custom: number; generic: number }[]>(
        `SELECT custom_plans::integer AS "custom", generic_plans::integer AS "generic" FROM pg_prepared_statements WHERE name = 'counted'`,
      );
      return plans;
    }),
  );
}

/** Rows that came out of tables and indexes, filtered ones included. */
function rowsRead(node: PlanNode): number {
  const own = node['Relation Name'] === undefined ? 0 : (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  return own + (node.Plans ?? []).reduce((sum, plan) => sum + rowsRead(plan), 0);
}
