/** Everything in a store, without the keys that depend on the order of imports. Two stores hold the same graph when their dumps are equal. */
import { withRawDatabase } from './raw-database';

const columns = (alias: string, ...names: string[]): string => names.map((name) => `${alias}."${name}"`).join(', ');

/** Named statements; each orders its rows by stable values. */
const STATEMENTS: Readonly<Record<string, string>> = {
  stories: `SELECT ${columns('s', 'id', 'slug', 'slugBase', 'slugIsGiven', 'title', 'titleIsDerived', 'language', 'url',
    'publishedAt', 'sourceUpdatedAt', 'importedAt', 'updatedAt', 'orderedAt', 'summary', 'analysis', 'coverage', 'background',
    'otherSections', 'perspectiveCount', 'outletCount', 'questionCount', 'topicCount', 'contentDigest')}
    FROM "story" s ORDER BY s."id"`,
  perspectives: `SELECT s."id" AS "story", ${columns('p', 'id', 'position', 'headline', 'text', 'statements', 'isCollective',
    'url', 'publishedAt', 'isTruncated')} FROM "perspective" p JOIN "story" s ON s."key" = p."storyKey" ORDER BY p."id"`,
  perspectiveOutlets: `SELECT t."perspectiveId", t."position", o."slug" AS "outlet", r."digest", t."isRepeat", t."orderedAt", t."isCollective"
    FROM "perspectiveOutlet" t JOIN "outlet" o ON o."key" = t."outletKey" JOIN "outletReference" r ON r."key" = t."referenceKey"
    ORDER BY t."perspectiveId", t."position"`,
  storyOutlets: `SELECT t."storyId", t."position", o."slug" AS "outlet", t."orderedAt"
    FROM "storyOutlet" t JOIN "outlet" o ON o."key" = t."outletKey" ORDER BY t."storyId", t."position"`,
  storyQuestions: `SELECT t."storyId", ${columns('t', 'position', 'isRepeat', 'intro', 'answer', 'isTruncated', 'completeness', 'orderedAt')},
    q."slug" AS "question", r."digest" FROM "storyQuestion" t JOIN "question" q ON q."key" = t."questionKey"
    JOIN "questionReference" r ON r."key" = t."referenceKey" ORDER BY t."storyId", t."position"`,
  storyTopics: `SELECT t."storyId", ${columns('t', 'position', 'isRepeat', 'description', 'isTruncated', 'completeness', 'orderedAt')},
    n."slug" AS "topic", r."digest" FROM "storyTopic" t JOIN "topic" n ON n."key" = t."topicKey"
    JOIN "topicReference" r ON r."key" = t."referenceKey" ORDER BY t."storyId", t."position"`,
  outlets: `SELECT ${columns('o', 'id', 'slug', 'name', 'sortName', 'aliases', 'country', 'homepage', 'storyCount', 'perspectiveCount',
    'collectiveCount')} FROM "outlet" o ORDER BY o."slug"`,
  questions: `SELECT ${columns('q', 'id', 'slug', 'title', 'sortTitle', 'titleWords', 'intro', 'answer', 'isTruncated', 'storyCount')}
    FROM "question" q ORDER BY q."slug"`,
  topics: `SELECT ${columns('t', 'id', 'slug', 'name', 'sortName', 'nameIsDerived', 'aliases', 'kind', 'wikidataId', 'description',
    'isTruncated', 'storyCount')} FROM "topic" t ORDER BY t."slug"`,
  outletReferences: `SELECT r."digest", o."slug" AS "node", ${columns('r', 'givenSlug', 'nameSlug', 'name', 'aliases', 'aliasSlugs', 'country', 'homepage')}
    FROM "outletReference" r JOIN "outlet" o ON o."key" = r."outletKey" ORDER BY r."digest"`,
  questionReferences: `SELECT r."digest", q."slug" AS "node", ${columns('r', 'givenSlug', 'nameSlug', 'title')}
    FROM "questionReference" r JOIN "question" q ON q."key" = r."questionKey" ORDER BY r."digest"`,
  topicReferences: `SELECT r."digest", t."slug" AS "node", ${columns('r', 'givenSlug', 'nameSlug', 'name', 'nameIsDerived', 'aliases', 'kind', 'wikidataId')}
    FROM "topicReference" r JOIN "topic" t ON t."key" = r."topicKey" ORDER BY r."digest"`,
  topicOutlets: `SELECT t."slug" AS "topic", o."slug" AS "outlet", x."storyCount" FROM "topicOutlet" x
    JOIN "topic" t ON t."key" = x."topicKey" JOIN "outlet" o ON o."key" = x."outletKey" ORDER BY 1, 2`,
  topicTopics: `SELECT t."slug" AS "topic", o."slug" AS "related", x."storyCount" FROM "topicTopic" x
    JOIN "topic" t ON t."key" = x."topicKey" JOIN "topic" o ON o."key" = x."relatedKey" ORDER BY 1, 2`,
  questionTopics: `SELECT q."slug" AS "question", t."slug" AS "topic", x."storyCount" FROM "questionTopic" x
    JOIN "question" q ON q."key" = x."questionKey" JOIN "topic" t ON t."key" = x."topicKey" ORDER BY 1, 2`,
  outletOutlets: `SELECT a."slug" AS "outlet", b."slug" AS "other", x."storyCount" FROM "outletOutlet" x
    JOIN "outlet" a ON a."key" = x."outletKey" JOIN "outlet" b ON b."key" = x."otherKey" ORDER BY 1, 2`,
  storyTitleWords: `SELECT w."storyId", w."word", w."orderedAt" FROM "storyTitleWord" w ORDER BY 1, 2`,
  storyTallies: `SELECT x."facet", x."value", x."storyCount" FROM "storyTally" x ORDER BY 1, 2`,
};

const FLAGS = new Set(['slugIsGiven', 'titleIsDerived', 'isCollective', 'isTruncated', 'isRepeat', 'nameIsDerived']);

export type GraphDump = Record<string, Record<string, unknown>[]>;

/** The dump of the store at this URL; `except` names columns to leave out. */
export function dumpGraph(url: string, except: readonly string[] = []): Promise<GraphDump> {
  return withRawDatabase(url, async (raw) => {
    const dump: GraphDump = {};
    for (const [name, sql] of Object.entries(STATEMENTS)) {
      const rows = await raw.query<Record<string, unknown>[]>(sql);
      dump[name] = rows.map((row) => normalised(row, except));
    }
    return dump;
  });
}

/** SQLite gives flags as 0 and 1. */
function normalised(row: Record<string, unknown>, except: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !except.includes(name))
      .map(([name, value]) => [name, FLAGS.has(name) ? Boolean(value) : value]),
  );
}
