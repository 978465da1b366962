/** Stories whose ties point to other nodes than before, because references now mean others: what follows from it. */
import type { Transaction } from '../database/database';
import type { ReferenceRow } from './nouns';
import type { ReferencePlan } from './reference-plan';

/** The keys of the stories that have ties of moved references. */
export async function storiesOfMoved<Row extends ReferenceRow>(
  tx: Transaction,
  { noun, moved }: ReferencePlan<Row>,
): Promise<number[]> {
  if (moved.length === 0) return [];
  const given = tx.dialect.bulk({ key: 'integer', nodeKey: 'integer' }, moved.map(({ key, nodeKey }) => ({ key, nodeKey })), 'given');
  const storyKey =
    noun.noun === 'Outlet'
      ? `(SELECT perspective."storyKey" FROM "perspective" AS perspective WHERE perspective."key" = tie."perspectiveKey")`
      : `tie."storyKey"`;
  const rows = await tx.run<{ storyKey: number }>(
    `SELECT DISTINCT ${storyKey} AS "storyKey" FROM ${given.table} CROSS JOIN "${noun.tieTable}" AS tie
     WHERE tie."${noun.nodeKey}" = given."nodeKey" AND tie."referenceKey" = given."key"`,
    given.parameters,
  );
  return rows.map(({ storyKey: key }) => key);
}

/** Brings all that a story derives from its ties in line with them: repeats, its list of outlets, its counts. */
export async function rederive(tx: Transaction, storyKeys: readonly number[]): Promise<void> {
  if (storyKeys.length === 0) return;
  const keys = tx.dialect.keys(tx.dialect.parameter(1));
  for (const sql of [...repeatStatements(keys), ...outletStatements(keys), countStatement(keys)]) {
    await tx.run(sql, [JSON.stringify(storyKeys)]);
  }
}

function repeatStatements(keys: string): string[] {
  const perspectives = `(SELECT "key" FROM "perspective" WHERE "storyKey" IN ${keys})`;
  return [
    ['storyQuestion', 'storyKey', 'questionKey', keys] as const,
    ['storyTopic', 'storyKey', 'topicKey', keys] as const,
    ['perspectiveOutlet', 'perspectiveKey', 'outletKey', perspectives] as const,
  ].map(
    ([table, parent, node, parents]) =>
      `UPDATE "${table}" AS tie SET "isRepeat" = EXISTS (
         SELECT 1 FROM "${table}" AS earlier WHERE earlier."${parent}" = tie."${parent}"
           AND earlier."${node}" = tie."${node}" AND earlier."position" < tie."position")
       WHERE tie."${parent}" IN ${parents}`,
  );
}

function outletStatements(keys: string): string[] {
  return [
    `DELETE FROM "storyOutlet" WHERE "storyKey" IN ${keys}`,
    `INSERT INTO "storyOutlet" ("storyKey", "outletKey", "position", "orderedAt", "storyId")
     SELECT story."key", mention."outletKey",
       row_number() OVER (PARTITION BY story."key" ORDER BY min(mention."place")) - 1, story."orderedAt", story."id"
     FROM "story" AS story JOIN (
       SELECT perspective."storyKey", tie."outletKey",
         row_number() OVER (PARTITION BY perspective."storyKey" ORDER BY perspective."position", tie."position") AS "place"
       FROM "perspective" AS perspective JOIN "perspectiveOutlet" AS tie ON tie."perspectiveKey" = perspective."key"
       WHERE perspective."storyKey" IN ${keys}
     ) AS mention ON mention."storyKey" = story."key"
     GROUP BY story."key", mention."outletKey", story."orderedAt", story."id"`,
  ];
}

function countStatement(keys: string): string {
  const count = (table: string, condition: string): string =>
    `(SELECT count(*) FROM "${table}" AS tie WHERE tie."storyKey" = story."key"${condition})`;
  return `UPDATE "story" AS story SET
    "outletCount" = ${count('storyOutlet', '')},
    "questionCount" = ${count('storyQuestion', ' AND NOT tie."isRepeat"')},
    "topicCount" = ${count('storyTopic', ' AND NOT tie."isRepeat"')}
    WHERE story."key" IN ${keys}`;
}
