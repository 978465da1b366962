/** The six queries that are measured: what pages of a news site ask, and two that show what the rest costs. */
import { OUTLETS, outletSlug, storySlug, TOPIC_EXPONENT, topicSlug } from './data/generated-story';
import { below, randomFrom, zipf, type Random } from './data/random';

export const QUERY_NAMES = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'] as const;
export type QueryName = (typeof QUERY_NAMES)[number];

/** What variables are drawn from. */
export interface Draw {
  /** How many stories the store has. */
  readonly size: number;
  /** Cursors of the server that is asked, somewhat beyond `cursorDepth`. */
  readonly cursors: readonly string[];
}

export interface BenchmarkQuery {
  readonly name: QueryName;
  /** What it is, for a table's reader. */
  readonly title: string;
  readonly text: string;
  readonly variables: (draw: Draw, random: Random) => Record<string, unknown>;
}

/** One GraphQL request, as GraphQL over HTTP names its parts. */
export interface Request {
  readonly operationName: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** A topic page shows twenty stories; the eighty hottest topics have as many in a store of 2,000 already. */
const VISITED_TOPICS = 80;
const drawVisitedTopic = zipf(VISITED_TOPICS, TOPIC_EXPONENT);

export const QUERIES: readonly BenchmarkQuery[] = [
  {
    name: 'Q1',
    title: 'story page',
    text: `query Q1($slug: String!) {
  story(by: { slug: $slug }) {
    slug title publishedAt
    summary { text } analysis { text } coverage { text } background { text }
    perspectives(first: 50) { nodes { headline text url publishedAt outlets { name slug } } }
    questions { edges { intro answer { text } node { slug title } } }
    topics { nodes { slug name stories(first: 5) { nodes { slug title } } } }
  }
}`,
    variables: ({ size }, random) => ({ slug: storySlug(below(size, random)) }),
  },
  {
    name: 'Q2',
    title: 'front page',
    text: `query Q2 {
  stories(first: 20) {
    nodes {
      slug title publishedAt summary { text }
      perspectives { nodes { headline url outlets { name } } }
      topics { nodes { name slug } }
      questions { nodes { title } }
    }
  }
}`,
    variables: () => ({}),
  },
  {
    name: 'Q3',
    title: 'topic page',
    text: `query Q3($slug: String!) {
  topic(by: { slug: $slug }) {
    slug name description
    stories(first: 20) {
      nodes {
        slug title summary { text }
        perspectives { nodes { outlets { name } } }
        topics { nodes { name slug } }
      }
    }
  }
}`,
    variables: (_draw, random) => ({ slug: topicSlug(drawVisitedTopic(random)) }),
  },
  {
    name: 'Q4',
    title: 'outlet page',
    text: `query Q4($slug: String!) {
  outlet(by: { slug: $slug }) {
    slug name
    perspectives(first: 50) { nodes { headline story { slug title topics { nodes { name } } } } }
  }
}`,
    variables: (_draw, random) => ({ slug: outletSlug(below(OUTLETS, random)) }),
  },
  { name: 'Q5', title: 'nothing', text: 'query Q5 { __typename }', variables: () => ({}) },
  {
    name: 'Q6',
    title: 'deep page',
    text: `query Q6($after: String!) {
  stories(first: 20, after: $after) {
    nodes { slug title topics { nodes { name slug } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`,
    variables: ({ cursors }, random) => ({ after: cursors[below(cursors.length, random)] }),
  },
];

/** The query that walks to the cursors of Q6, a hundred stories a step. */
export const CURSORS = `query Cursors($after: String) {
  stories(first: 100, after: $after) { edges { cursor } }
}`;

/** How many stories deep Q6 begins: half the small store, a tenth of the large one. */
export function cursorDepth(size: number): number {
  return size >= 100_000 ? 10_000 : Math.floor(size / 200) * 100;
}

/** The first `count` requests of this query; each run draws the same. */
export function requestsOf({ name, text, variables }: BenchmarkQuery, draw: Draw, count: number): Request[] {
  const random = randomFrom(QUERY_NAMES.indexOf(name) + 7_001);
  return Array.from({ length: count }, () => ({ operationName: name, query: text, variables: variables(draw, random) }));
}
