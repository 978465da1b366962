/**
 * The two statements of an export. One says which stories it has, in their order; one gives a page of them whole: a
 * story that is written meanwhile comes as it was or as it is, never half of each, because a statement sees one state
 * of the store.
 */
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import type { ExportFilter } from '../store';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

type Fields = readonly (readonly [name: string, expression: string])[];

const STORY_COLUMNS = [
  'key', 'slug', 'slugIsGiven', 'title', 'titleIsDerived', 'language', 'url', 'publishedAt', 'sourceUpdatedAt',
  'importedAt', 'updatedAt', 'summary', 'analysis', 'coverage', 'background', 'otherSections',
];

/** The keys of all stories that the filter lets through, in the order of their slugs, as one JSON list `keys`. */
export function keysStatement(dialect: Dialect, filter: ExportFilter): Statement {
  const parameters: SqlValue[] = [];
  const bind = (value: SqlValue): string => dialect.parameter(parameters.push(value));
  const conditions = filterConditions(dialect, filter, bind);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const ordered = `SELECT story."key" FROM "story" AS story ${where} ORDER BY story."slug"`;
  return { sql: `SELECT ${dialect.jsonArray('listed."key"')} AS "keys" FROM (${ordered}) AS listed`, parameters };
}

/** The stories with these keys that are there, whole, in no order. */
export function storiesStatement(dialect: Dialect, keys: readonly number[]): Statement {
  const columns = STORY_COLUMNS.map((name) => `story."${name}"`).join(', ');
  const sql = `
    SELECT ${columns},
      ${perspectives(dialect)} AS "perspectives",
      ${questions(dialect)} AS "questions",
      ${topics(dialect)} AS "topics"
    FROM "story" AS story WHERE story."key" IN ${dialect.keys(dialect.parameter(1))}`;
  return { sql, parameters: [JSON.stringify(keys)] };
}

function filterConditions(dialect: Dialect, filter: ExportFilter, bind: (value: SqlValue) => string): string[] {
  const texts = (values: readonly string[]): string => dialect.texts(bind(JSON.stringify(values)));
  const has = (tie: string, node: string, slugs: readonly string[]): string =>
    `EXISTS (SELECT 1 FROM "${tie}" AS tie JOIN "${node}" AS node ON node."key" = tie."${node}Key"
       WHERE tie."storyKey" = story."key" AND node."slug" IN ${texts(slugs)})`;
  const conditions: string[] = [];
  if (filter.slugs !== undefined) conditions.push(`story."slug" IN ${texts(filter.slugs)}`);
  if (filter.topics !== undefined) conditions.push(has('storyTopic', 'topic', filter.topics));
  if (filter.outlets !== undefined) conditions.push(has('storyOutlet', 'outlet', filter.outlets));
  if (filter.publishedFrom !== undefined) conditions.push(`story."publishedAt" >= ${bind(filter.publishedFrom)}`);
  if (filter.publishedTo !== undefined) conditions.push(`story."publishedAt" < ${bind(filter.publishedTo)}`);
  if (filter.language !== undefined) conditions.push(`story."language" = ${bind(filter.language)}`);
  return conditions;
}

function perspectives(dialect: Dialect): string {
  const outlets = list(dialect, 'outletMention', [
    ...plain('outletMention', 'name', 'givenSlug', 'country', 'homepage'),
    ['aliases', dialect.asJson('"outletMention"."aliases"')],
  ], `SELECT reference.* FROM "perspectiveOutlet" AS tie JOIN "outletReference" AS reference ON reference."key" = tie."referenceKey"
      WHERE tie."perspectiveKey" = "told"."key" ORDER BY tie."position"`);
  return list(dialect, 'told', [
    ...plain('told', 'headline', 'text', 'url', 'publishedAt', 'isTruncated'),
    ['statements', dialect.asJson('"told"."statements"')],
    ['outlets', outlets],
  ], `SELECT perspective.* FROM "perspective" AS perspective WHERE perspective."storyKey" = story."key" ORDER BY perspective."position"`);
}

function questions(dialect: Dialect): string {
  return list(dialect, 'asked', [
    ...plain('asked', 'title', 'givenSlug', 'intro', 'isTruncated'),
    ['answer', dialect.asJson('"asked"."answer"')],
  ], `SELECT reference."title", reference."givenSlug", tie."intro", tie."answer", tie."isTruncated"
      FROM "storyQuestion" AS tie JOIN "questionReference" AS reference ON reference."key" = tie."referenceKey"
      WHERE tie."storyKey" = story."key" ORDER BY tie."position"`);
}

function topics(dialect: Dialect): string {
  return list(dialect, 'named', [
    ...plain('named', 'name', 'nameIsDerived', 'givenSlug', 'kind', 'description', 'isTruncated', 'wikidataId'),
    ['aliases', dialect.asJson('"named"."aliases"')],
  ], `SELECT reference.*, tie."description", tie."isTruncated"
      FROM "storyTopic" AS tie JOIN "topicReference" AS reference ON reference."key" = tie."referenceKey"
      WHERE tie."storyKey" = story."key" ORDER BY tie."position"`);
}

function plain(alias: string, ...columns: readonly string[]): Fields {
  return columns.map((name) => [name, `"${alias}"."${name}"`] as const);
}

function list(dialect: Dialect, alias: string, fields: Fields, orderedRows: string): string {
  return `(SELECT ${dialect.jsonArray(dialect.jsonObject(fields))} FROM (${orderedRows}) AS "${alias}")`;
}
