/** How many of the stories of a list each topic, outlet, kind of topic, language and month has: facet → SQL. */
import type { Noun } from '../../domain/identity';
import type { Columns } from './relation-scope';
import type { FacetName, StoryFilter } from './selection';

/** The stories to count: the key of each, what they are read from, and whether a filter chooses among them. */
export interface CountedStories {
  readonly key: string;
  readonly from: string;
  readonly conditions: readonly string[];
}

/** Nodes with how many stories each has, from a tally. */
export interface TalliedNodes {
  /** A FROM clause with the node's table as `n`. */
  readonly from: string;
  readonly on?: string;
  readonly count: string;
}

/** The condition that a facet pays no heed to: its own, so that it shows what else could be chosen. */
export const OWN_CONDITION: Readonly<Record<FacetName, keyof StoryFilter | null>> = {
  topics: 'topics',
  outlets: 'outlets',
  // No condition is on kinds.
  kinds: null,
  languages: 'language',
  months: 'publishedAt',
};

/** Facets whose members are nodes. */
export const NODE_FACETS = {
  topics: { noun: 'Topic', tie: '"storyTopic" f WHERE f."storyKey" = s."key" AND f."isRepeat" = false', key: 'f."topicKey"', name: 'sortName' },
  outlets: { noun: 'Outlet', tie: '"storyOutlet" f WHERE f."storyKey" = s."key"', key: 'f."outletKey"', name: 'sortName' },
} as const;

export type NodeFacetName = keyof typeof NODE_FACETS;

/** The noun of a facet's nodes; null where its members are values. */
export function facetNoun(name: FacetName): Noun | null {
  return isNodeFacet(name) ? NODE_FACETS[name].noun : null;
}

export function isFacet(name: string): name is FacetName {
  return name in OWN_CONDITION;
}

export function isNodeFacet(name: FacetName): name is NodeFacetName {
  return name in NODE_FACETS;
}

/** The nodes of the most stories, with these columns and `$count`. */
export function nodeFacetRows(name: NodeFacetName, stories: CountedStories | TalliedNodes, columns: Columns, limit: string): string {
  const { noun, name: nameColumn } = NODE_FACETS[name];
  const tallied: TalliedNodes =
    'count' in stories
      ? stories
      : { from: `(${countOfEach(name, stories)}) c JOIN "${noun.toLowerCase()}" n ON n."key" = c."key"`, count: 'c."count"' };
  const listed = [...columns, ['$count', tallied.count] as const].map(([column, expression]) => `${expression} AS "${column}"`);
  const conditions = [...(tallied.on === undefined ? [] : [tallied.on]), `${tallied.count} > 0`];
  return (
    `SELECT ${listed.join(', ')} FROM ${tallied.from} WHERE ${conditions.join(' AND ')} ` +
    `ORDER BY ${tallied.count} DESC, n."${nameColumn}", n."slug" LIMIT ${limit}`
  );
}

/** The values of the most stories: `value` and `$count`. Where nothing chooses among the stories, a tally knows them. */
export function valueFacetRows(name: Exclude<FacetName, NodeFacetName>, stories: CountedStories, limit: string): string {
  const counts =
    stories.conditions.length === 0
      ? `SELECT t."value" AS "value", t."storyCount" AS "$count" FROM "storyTally" t WHERE t."facet" = '${name}'`
      : `SELECT v."value" AS "value", count(*) AS "$count" FROM (${valuesOfEach(name, stories)}) v ` +
        'WHERE v."value" IS NOT NULL GROUP BY v."value"';
  return `${counts} ORDER BY 2 DESC, 1 LIMIT ${limit}`;
}

/** SQLite takes the tables of a CROSS JOIN from left to right: begun at the ties, it would look up each story of the store. */
function countOfEach(name: NodeFacetName, stories: CountedStories): string {
  const { tie, key } = NODE_FACETS[name];
  return `SELECT ${key} AS "key", count(*) AS "count" FROM (${keysOfStories(stories)}) s CROSS JOIN ${tie} GROUP BY ${key}`;
}

/** A value of each story; of kinds, each that its topics have, once. */
function valuesOfEach(name: Exclude<FacetName, NodeFacetName>, stories: CountedStories): string {
  switch (name) {
    case 'languages':
      return selectOfStories('n."language" AS "value"', stories);
    case 'months':
      return selectOfStories('substr(n."publishedAt", 1, 7) AS "value"', stories);
    case 'kinds':
      return kindsOfEach(stories);
  }
}

function kindsOfEach(stories: CountedStories): string {
  return (
    `SELECT DISTINCT s."key" AS "key", t."kind" AS "value" FROM (${keysOfStories(stories)}) s CROSS JOIN "storyTopic" f ` +
    'JOIN "topic" t ON t."key" = f."topicKey" WHERE f."storyKey" = s."key"'
  );
}

function keysOfStories(stories: CountedStories): string {
  return selectOfStories(`${stories.key} AS "key"`, stories);
}

function selectOfStories(list: string, { from, conditions }: CountedStories): string {
  return `SELECT ${list} FROM ${from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;
}
