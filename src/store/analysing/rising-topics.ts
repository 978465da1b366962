import type { Dialect } from '../database/dialect';

/** A topic with its stories in a span of time, and in a longer one that ends where it begins. */
export interface RisingTopic {
  readonly id: string;
  readonly slug: string;
  readonly storyCount: number;
  readonly pastCount: number;
}

/** Of how many of the span's newest stories the topics are counted, and how many topics come of it. */
const STORIES = 2_000;
const TOPICS = 200;

/**
 * The topics that are on most of a span's newest stories, with whole counts for each of them.
 * Parameters: the span's start, its end, and the start of its past.
 */
export function risingTopicsStatement(dialect: Dialect): string {
  const [start, end, pastStart] = [1, 2, 3].map((place) => dialect.parameter(place));
  const recent =
    `SELECT "key" FROM "story" WHERE "orderedAt" >= ${start} AND "orderedAt" < ${end} ORDER BY "orderedAt" DESC, "id" DESC LIMIT ${STORIES}`;
  const counted =
    'SELECT o."topicKey" AS "key", count(*) AS "stories" FROM recent r CROSS JOIN "storyTopic" o ' +
    'WHERE o."storyKey" = r."key" AND o."isRepeat" = false GROUP BY o."topicKey"';
  const frequent =
    'SELECT t."key" AS "key", t."id" AS "id", t."slug" AS "slug" FROM counted c JOIN "topic" t ON t."key" = c."key" ' +
    `ORDER BY c."stories" DESC, t."slug" LIMIT ${TOPICS}`;
  const stories = (from: string | undefined, to: string | undefined) =>
    '(SELECT count(*) FROM "storyTopic" e WHERE e."topicKey" = f."key" AND e."isRepeat" = false ' +
    `AND e."orderedAt" >= ${from} AND e."orderedAt" < ${to})`;
  return (
    `WITH recent AS MATERIALIZED (${recent}), counted AS MATERIALIZED (${counted}), frequent AS MATERIALIZED (${frequent}) ` +
    `SELECT f."id" AS "id", f."slug" AS "slug", ${stories(start, end)} AS "storyCount", ${stories(pastStart, start)} AS "pastCount", ` +
    '(SELECT min("orderedAt") FROM "story") AS "oldest" FROM frequent f'
  );
}
