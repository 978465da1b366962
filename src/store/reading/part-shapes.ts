/** The shapes of what has relations and is no node: comparisons, and spans of a topic's time. */
import { byTie, inStoryOrder, sorted, ascending, integer, storyOrders, text } from './orders';
import { besideByTopics } from './related-stories';
import type { NodeShape, RelationShape } from './shape';

/** An outlet that is on fewer of the stories than this part of them does not usually cover their topics. */
const USUALLY = 2;
/** Fewer stories than this show no habit. */
const LEAST_STORIES = 4;

/** A story's row once more: what its outlets say, side by side. */
export const storyComparison: NodeShape = {
  table: 'story',
  fields: {},
  relations: {
    rows: {
      to: 'StoryComparisonRow',
      kind: 'list',
      from: '"storyOutlet" n',
      on: 'n."storyKey" = p."key"',
      parentColumns: ['key'],
      orders: inStoryOrder('n'),
    },
    collective: {
      to: 'Perspective',
      kind: 'list',
      from: '"perspective" n',
      on: 'n."storyKey" = p."key" AND n."isCollective" = true',
      parentColumns: ['key'],
      orders: inStoryOrder('n'),
    },
    silent: {
      to: 'Outlet',
      kind: 'connection',
      // The outlets of the stories beside this one in time under its topics, less those of this one.
      from: (dialect) =>
        `(WITH c AS MATERIALIZED (${besideByTopics(dialect)}), a AS MATERIALIZED (SELECT count(*) AS "stories" FROM c) ` +
        'SELECT o."outletKey" AS "outletKey", count(*) AS "storyCount", max(a."stories") AS "ofStories" ' +
        'FROM a CROSS JOIN c CROSS JOIN "storyOutlet" o WHERE o."storyKey" = c."key" AND NOT EXISTS ' +
        '(SELECT 1 FROM "storyOutlet" m WHERE m."storyKey" = p."key" AND m."outletKey" = o."outletKey") ' +
        `GROUP BY o."outletKey" HAVING count(*) * ${USUALLY} >= max(a."stories") AND max(a."stories") >= ${LEAST_STORIES}) e ` +
        'JOIN "outlet" n ON n."key" = e."outletKey"',
      parentColumns: ['key', 'orderedAt', 'id'],
      orders: { STORY_COUNT: sorted(ascending(integer('-e."storyCount"'), text('n."sortName"'), text('n."slug"'))) },
      edgeFields: { storyCount: { expression: 'e."storyCount"' }, ofStories: { expression: 'e."ofStories"' } },
    },
  },
};

/** An outlet of a story. */
export const storyComparisonRow: NodeShape = {
  table: 'storyOutlet',
  isKeyless: true,
  fields: {},
  relations: {
    outlet: { to: 'Outlet', kind: 'reference', from: '"outlet" n', on: 'n."key" = p."outletKey"', parentColumns: ['outletKey'], orders: {} },
    perspectives: {
      to: 'Perspective',
      kind: 'list',
      from: '"perspective" n CROSS JOIN "perspectiveOutlet" e',
      on:
        'n."storyKey" = p."storyKey" AND n."isCollective" = false AND e."perspectiveKey" = n."key" ' +
        'AND e."isRepeat" = false AND +e."outletKey" = p."outletKey"',
      parentColumns: ['storyKey', 'outletKey'],
      orders: inStoryOrder('n'),
    },
  },
};

/** A span of time of a topic. */
export const topicPeriod: NodeShape = {
  table: '',
  given: { topicKey: 'integer', start: 'text', end: 'text' },
  fields: {},
  relations: {
    stories: {
      to: 'Story',
      kind: 'connection',
      from: '"storyTopic" e JOIN "story" n ON n."key" = e."storyKey"',
      on:
        'e."topicKey" = p."topicKey" AND e."isRepeat" = false AND e."orderedAt" >= p."start" AND e."orderedAt" < p."end"',
      parentColumns: ['topicKey', 'start', 'end'],
      orders: storyOrders(byTie, false),
      storyTie: '"storyTopic" e',
    },
  },
};

const COMPARED = {
  outletKey: 'integer',
  others: 'json',
  othersOnStory: 'integer',
  topicKey: 'integer',
  start: 'text',
  end: 'text',
  isDated: 'integer',
} as const;

/** The stories of one outlet on which so many of some others are. */
const comparedStories: RelationShape = {
  to: 'Story',
  kind: 'connection',
  from: '"storyOutlet" e JOIN "story" n ON n."key" = e."storyKey"',
  on: (dialect) =>
    'e."outletKey" = p."outletKey" AND e."orderedAt" >= p."start" AND e."orderedAt" < p."end" ' +
    'AND (p."isDated" = 0 OR EXISTS (SELECT 1 FROM "story" d WHERE d."key" = e."storyKey" AND d."publishedAt" IS NOT NULL)) ' +
    'AND (p."topicKey" IS NULL OR EXISTS (SELECT 1 FROM "storyTopic" t WHERE t."storyKey" = e."storyKey" AND +t."topicKey" = p."topicKey")) ' +
    // CROSS JOIN: a few other outlets are looked up, where SQLite would make a set of them for each story.
    `AND (SELECT count(*) FROM ${dialect.keys('p."others"')} k CROSS JOIN "storyOutlet" o WHERE o."storyKey" = e."storyKey" AND o."outletKey" = k."value") ` +
    '= p."othersOnStory"',
  parentColumns: Object.keys(COMPARED),
  orders: storyOrders(byTie, false),
  storyTie: '"storyOutlet" e',
};

/** Outlets side by side: the stories that all of them are on. */
export const outletComparison: NodeShape = { table: '', given: COMPARED, fields: {}, relations: { shared: comparedStories } };

/** One of these outlets: the stories that no other of them is on. */
export const comparedOutlet: NodeShape = { table: '', given: COMPARED, fields: {}, relations: { exclusive: comparedStories } };
