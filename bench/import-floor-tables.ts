/** What both floors copy: the tables of a store in the order in which they can be written. */

/** Outlets, questions and topics come first and at once: they are few beside what is counted. */
export const NODES = ['outlet', 'question', 'topic', 'outletReference', 'questionReference', 'topicReference'];

/** Rows that hang on a story, by its key. */
export const TIES = ['storyTopic', 'storyQuestion', 'storyOutlet', 'storyTitleWord'];

/** Pairs of nodes that stories have, counted. */
const TALLIES = [
  { table: 'topicTopic', keys: ['topicKey', 'relatedKey'], ties: ['storyTopic', 'storyTopic'], nodes: ['topicKey', 'topicKey'] },
  { table: 'topicOutlet', keys: ['topicKey', 'outletKey'], ties: ['storyTopic', 'storyOutlet'], nodes: ['topicKey', 'outletKey'] },
  { table: 'questionTopic', keys: ['questionKey', 'topicKey'], ties: ['storyQuestion', 'storyTopic'], nodes: ['questionKey', 'topicKey'] },
  { table: 'outletOutlet', keys: ['outletKey', 'otherKey'], ties: ['storyOutlet', 'storyOutlet'], nodes: ['outletKey', 'outletKey'] },
] as const;

/** The counts of pairs that some stories add to a table. */
export interface TallyCopy {
  readonly table: string;
  /** Its columns. */
  readonly keys: string;
  /** Counts the pairs as `x`, `y` and `n`. */
  readonly selection: string;
  /** What stands behind the rows of an `INSERT INTO … AS t`, so that they are added to those that are there. */
  readonly addition: string;
}

/**
 * @param source stands before the names of the store's tables.
 * @param batch a condition on the stories' key.
 */
export function copyOfTallies(source: string, batch: string): TallyCopy[] {
  return TALLIES.map(({ table, keys, ties: [first, second], nodes: [x, y] }) => {
    const quoted = keys.map((key) => `"${key}"`).join(', ');
    const isOfOneKind = first === second;
    return {
      table,
      keys: quoted,
      selection: `SELECT a."${x}" AS "x", b."${y}" AS "y", count(*) AS "n" FROM ${source}"${first}" a JOIN ${source}"${second}" b USING ("storyKey")
        WHERE "storyKey" ${batch}${isOfOneKind ? ` AND a."${x}" <> b."${y}"` : ''} GROUP BY 1, 2`,
      addition: `WHERE true ON CONFLICT (${quoted}) DO UPDATE SET "storyCount" = t."storyCount" + excluded."storyCount"`,
    };
  });
}
