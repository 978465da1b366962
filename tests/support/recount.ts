/** Counts every tally from the ties, and gives those that are wrong: an empty list is a sound store. */
import { withRawDatabase } from './raw-database';

const count = (from: string): string => `(SELECT count(*) FROM ${from})`;
const mention = `"perspectiveOutlet" t WHERE t."outletKey" = n."key" AND NOT t."isRepeat"`;

const NODE_TALLIES: readonly (readonly [table: string, column: string, recount: string])[] = [
  ['story', 'perspectiveCount', count(`"perspective" t WHERE t."storyKey" = n."key"`)],
  ['story', 'outletCount', `(SELECT count(DISTINCT t."outletKey") FROM "perspectiveOutlet" t JOIN "perspective" p ON p."key" = t."perspectiveKey" WHERE p."storyKey" = n."key")`],
  ['story', 'outletCount', count(`"storyOutlet" t WHERE t."storyKey" = n."key"`)],
  ['story', 'questionCount', `(SELECT count(DISTINCT t."questionKey") FROM "storyQuestion" t WHERE t."storyKey" = n."key")`],
  ['story', 'questionCount', count(`"storyQuestion" t WHERE t."storyKey" = n."key" AND NOT t."isRepeat"`)],
  ['story', 'topicCount', `(SELECT count(DISTINCT t."topicKey") FROM "storyTopic" t WHERE t."storyKey" = n."key")`],
  ['story', 'topicCount', count(`"storyTopic" t WHERE t."storyKey" = n."key" AND NOT t."isRepeat"`)],
  ['outlet', 'storyCount', count(`"storyOutlet" t WHERE t."outletKey" = n."key"`)],
  ['outlet', 'perspectiveCount', count(`${mention} AND NOT t."isCollective"`)],
  ['outlet', 'collectiveCount', count(`${mention} AND t."isCollective"`)],
  ['question', 'storyCount', `(SELECT count(DISTINCT t."storyKey") FROM "storyQuestion" t WHERE t."questionKey" = n."key")`],
  ['topic', 'storyCount', `(SELECT count(DISTINCT t."storyKey") FROM "storyTopic" t WHERE t."topicKey" = n."key")`],
];

const PAIR_TALLIES: readonly (readonly [table: string, first: string, second: string, recount: string])[] = [
  ['topicOutlet', 'topicKey', 'outletKey', `SELECT a."topicKey", b."outletKey", count(DISTINCT a."storyKey") FROM "storyTopic" a JOIN "storyOutlet" b ON b."storyKey" = a."storyKey" GROUP BY 1, 2`],
  ['topicTopic', 'topicKey', 'relatedKey', `SELECT a."topicKey", b."topicKey", count(DISTINCT a."storyKey") FROM "storyTopic" a JOIN "storyTopic" b ON b."storyKey" = a."storyKey" AND b."topicKey" <> a."topicKey" GROUP BY 1, 2`],
  ['questionTopic', 'questionKey', 'topicKey', `SELECT a."questionKey", b."topicKey", count(DISTINCT a."storyKey") FROM "storyQuestion" a JOIN "storyTopic" b ON b."storyKey" = a."storyKey" GROUP BY 1, 2`],
  ['outletOutlet', 'outletKey', 'otherKey', `SELECT a."outletKey", b."outletKey", count(DISTINCT a."storyKey") FROM "storyOutlet" a JOIN "storyOutlet" b ON b."storyKey" = a."storyKey" AND b."outletKey" <> a."outletKey" GROUP BY 1, 2`],
];

const VALUE_TALLIES: readonly (readonly [facet: string, recount: string])[] = [
  ['languages', `SELECT "language", count(*) FROM "story" WHERE "language" IS NOT NULL GROUP BY 1`],
  ['months', `SELECT substr("publishedAt", 1, 7), count(*) FROM "story" WHERE "publishedAt" IS NOT NULL GROUP BY 1`],
  ['kinds', `SELECT n."kind", count(DISTINCT t."storyKey") FROM "topic" n JOIN "storyTopic" t ON t."topicKey" = n."key" WHERE n."kind" IS NOT NULL GROUP BY 1`],
];

const TIES: readonly (readonly [node: string, tie: string])[] = [
  ['outlet', 'perspectiveOutlet'],
  ['question', 'storyQuestion'],
  ['topic', 'storyTopic'],
];

/** What a node shows of its ties, by the rank that it keeps. */
const SHOWN: readonly (readonly [node: string, tie: string, text: string])[] = [
  ['question', 'storyQuestion', 'answer'],
  ['topic', 'storyTopic', 'description'],
];

/** One line for each tally that is wrong, and for each row that should not be. */
export function findWrongTallies(url: string): Promise<string[]> {
  return withRawDatabase(url, async (raw) => {
    const wrong: string[] = [];
    for (const [table, column, recount] of NODE_TALLIES) {
      const rows = await raw.query<{ id: string; stored: number; counted: number }[]>(
        `SELECT n."id", n."${column}" AS "stored", ${recount} AS "counted" FROM "${table}" n WHERE n."${column}" <> ${recount}`,
      );
      wrong.push(...rows.map(({ id, stored, counted }) => `${table} ${id} ${column}: ${stored}, counted ${counted}`));
    }
    for (const [table, first, second, recount] of PAIR_TALLIES) {
      const stored = `SELECT "${first}", "${second}", "storyCount" FROM "${table}"`;
      for (const [label, sql] of [['stored', `${stored} EXCEPT ${recount}`], ['counted', `${recount} EXCEPT ${stored}`]] as const) {
        const rows = await raw.query<object[]>(sql);
        wrong.push(...rows.map((row) => `${table} ${label} only: ${JSON.stringify(row)}`));
      }
    }
    for (const [facet, recount] of VALUE_TALLIES) {
      const stored = `SELECT "value", "storyCount" FROM "storyTally" WHERE "facet" = '${facet}'`;
      for (const [label, sql] of [['stored', `${stored} EXCEPT ${recount}`], ['counted', `${recount} EXCEPT ${stored}`]] as const) {
        const rows = await raw.query<object[]>(sql);
        wrong.push(...rows.map((row) => `${facet} ${label} only: ${JSON.stringify(row)}`));
      }
    }
    for (const [node, tie] of TIES) {
      const rows = await raw.query<object[]>(
        `SELECT n."digest", n."tieCount" FROM "${node}Reference" n
         WHERE n."tieCount" <> ${count(`"${tie}" t WHERE t."referenceKey" = n."key"`)}
           OR EXISTS (SELECT 1 FROM "${tie}" t WHERE t."referenceKey" = n."key" AND t."${node}Key" <> n."${node}Key")`,
      );
      wrong.push(...rows.map((row) => `${node}Reference with other ties: ${JSON.stringify(row)}`));
      const dangling = await raw.query<object[]>(
        `SELECT t."referenceKey" FROM "${tie}" t WHERE NOT EXISTS (SELECT 1 FROM "${node}Reference" n WHERE n."key" = t."referenceKey")`,
      );
      wrong.push(...dangling.map((row) => `${tie} without its reference: ${JSON.stringify(row)}`));
    }
    for (const [node, tie, text] of SHOWN) {
      const shown = `n."shownCompleteness" || ' ' || n."shownOrderedAt" || ' ' || n."shownStoryId" || ' ' || coalesce(n."${text}", '')`;
      const told = `(SELECT t."completeness" || ' ' || t."orderedAt" || ' ' || t."storyId" || ' ' || coalesce(t."${text}", '') FROM "${tie}" t
        WHERE t."${node}Key" = n."key" ORDER BY t."completeness" DESC, t."orderedAt" DESC, t."storyId" DESC, t."position" LIMIT 1)`;
      const rows = await raw.query<object[]>(`SELECT n."slug", ${shown} AS "shown", ${told} AS "told" FROM "${node}" n WHERE ${shown} <> ${told}`);
      wrong.push(...rows.map((row) => `${node} shows another than its best: ${JSON.stringify(row)}`));
    }
    for (const [node, column, tie] of [['topic', 'topicKey', 'storyTopic'], ['question', 'questionKey', 'storyQuestion']] as const) {
      for (const table of [node, `${node}Reference`]) {
        const key = table === node ? column : 'referenceKey';
        const rows = await raw.query<object[]>(
          `SELECT n."key" FROM "${table}" n WHERE NOT EXISTS (SELECT 1 FROM "${tie}" t WHERE t."${key}" = n."key")`,
        );
        wrong.push(...rows.map((row) => `${table} without a story: ${JSON.stringify(row)}`));
      }
    }
    return wrong;
  });
}
