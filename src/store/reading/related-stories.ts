/**
 * The stories that lead on from a story, scored by what the two share. All numbers are whole, so that both databases
 * and every cursor agree on the order.
 *
 * Two steps, so that the work is bounded whatever the topics: first the stories beside the parent in time under each of
 * its topics and title words, read off indexes, of which those are kept that share most; then each of these is scored.
 */
import type { Dialect } from '../database/dialect';

/** How many stories are looked at on either side in time under each topic and each word of the title. */
const BESIDE_BY_TOPIC = 25;
const BESIDE_BY_WORD = 15;
/** How many candidates are scored, and so how long the list can get. */
const CANDIDATES = 100;

/** A shared topic or word weighs the less the more stories have it; with this many it weighs half. */
const RARITY = 18;
const TOPIC_WEIGHT = 20_000;
const WORD_WEIGHT = 10_000;
/** A word on a tenth of all titles, or on so many, leads nowhere. */
const COMMON_WORD = 200;
const COMMON_SHARE = 10;
/** The same outlets, all of them. */
const OUTLETS_WEIGHT = 200;
/** The same hour; half as much a day apart. */
const TIME_WEIGHT = 300;
const HALF_TIME_HOURS = 24;

/** The characters of an instant and an id, which a candidate's text begins with: it orders candidates and ends in their key. */
const BEFORE_KEY = 24 + 21;

/**
 * The FROM clause of a story's related stories: `n` the story, `e` what it shares with the parent `p`.
 * MATERIALIZED: either database would otherwise work each step out again for every row of the next.
 */
export function relatedStories(dialect: Dialect): string {
  const steps = { t: parentTopics(), f: parentTitle(), w: uncommonWords(), c: candidates(dialect), s: shared(), e: compared(dialect) };
  const named = Object.entries(steps).map(([name, sql]) => `${name} AS MATERIALIZED (${sql})`);
  return `(WITH ${named.join(', ')} ${scores()}) e JOIN "story" n ON n."key" = e."relatedKey"`;
}

function parentTopics(): string {
  return (
    `SELECT s."topicKey" AS "key", ${TOPIC_WEIGHT} / (${RARITY} + x."storyCount") AS "weight" FROM "storyTopic" s ` +
    'JOIN "topic" x ON x."key" = s."topicKey" WHERE s."storyKey" = p."key" AND s."isRepeat" = false'
  );
}

/** Each word of the parent's title with the number of titles that have it, counted no further than it takes to know. */
function parentTitle(): string {
  const titles = `SELECT 1 FROM "storyTitleWord" o WHERE o."word" = s."word" LIMIT ${COMMON_WORD}`;
  return (
    `SELECT s."word" AS "word", (SELECT count(*) FROM (${titles}) y) AS "titles" FROM "storyTitleWord" s ` +
    'WHERE s."storyKey" = p."key"'
  );
}

function uncommonWords(): string {
  const stories = `SELECT count(*) AS "count" FROM (SELECT 1 FROM "story" LIMIT ${COMMON_WORD * COMMON_SHARE}) y`;
  return (
    `SELECT f."word" AS "word", ${WORD_WEIGHT} / (${RARITY} + f."titles") AS "weight" FROM f, (${stories}) z ` +
    `WHERE f."titles" <= 2 OR f."titles" * ${COMMON_SHARE} < z."count"`
  );
}

const BY_TOPIC: Beside = {
  of: 't',
  table: 'storyTopic',
  on: 'b."topicKey" = t."key" AND b."isRepeat" = false',
  limit: BESIDE_BY_TOPIC,
};
const BY_WORD: Beside = { of: 'w', table: 'storyTitleWord', on: 'b."word" = w."word"', limit: BESIDE_BY_WORD };

/** The keys of the stories beside the parent `p` in time under its topics, each once. */
export function besideByTopics(dialect: Dialect): string {
  const beside = (['<', '>'] as const).map((side) => besideInTime(side, BY_TOPIC, dialect)).join(' UNION ALL ');
  return (
    `WITH t AS MATERIALIZED (${parentTopics()}) SELECT DISTINCT CAST(substr(u."place", ${BEFORE_KEY + 1}) AS integer) AS "key" ` +
    `FROM (${beside}) u`
  );
}

/** Those that share most topics and words, by weight; of equal ones the newest. */
function candidates(dialect: Dialect): string {
  const beside = (['<', '>'] as const).flatMap((side) => [besideInTime(side, BY_TOPIC, dialect), besideInTime(side, BY_WORD, dialect)]);
  return (
    `SELECT CAST(substr(u."place", ${BEFORE_KEY + 1}) AS integer) AS "key", substr(u."place", 1, 24) AS "orderedAt", ` +
    `substr(u."place", 25, 21) AS "storyId", sum(u."weight") AS "weight" FROM (${beside.join(' UNION ALL ')}) u ` +
    `GROUP BY u."place" ORDER BY "weight" DESC, u."place" DESC LIMIT ${CANDIDATES}`
  );
}

/** Stories beside the parent in time that share something with it. */
interface Beside {
  /** The step that names what is shared. */
  readonly of: string;
  readonly table: string;
  readonly on: string;
  readonly limit: number;
}

function besideInTime(side: '<' | '>', { of, table, on, limit }: Beside, dialect: Dialect): string {
  const order = side === '<' ? ' DESC' : '';
  const beside =
    `SELECT b."orderedAt" || b."storyId" || b."storyKey" AS "value" FROM "${table}" b ` +
    `WHERE ${on} AND (b."orderedAt", b."storyId") ${side} (p."orderedAt", p."id") ` +
    `ORDER BY b."orderedAt"${order}, b."storyId"${order} LIMIT ${limit}`;
  return `SELECT k."value" AS "place", ${of}."weight" AS "weight" FROM ${of}, ${dialect.lateral(beside, 'k')}`;
}

/**
 * The weights of what each candidate shares with the parent. CROSS JOIN: SQLite joins in the order in which it is said,
 * and so begins at the candidates, not at all stories of a topic. It works a step out anew for each row that it is joined
 * to on the right, so that the uncommon words, which are few and take long to find, come first.
 */
function shared(): string {
  const topics =
    'SELECT c."key", c."orderedAt", c."storyId", t."weight" AS "topics", 0 AS "title" FROM c CROSS JOIN "storyTopic" o CROSS JOIN t ' +
    'WHERE o."storyKey" = c."key" AND o."isRepeat" = false AND t."key" = o."topicKey"';
  const title =
    'SELECT c."key", c."orderedAt", c."storyId", 0 AS "topics", w."weight" AS "title" FROM w CROSS JOIN c CROSS JOIN "storyTitleWord" o ' +
    'WHERE o."storyKey" = c."key" AND w."word" = o."word"';
  return (
    'SELECT a."key" AS "key", a."orderedAt" AS "orderedAt", a."storyId" AS "storyId", sum(a."topics") AS "topics", sum(a."title") AS "title" ' +
    `FROM (${topics} UNION ALL ${title}) a GROUP BY a."key", a."orderedAt", a."storyId"`
  );
}

/** The same, with the hours between the two and how many outlets each has and both have. */
function compared(dialect: Dialect): string {
  const ofOne = (key: string) => `SELECT count(*) FROM "storyOutlet" o WHERE o."storyKey" = ${key}`;
  const ofBoth =
    'SELECT count(*) FROM "storyOutlet" o CROSS JOIN "storyOutlet" m ' +
    'WHERE o."storyKey" = s."key" AND m."storyKey" = p."key" AND m."outletKey" = o."outletKey"';
  return (
    'SELECT s."key" AS "key", s."orderedAt" AS "orderedAt", s."storyId" AS "storyId", s."topics" AS "topics", s."title" AS "title", ' +
    `abs(${dialect.hours('s."orderedAt"')} - ${dialect.hours('p."orderedAt"')}) AS "hours", ` +
    `(${ofBoth}) AS "both", (${ofOne('p."key"')}) AS "own", (${ofOne('s."key"')}) AS "other" FROM s`
  );
}

function scores(): string {
  const outlets = `CASE WHEN e."both" = 0 THEN 0 ELSE ${OUTLETS_WEIGHT} * e."both" / (e."own" + e."other" - e."both") END`;
  const time = `${TIME_WEIGHT * HALF_TIME_HOURS} / (${HALF_TIME_HOURS} + e."hours")`;
  return (
    'SELECT p."key" AS "storyKey", e."key" AS "relatedKey", e."orderedAt" AS "orderedAt", e."storyId" AS "storyId", e."topics" AS "topics", e."title" AS "title", ' +
    `${outlets} AS "outlets", ${time} AS "time", e."topics" + e."title" + ${outlets} + ${time} AS "total" FROM e`
  );
}
