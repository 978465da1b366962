/**
 * The questions that belong with a question, scored by the stories, topics and words of the title that the two share.
 * All numbers are whole, so that both databases and every cursor agree on the order.
 *
 * Bounded like related stories: what is looked at are the questions of its newest stories, and of the stories beside
 * the newest of these in time under each of its topics, read off indexes. Those that share most are scored.
 */
import type { Dialect } from '../database/dialect';

/** How many of its stories, the newest, are asked for their other questions. */
const STORIES = 25;
/** How many of its topics count: those of most of its stories. */
const TOPICS = 12;
/** How many stories are looked at under each topic, up to its newest story and after it. */
const BESIDE = 15;
/** How many questions of such a story are looked at, the first. */
const QUESTIONS_A_STORY = 8;
/** How many candidates are scored, and so how long the list can get. */
const CANDIDATES = 100;

/** Asked by all of these stories. */
const STORIES_WEIGHT = 500;
/** A shared topic weighs the less the more stories have it, a word the more candidates; with this many it weighs half. */
const RARITY = 18;
const TOPIC_WEIGHT = 20_000;
const WORD_WEIGHT = 10_000;
/** A word of more than a quarter of the candidates, and of more than two, is how questions are put. */
const COMMON_WORD = 2;
const COMMON_SHARE = 4;

/** What the FROM clause needs of the question's row. */
export const QUESTION_COLUMNS = ['key', 'titleWords'] as const;

/**
 * The FROM clause of a question's related questions: `n` the question, `e` what it shares with the parent `p`.
 * Each step carries on what the next ones need: SQLite works a step that reads the parent out again wherever it is named.
 */
export function relatedQuestions(dialect: Dialect): string {
  const steps = {
    t: parentTopics(),
    b: besideInTime(dialect),
    h: ofSameStories(),
    c: candidates(),
    d: withTopics(),
    w: withWords(dialect),
    e: scores(),
  };
  const named = Object.entries(steps).map(([name, sql]) => `${name} AS MATERIALIZED (${sql})`);
  const related =
    'SELECT p."key" AS "questionKey", p."titleWords" AS "ownWords", e."key" AS "relatedKey", e."sharedStories" AS "sharedStories", ' +
    'e."stories" AS "stories", e."topics" AS "topics", e."title" AS "title", e."stories" + e."topics" + e."title" AS "total" FROM e';
  return `(WITH ${named.join(', ')} ${related}) e JOIN "question" n ON n."key" = e."relatedKey"`;
}

/** The topics of a question that count: their keys, weights, and on how many of its stories each is. */
export function countedTopics(questionKey: string): string {
  return (
    `(SELECT o."topicKey" AS "topicKey", o."storyCount" AS "storyCount", ${TOPIC_WEIGHT} / (${RARITY} + g."storyCount") AS "weight" ` +
    `FROM "questionTopic" o JOIN "topic" g ON g."key" = o."topicKey" WHERE o."questionKey" = ${questionKey} ` +
    `ORDER BY o."storyCount" DESC, g."sortName", g."slug" LIMIT ${TOPICS})`
  );
}

/** The words that two titles have, in alphabetical order, of an edge's columns. */
export function sharedTitleWords(dialect: Dialect): string {
  return (
    `SELECT o."value" AS "value" FROM ${dialect.texts('p."ownWords"')} o ` +
    `WHERE o."value" IN ${dialect.texts('p."relatedWords"')} ORDER BY o."value"${dialect.name === 'postgres' ? ' COLLATE "C"' : ''}`
  );
}

/** Its newest stories first, so many of them. */
function newestStories(columns: string, limit: number): string {
  return (
    `SELECT ${columns} FROM "storyQuestion" q WHERE q."questionKey" = p."key" AND q."isRepeat" = false ` +
    `ORDER BY q."orderedAt" DESC, q."storyId" DESC LIMIT ${limit}`
  );
}

/** The topics that count, each with the instant and id of the question's newest story. */
function parentTopics(): string {
  return (
    'SELECT x."topicKey" AS "key", x."weight" AS "weight", y."orderedAt" AS "orderedAt", y."storyId" AS "storyId" ' +
    `FROM (${newestStories('q."orderedAt" AS "orderedAt", q."storyId" AS "storyId"', 1)}) y CROSS JOIN ${countedTopics('p."key"')} x`
  );
}

/** The stories beside the newest one in time under each topic. */
function besideInTime(dialect: Dialect): string {
  const sides = (['<=', '>'] as const).map((side) => {
    const order = side === '<=' ? ' DESC' : '';
    const beside =
      'SELECT b."storyKey" AS "value" FROM "storyTopic" b WHERE b."topicKey" = t."key" AND b."isRepeat" = false ' +
      `AND (b."orderedAt", b."storyId") ${side} (t."orderedAt", t."storyId") ` +
      `ORDER BY b."orderedAt"${order}, b."storyId"${order} LIMIT ${BESIDE}`;
    return `SELECT k."value" AS "storyKey", t."key" AS "topicKey", t."weight" AS "weight" FROM t, ${dialect.lateral(beside, 'k')}`;
  });
  return sides.join(' UNION ALL ');
}

/** Orders candidates of one weight: by their newest story among those that are looked at. */
const PLACE = 'max(o."orderedAt" || o."storyId" || o."position") AS "place"';

/** The questions of the same stories: of how many of these each, and what that counts. */
function ofSameStories(): string {
  const stories = `SELECT y."storyKey", count(*) OVER () AS "stories" FROM (${newestStories('q."storyKey" AS "storyKey"', STORIES)}) y`;
  return (
    `SELECT o."questionKey" AS "key", ${PLACE}, count(*) AS "sharedStories", ${STORIES_WEIGHT} * count(*) / max(s."stories") AS "stories" ` +
    `FROM (${stories}) s CROSS JOIN "storyQuestion" o ` +
    'WHERE o."storyKey" = s."storyKey" AND o."isRepeat" = false AND o."questionKey" <> p."key" GROUP BY o."questionKey"'
  );
}

/**
 * Those that share most stories and topics, by weight; of equal ones the newest. Each knows how many they are. Ordered
 * by what the ties have, so that the questions themselves, texts and all, are read for these alone.
 */
function candidates(): string {
  const byTopic =
    `SELECT o."questionKey" AS "key", b."weight" AS "weight", ${PLACE} FROM b CROSS JOIN "storyQuestion" o ` +
    `WHERE o."storyKey" = b."storyKey" AND o."position" < ${QUESTIONS_A_STORY} AND o."isRepeat" = false AND o."questionKey" <> p."key" ` +
    'GROUP BY o."questionKey", b."topicKey", b."weight"';
  const found =
    `SELECT y."key" AS "key", y."weight" AS "weight", y."place" AS "place", 0 AS "sharedStories", 0 AS "stories" FROM (${byTopic}) y ` +
    'UNION ALL SELECT h."key", h."stories", h."place", h."sharedStories", h."stories" FROM h';
  const most =
    'SELECT z."key" AS "key", sum(z."weight") AS "weight", max(z."place") AS "place", max(z."sharedStories") AS "sharedStories", ' +
    `max(z."stories") AS "stories" FROM (${found}) z GROUP BY z."key" ORDER BY "weight" DESC, "place" DESC LIMIT ${CANDIDATES}`;
  return (
    'SELECT r."key" AS "key", r."sharedStories" AS "sharedStories", r."stories" AS "stories", m."titleWords" AS "titleWords", ' +
    `count(*) OVER () AS "candidates" FROM (${most}) r JOIN "question" m ON m."key" = r."key"`
  );
}

function withTopics(): string {
  const columns = 'c."key", c."sharedStories", c."stories", c."titleWords", c."candidates"';
  const isShared = 'EXISTS (SELECT 1 FROM "questionTopic" o WHERE o."questionKey" = c."key" AND o."topicKey" = t."key")';
  return (
    `SELECT ${columns}, sum(CASE WHEN ${isShared} THEN t."weight" ELSE 0 END) AS "topics" ` +
    `FROM c LEFT JOIN t ON true GROUP BY ${columns}`
  );
}

/** A row for each word of the parent's title that a candidate's has, and how many have it; one without a word for each candidate. */
function withWords(dialect: Dialect): string {
  const words =
    `SELECT '' AS "value" UNION ALL SELECT o."value" FROM ${dialect.texts('d."titleWords"')} o ` +
    `WHERE o."value" IN ${dialect.texts('p."titleWords"')}`;
  return (
    'SELECT d."key", d."sharedStories", d."stories", d."topics", d."candidates", k."value" AS "word", ' +
    `count(*) OVER (PARTITION BY k."value") AS "titles" FROM d, ${dialect.lateral(words, 'k')}`
  );
}

/** How many questions have a word in their title is not kept: its rarity is that among the candidates. */
function scores(): string {
  const columns = 'w."key", w."sharedStories", w."stories", w."topics"';
  const counts = `w."word" <> '' AND (w."titles" <= ${COMMON_WORD} OR w."titles" * ${COMMON_SHARE} <= w."candidates")`;
  return (
    `SELECT ${columns}, sum(CASE WHEN ${counts} THEN ${WORD_WEIGHT} / (${RARITY} + w."titles") ELSE 0 END) AS "title" ` +
    `FROM w GROUP BY ${columns}`
  );
}
