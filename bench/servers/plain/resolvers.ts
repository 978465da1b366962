/** Resolvers as most teams write them: a function a relation, each through the request's loaders. */
import type { Row } from '../database';
import type { Reads, StoryPage } from './reads';

export interface Context {
  readonly reads: Reads;
}

interface Page {
  readonly first: number;
}

interface By {
  readonly by: { readonly slug: string };
}

interface StoredPassage {
  readonly blocks: readonly { readonly text: string }[];
  readonly isTruncated: boolean;
}

export const resolvers = {
  Query: {
    story: (_root: unknown, { by }: By, { reads }: Context) => reads.nodeBySlug('story', by.slug),
    topic: (_root: unknown, { by }: By, { reads }: Context) => reads.nodeBySlug('topic', by.slug),
    outlet: (_root: unknown, { by }: By, { reads }: Context) => reads.nodeBySlug('outlet', by.slug),
    stories: async (_root: unknown, { first, after }: Page & { after?: string | null }, { reads }: Context) =>
      storyConnection(await reads.newestStories(first, after == null ? null : decodeCursor(after))),
  },
  Story: {
    summary: ({ summary }: Row) => passage(summary),
    analysis: ({ analysis }: Row) => passage(analysis),
    coverage: ({ coverage }: Row) => passage(coverage),
    background: ({ background }: Row) => passage(background),
    perspectives: async ({ key }: Row, { first }: Page, { reads }: Context) => ({
      nodes: await reads.perspectivesOfStory(first).load(Number(key)),
    }),
    questions: async ({ key }: Row, { first }: Page, { reads }: Context) => {
      const rows = await reads.questionsOfStory(first).load(Number(key));
      return { nodes: rows, edges: rows.map((row) => ({ intro: row['intro'], answer: passage(row['answer']), node: row })) };
    },
    topics: async ({ key }: Row, { first }: Page, { reads }: Context) => ({
      nodes: await reads.topicsOfStory(first).load(Number(key)),
    }),
  },
  Perspective: {
    story: ({ storyKey }: Row, _arguments: unknown, { reads }: Context) => reads.storyByKey.load(Number(storyKey)),
    outlets: ({ key }: Row, _arguments: unknown, { reads }: Context) => reads.outletsOfPerspective.load(Number(key)),
  },
  Outlet: {
    perspectives: async ({ key }: Row, { first }: Page, { reads }: Context) => ({
      nodes: await reads.perspectivesOfOutlet(first).load(Number(key)),
    }),
  },
  Topic: {
    stories: async ({ key }: Row, { first }: Page, { reads }: Context) => ({
      nodes: await reads.storiesOfTopic(first).load(Number(key)),
    }),
  },
};

function passage(stored: Row[string] | undefined): { text: string; isTruncated: boolean } | null {
  if (stored == null) return null;
  const { blocks, isTruncated } = JSON.parse(String(stored)) as StoredPassage;
  return { text: blocks.map(({ text }) => text).join('\n\n'), isTruncated };
}

function storyConnection({ rows, hasNextPage, hasPreviousPage }: StoryPage) {
  const edges = rows.map((row) => ({ node: row, cursor: encodeCursor(row) }));
  return {
    edges,
    nodes: rows,
    pageInfo: { hasNextPage, hasPreviousPage, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

function encodeCursor({ orderedAt, id }: Row): string {
  return Buffer.from(JSON.stringify([orderedAt, id])).toString('base64url');
}

function decodeCursor(cursor: string): [string, string] {
  const [orderedAt, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [string, string];
  return [orderedAt, id];
}
