/**
 * How many stories each kind of topic, each language and each month has: what facets of all stories show. A write
 * takes the stories that it concerns out before it changes them, and puts them in again as they have become.
 */
import type { Transaction } from '../database/database';
import type { TopicReferenceRow } from './nouns';
import type { ReferencePlan } from './reference-plan';

/** Puts these stories, as the store has them and their topics now, into the tallies (+1) or takes them out (-1). */
export async function tallyStories(tx: Transaction, storyKeys: readonly number[], sign: 1 | -1): Promise<void> {
  if (storyKeys.length === 0) return;
  const keys = tx.dialect.keys(tx.dialect.parameter(1));
  await tx.run(
    `INSERT INTO "storyTally" ("facet", "value", "storyCount")
     SELECT v."facet", v."value", ${sign} * count(*) FROM (${valuesOf(keys)}) v
     WHERE v."value" IS NOT NULL GROUP BY v."facet", v."value"
     ON CONFLICT ("facet", "value") DO UPDATE SET "storyCount" = "storyTally"."storyCount" + excluded."storyCount"`,
    [JSON.stringify(storyKeys)],
  );
  // Values are few: the kinds, and what languages and months there are.
  if (sign < 0) await tx.run(`DELETE FROM "storyTally" WHERE "storyCount" = 0`);
}

/** The keys of the stories whose topics will show another kind once this plan is carried out. */
export async function storiesOfOtherKind(tx: Transaction, { shown }: ReferencePlan<TopicReferenceRow>): Promise<number[]> {
  if (shown.size === 0) return [];
  const rows = [...shown].map(([slug, { kind }]) => ({ slug, kind }));
  const given = tx.dialect.bulk({ slug: 'text', kind: 'text' }, rows, 'given');
  const stories = await tx.run<{ storyKey: number }>(
    `SELECT DISTINCT tie."storyKey" FROM ${given.table} CROSS JOIN "topic" AS node CROSS JOIN "storyTopic" AS tie
     WHERE node."slug" = given."slug" AND node."kind" IS DISTINCT FROM given."kind" AND tie."topicKey" = node."key"`,
    given.parameters,
  );
  return stories.map(({ storyKey }) => storyKey);
}

/** A row for each value that a story has, under the name of the facet; null where it has none. */
function valuesOf(keys: string): string {
  return `SELECT 'languages' AS "facet", n."language" AS "value" FROM "story" n WHERE n."key" IN ${keys}
    UNION ALL SELECT 'months', substr(n."publishedAt", 1, 7) FROM "story" n WHERE n."key" IN ${keys}
    UNION ALL SELECT 'kinds', k."kind" FROM (
      SELECT DISTINCT f."storyKey", t."kind" FROM "storyTopic" f CROSS JOIN "topic" t
      WHERE f."storyKey" IN ${keys} AND t."key" = f."topicKey") k`;
}
