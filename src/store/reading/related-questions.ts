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
const BESIDE = 25;
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
const COMMON_WORDS = 2;
const COMMON_SHARE = 4;

/** What the FROM clause needs of the question's row. */
export const QUESTION_COLUMNS = ['key', 'titleWords'] as const;

/**
 * The FROM clause of a question's related questions: `n` the question, `e` what it shares with the parent `p`.
 * MATERIALIZED: either database would otherwise work each step out again for every row of the next.
 */
export function relatedQuestions(dialect: Dialect): string {
  const steps = {
    s: newestStories(),
    a: 'SELECT max(s."orderedAt" || s."storyId") AS "place" FROM s',
    t: `SELECT x."topicKey" AS "key", x."weight" AS "weight" FROM ${countedTopics('p."key"')} x`,
    b: besideInTime(dialect),
    h: ofSameStories(),
    c: candidates(),
    w: sharedWords(dialect),
    u: uncommonWords(),
    e: scores(),
  };
  const named = Object.entries(steps).map(([name, sql]) => `${name} AS MATERIALIZED (${sql})`);
  return `(WITH ${named.join(', ')} SELECT * FROM e) e JOIN "question" n ON n."key" = e."relatedKey"`;
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

function newestStories(): string {
  return (
    'SELECT q."storyKey" AS "storyKey", q."orderedAt" AS "orderedAt", q."storyId" AS "storyId" FROM "storyQuestion" q ' +
    `WHERE q."questionKey" = p."key" AND q."isRepeat" = false ORDER BY q."orderedAt" DESC, q."storyId" DESC LIMIT ${STORIES}`
  );
}

/** The stories beside the newest one in time under each topic. */
function besideInTime(dialect: Dialect): string {
  const sides = (['<=', '>'] as const).map((side) => {
    const order = side === '<=' ? ' DESC' : '';
    const beside =
      'SELECT b."storyKey" AS "value" FROM "storyTopic" b WHERE b."topicKey" = t."key" AND b."isRepeat" = false ' +
      `AND (b."orderedAt", b."storyId") ${side} (substr(a."place", 1, 24), substr(a."place", 25)) ` +
      `ORDER BY b."orderedAt"${order}, b."storyId"${order} LIMIT ${BESIDE}`;
    return `SELECT k."value" AS "storyKey", t."key" AS "topicKey", t."weight" AS "weight" FROM a CROSS JOIN t, ${dialect.lateral(beside, 'k')}`;
  });
  return sides.join(' UNION ALL ');
}

/** The questions of the same stories, and of how many of these each. */
function ofSameStories(): string {
  return (
    'SELECT o."questionKey" AS "key", count(*) AS "stories" FROM s CROSS JOIN "storyQuestion" o ' +
    'WHERE o."storyKey" = s."storyKey" AND o."isRepeat" = false AND o."questionKey" <> p."key" GROUP BY o."questionKey"'
  );
}

/** Those that share most stories and topics, by weight; of equal ones the first by name. */
function candidates(): string {
  const byTopic =
    'SELECT DISTINCT o."questionKey" AS "key", b."topicKey" AS "topicKey", b."weight" AS "weight" FROM b CROSS JOIN "storyQuestion" o ' +
    `WHERE o."storyKey" = b."storyKey" AND o."position" < ${QUESTIONS_A_STORY} AND o."isRepeat" = false AND o."questionKey" <> p."key"`;
  const found =
    `SELECT y."key" AS "key", y."weight" AS "weight" FROM (${byTopic}) y UNION ALL ` +
    `SELECT h."key", ${storiesScore('h."stories"')} FROM h`;
  return (
    'SELECT m."key" AS "key", m."titleWords" AS "titleWords" ' +
    `FROM (SELECT z."key" AS "key", sum(z."weight") AS "weight" FROM (${found}) z GROUP BY z."key") r ` +
    `JOIN "question" m ON m."key" = r."key" ORDER BY r."weight" DESC, m."sortTitle", m."slug" LIMIT ${CANDIDATES}`
  );
}

function storiesScore(stories: string): string {
  return `${STORIES_WEIGHT} * ${stories} / (SELECT count(*) FROM s)`;
}

/** The words of the parent's title that each candidate's has. */
function sharedWords(dialect: Dialect): string {
  const shared = `SELECT o."value" AS "value" FROM ${dialect.texts('c."titleWords"')} o WHERE o."value" IN ${dialect.texts('p."titleWords"')}`;
  return `SELECT c."key" AS "key", k."value" AS "word" FROM c, ${dialect.lateral(shared, 'k')}`;
}

/** How many questions ask with a word is not kept: its rarity is that among the candidates. */
function uncommonWords(): string {
  return (
    `SELECT w."word" AS "word", ${WORD_WEIGHT} / (${RARITY} + count(*)) AS "weight" FROM w GROUP BY w."word" ` +
    `HAVING count(*) <= ${COMMON_WORDS} OR count(*) * ${COMMON_SHARE} <= (SELECT count(*) FROM c)`
  );
}

/** CROSS JOIN: SQLite then begins at the candidates, not at all questions of a topic. */
function scores(): string {
  const parts = [
    `SELECT h."key" AS "key", ${storiesScore('h."stories"')} AS "stories", h."stories" AS "sharedStories", 0 AS "topics", 0 AS "title" FROM h`,
    'SELECT c."key", 0, 0, t."weight", 0 FROM c CROSS JOIN t CROSS JOIN "questionTopic" o WHERE o."questionKey" = c."key" AND o."topicKey" = t."key"',
    'SELECT w."key", 0, 0, 0, u."weight" FROM w JOIN u ON u."word" = w."word"',
  ];
  const sums = ['stories', 'sharedStories', 'topics', 'title'].map((part) => `sum(y."${part}") AS "${part}"`);
  return (
    'SELECT p."key" AS "questionKey", c."key" AS "relatedKey", p."titleWords" AS "ownWords", r."stories" AS "stories", ' +
    'r."sharedStories" AS "sharedStories", r."topics" AS "topics", r."title" AS "title", ' +
    `r."stories" + r."topics" + r."title" AS "total" FROM c JOIN (SELECT y."key" AS "key", ${sums.join(', ')} ` +
    `FROM (${parts.join(' UNION ALL ')}) y GROUP BY y."key") r ON r."key" = c."key"`
  );
}
