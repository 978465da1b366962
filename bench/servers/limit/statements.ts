/**
 * Each query as one statement that gives the answer's JSON, written by hand for just that query: what the database
 * needs at the least, and so the limit of what any server over this store can reach.
 */
import type { SqlValue } from '../database';
import type { Json } from './json';

/** One operation: the text, and its parameters' values from the request's variables. */
export interface Statement {
  readonly text: string;
  readonly values: (variables: Readonly<Record<string, unknown>>) => SqlValue[];
}

/** Keyed by operation name. */
export function statementsFor(json: Json): Readonly<Record<string, Statement>> {
  const parts = partsFor(json);
  const bySlug = ({ slug }: Readonly<Record<string, unknown>>): SqlValue[] => [String(slug)];
  return {
    Q1: { text: storyPage(json, parts), values: bySlug },
    Q2: { text: frontPage(json, parts), values: () => [] },
    Q3: { text: topicPage(json, parts), values: bySlug },
    Q4: { text: outletPage(json), values: bySlug },
    Q6: { text: deepPage(json, parts), values: ({ after }) => cursorValues(after) },
    Cursors: { text: cursors(json), values: ({ after }) => (after == null ? ['~', '~'] : cursorValues(after)) },
  };
}

type Parts = ReturnType<typeof partsFor>;

/** What several pages show of a story `s`. */
function partsFor(json: Json) {
  const { object, array } = json;
  return {
    section: (column: string) => json.unlessNull(column, object({ text: json.text(column) })),
    topics: object({
      nodes: `(SELECT ${array(object({ name: 't."name"', slug: 't."slug"' }))} FROM (${topicsOf('n."name", n."slug"')}) t)`,
    }),
    outlets: (fields: Readonly<Record<string, string>>) =>
      `(SELECT ${array(object(fields))} FROM (SELECT n."name", n."slug" FROM "perspectiveOutlet" e ` +
      'JOIN "outlet" n ON n."key" = e."outletKey" WHERE e."perspectiveKey" = p."key" AND e."isRepeat" = false ORDER BY e."position") o)',
    perspectives: (columns: string, size: number, fields: Readonly<Record<string, string>>) =>
      object({
        nodes:
          `(SELECT ${array(object(fields))} FROM (SELECT "key"${columns} FROM "perspective" ` +
          `WHERE "storyKey" = s."key" ORDER BY "position" LIMIT ${size}) p)`,
      }),
  };
}

function topicsOf(columns: string): string {
  return (
    `SELECT ${columns} FROM "storyTopic" e JOIN "topic" n ON n."key" = e."topicKey" ` +
    'WHERE e."storyKey" = s."key" ORDER BY e."position" LIMIT 20'
  );
}

function storyPage(json: Json, parts: Parts): string {
  const { object, array, answer } = json;
  const fields = {
    slug: 's."slug"',
    title: 's."title"',
    publishedAt: 's."publishedAt"',
    summary: parts.section('s."summary"'),
    analysis: parts.section('s."analysis"'),
    coverage: parts.section('s."coverage"'),
    background: parts.section('s."background"'),
    perspectives: parts.perspectives(', "headline", "text", "url", "publishedAt"', 50, {
      headline: 'p."headline"',
      text: 'p."text"',
      url: 'p."url"',
      publishedAt: 'p."publishedAt"',
      outlets: parts.outlets({ name: 'o."name"', slug: 'o."slug"' }),
    }),
    questions: object({ edges: storyPageQuestions(json, parts) }),
    topics: object({
      nodes:
        `(SELECT ${array(object({ slug: 't."slug"', name: 't."name"', stories: topicStories(json) }))} ` +
        `FROM (${topicsOf('n."key", n."slug", n."name"')}) t)`,
    }),
  };
  return `SELECT ${answer({ story: `(SELECT ${object(fields)} FROM "story" s WHERE s."slug" = $1)` })} AS "data"`;
}

function storyPageQuestions({ object, array }: Json, parts: Parts): string {
  const edge = object({
    intro: 'q."intro"',
    answer: parts.section('q."answer"'),
    node: object({ slug: 'q."slug"', title: 'q."title"' }),
  });
  return (
    `(SELECT ${array(edge)} FROM (SELECT e."intro", e."answer", n."slug", n."title" FROM "storyQuestion" e ` +
    'JOIN "question" n ON n."key" = e."questionKey" WHERE e."storyKey" = s."key" ORDER BY e."position" LIMIT 20) q)'
  );
}

function topicStories({ object, array }: Json): string {
  return object({
    nodes:
      `(SELECT ${array(object({ slug: 'x."slug"', title: 'x."title"' }))} FROM (SELECT n."slug", n."title" FROM "storyTopic" e ` +
      'JOIN "story" n ON n."key" = e."storyKey" WHERE e."topicKey" = t."key" AND e."isRepeat" = false ' +
      'ORDER BY e."orderedAt" DESC, e."storyId" DESC LIMIT 5) x)',
  });
}

function frontPage(json: Json, parts: Parts): string {
  const { object, array, answer } = json;
  const story = object({
    slug: 's."slug"',
    title: 's."title"',
    publishedAt: 's."publishedAt"',
    summary: parts.section('s."summary"'),
    perspectives: parts.perspectives(', "headline", "url"', 20, {
      headline: 'p."headline"',
      url: 'p."url"',
      outlets: parts.outlets({ name: 'o."name"' }),
    }),
    topics: parts.topics,
    questions: object({
      nodes:
        `(SELECT ${array(object({ title: 'q."title"' }))} FROM (SELECT n."title" FROM "storyQuestion" e ` +
        'JOIN "question" n ON n."key" = e."questionKey" WHERE e."storyKey" = s."key" ORDER BY e."position" LIMIT 20) q)',
    }),
  });
  const newest =
    'SELECT "key", "slug", "title", "publishedAt", "summary" FROM "story" ORDER BY "orderedAt" DESC, "id" DESC LIMIT 20';
  return `SELECT ${answer({ stories: object({ nodes: `(SELECT ${array(story)} FROM (${newest}) s)` }) })} AS "data"`;
}

function topicPage(json: Json, parts: Parts): string {
  const { object, array, answer } = json;
  const story = object({
    slug: 's."slug"',
    title: 's."title"',
    summary: parts.section('s."summary"'),
    perspectives: parts.perspectives('', 20, { outlets: parts.outlets({ name: 'o."name"' }) }),
    topics: parts.topics,
  });
  const newest =
    'SELECT n."key", n."slug", n."title", n."summary" FROM "storyTopic" e JOIN "story" n ON n."key" = e."storyKey" ' +
    'WHERE e."topicKey" = c."key" AND e."isRepeat" = false ORDER BY e."orderedAt" DESC, e."storyId" DESC LIMIT 20';
  const topic = object({
    slug: 'c."slug"',
    name: 'c."name"',
    description: 'c."description"',
    stories: object({ nodes: `(SELECT ${array(story)} FROM (${newest}) s)` }),
  });
  return `SELECT ${answer({ topic: `(SELECT ${topic} FROM "topic" c WHERE c."slug" = $1)` })} AS "data"`;
}

function outletPage({ object, array, answer }: Json): string {
  const story = object({
    slug: 'p."slug"',
    title: 'p."title"',
    topics: object({
      nodes:
        `(SELECT ${array(object({ name: 't."name"' }))} FROM (SELECT n."name" FROM "storyTopic" e ` +
        'JOIN "topic" n ON n."key" = e."topicKey" WHERE e."storyKey" = p."key" ORDER BY e."position" LIMIT 20) t)',
    }),
  });
  const newest =
    'SELECT n."headline", s."key", s."slug", s."title" FROM "perspectiveOutlet" e ' +
    'JOIN "perspective" n ON n."key" = e."perspectiveKey" JOIN "story" s ON s."key" = n."storyKey" ' +
    'WHERE e."outletKey" = c."key" AND e."isRepeat" = false AND e."isCollective" = false ' +
    'ORDER BY e."orderedAt" DESC, e."perspectiveId" DESC LIMIT 50';
  const perspectives = `(SELECT ${array(object({ headline: 'p."headline"', story }))} FROM (${newest}) p)`;
  const outlet = object({ slug: 'c."slug"', name: 'c."name"', perspectives: object({ nodes: perspectives }) });
  return `SELECT ${answer({ outlet: `(SELECT ${outlet} FROM "outlet" c WHERE c."slug" = $1)` })} AS "data"`;
}

/** A twenty-first row tells whether there are more. */
function deepPage({ object, array, truth, answer }: Json, parts: Parts): string {
  const rows =
    'SELECT "key", "slug", "title", "orderedAt", "id" FROM "story" WHERE ("orderedAt", "id") < ($1, $2) ' +
    'ORDER BY "orderedAt" DESC, "id" DESC LIMIT 21';
  const cursor = (order: string): string =>
    `(SELECT "orderedAt" || ' ' || "id" FROM page ORDER BY "orderedAt"${order}, "id"${order} LIMIT 1)`;
  const story = object({ slug: 's."slug"', title: 's."title"', topics: parts.topics });
  const pageInfo = object({
    hasNextPage: truth('(SELECT count(*) FROM rows) > 20'),
    hasPreviousPage: truth('EXISTS (SELECT 1 FROM "story" WHERE ("orderedAt", "id") >= ($1, $2))'),
    startCursor: cursor(' DESC'),
    endCursor: cursor(''),
  });
  return (
    `WITH rows AS MATERIALIZED (${rows}), ` +
    'page AS MATERIALIZED (SELECT * FROM rows ORDER BY "orderedAt" DESC, "id" DESC LIMIT 20) ' +
    `SELECT ${answer({ stories: object({ nodes: `(SELECT ${array(story)} FROM page s)`, pageInfo }) })} AS "data"`
  );
}

function cursors({ object, array, answer }: Json): string {
  const rows =
    `SELECT "orderedAt" || ' ' || "id" AS "cursor" FROM "story" WHERE ("orderedAt", "id") < ($1, $2) ` +
    'ORDER BY "orderedAt" DESC, "id" DESC LIMIT 100';
  return `SELECT ${answer({ stories: object({ edges: `(SELECT ${array(object({ cursor: 's."cursor"' }))} FROM (${rows}) s)` }) })} AS "data"`;
}

/** A cursor is the instant and the id; neither holds a space. */
function cursorValues(cursor: unknown): SqlValue[] {
  const [orderedAt = '', id = ''] = String(cursor).split(' ');
  return [orderedAt, id];
}
