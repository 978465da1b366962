import { type MigrationInterface, type QueryRunner, TableColumn, type TableColumnOptions, TableForeignKey, TableIndex } from 'typeorm';

/**
 * Less to keep in step with every story that is written. What indexes of ties were asked for stands beside the nodes
 * now: how many ties a reference has, and which story's words a node shows. The tallies have no foreign keys any more,
 * because only the writes that count them delete what they count.
 */
export class LighterWrites1780000001000 implements MigrationInterface {
  readonly name = 'LighterWrites1780000001000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const { table, keys } of FOREIGN_KEYS) await queryRunner.dropForeignKeys(table, keys.map((key) => new TableForeignKey(key)));
    for (const { table, name } of INDEXES) await queryRunner.dropIndex(table, name);
    for (const { table } of REFERENCES) await queryRunner.addColumn(table, new TableColumn(TIE_COUNT));
    for (const { table } of SHOWING) await queryRunner.addColumns(table, shownColumns(queryRunner).map((column) => new TableColumn(column)));
    for (const { table, tie } of REFERENCES) await queryRunner.query(countTies(table, tie));
    for (const { table, tie } of SHOWING) await queryRunner.query(rankShown(table, tie));
    await replaceIndexes(queryRunner, INDEXES_BEFORE, INDEXES_AFTER);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await replaceIndexes(queryRunner, INDEXES_AFTER, INDEXES_BEFORE);
    for (const { table } of SHOWING) await queryRunner.dropColumns(table, shownColumns(queryRunner).map(({ name }) => name));
    for (const { table } of REFERENCES) await queryRunner.dropColumn(table, TIE_COUNT.name);
    for (const { table, name, columns } of INDEXES) await queryRunner.createIndex(table, new TableIndex({ name, columnNames: columns }));
    for (const { table, keys } of FOREIGN_KEYS) await queryRunner.createForeignKeys(table, keys.map((key) => new TableForeignKey(key)));
  }
}

const REFERENCES = [
  { table: 'outletReference', tie: 'perspectiveOutlet' },
  { table: 'questionReference', tie: 'storyQuestion' },
  { table: 'topicReference', tie: 'storyTopic' },
] as const;

const SHOWING = [
  { table: 'question', tie: 'storyQuestion' },
  { table: 'topic', tie: 'storyTopic' },
] as const;

const foreignKey = (name: string, column: string, table: string, onDelete?: 'CASCADE') => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['key'],
  onDelete,
});

const FOREIGN_KEYS = [
  ...REFERENCES.map(({ table, tie }) => ({ table: tie, keys: [foreignKey(`${tie}_reference_fk`, 'referenceKey', table)] })),
  {
    table: 'topicOutlet',
    keys: [
      foreignKey('topicOutlet_topic_fk', 'topicKey', 'topic', 'CASCADE'),
      foreignKey('topicOutlet_outlet_fk', 'outletKey', 'outlet', 'CASCADE'),
    ],
  },
  {
    table: 'topicTopic',
    keys: [
      foreignKey('topicTopic_topic_fk', 'topicKey', 'topic', 'CASCADE'),
      foreignKey('topicTopic_related_fk', 'relatedKey', 'topic', 'CASCADE'),
    ],
  },
  {
    table: 'questionTopic',
    keys: [
      foreignKey('questionTopic_question_fk', 'questionKey', 'question', 'CASCADE'),
      foreignKey('questionTopic_topic_fk', 'topicKey', 'topic', 'CASCADE'),
    ],
  },
];

const INDEXES: readonly { readonly table: string; readonly name: string; readonly columns: string[] }[] = [
  ...REFERENCES.map(({ tie }) => ({ table: tie, name: `${tie}_reference`, columns: ['referenceKey'] })),
  ...SHOWING.map(({ table, tie }) => ({ table: tie, name: `${tie}_shown`, columns: [`${table}Key`, 'completeness', 'orderedAt', 'storyId'] })),
  { table: 'topicTopic', name: 'topicTopic_related', columns: ['relatedKey'] },
];

/** The order of a node's stories, with what a node that has lost its words is shown by. */
const newest = ({ table, tie }: (typeof SHOWING)[number], ...more: string[]) => ({
  table: tie,
  name: `${tie}_newest`,
  columnNames: [`${table}Key`, 'isRepeat', 'orderedAt', 'storyId', ...more],
});
const slugBase = (where?: string) => ({ table: 'story', name: 'story_slugBase', columnNames: ['slugBase'], where });

const INDEXES_BEFORE = [...SHOWING.map((each) => newest(each)), slugBase()];
const INDEXES_AFTER = [...SHOWING.map((each) => newest(each, 'completeness')), slugBase('"slugIsGiven" = false')];

async function replaceIndexes(
  queryRunner: QueryRunner,
  before: typeof INDEXES_BEFORE,
  after: typeof INDEXES_BEFORE,
): Promise<void> {
  for (const { table, name } of before) await queryRunner.dropIndex(table, name);
  for (const { table, ...index } of after) await queryRunner.createIndex(table, new TableIndex(index));
}

const TIE_COUNT = { name: 'tieCount', type: 'integer', default: 0 } as const satisfies TableColumnOptions;

function shownColumns(queryRunner: QueryRunner): TableColumnOptions[] {
  const collation = queryRunner.connection.options.type === 'postgres' ? 'C' : undefined;
  return [
    { name: 'shownCompleteness', type: 'integer', default: -1 },
    { name: 'shownOrderedAt', type: 'varchar', length: '24', collation, default: "''" },
    { name: 'shownStoryId', type: 'varchar', length: '21', collation, default: "''" },
  ];
}

function countTies(reference: string, tie: string): string {
  return `UPDATE "${reference}" SET "tieCount" = (
    SELECT count(*) FROM "${tie}" AS tie WHERE tie."referenceKey" = "${reference}"."key" AND tie."${nodeKey(reference)}" = "${reference}"."${nodeKey(reference)}")`;
}

/** `topicReference` → `topicKey` */
function nodeKey(reference: string): string {
  return reference.replace('Reference', 'Key');
}

function rankShown(node: string, tie: string): string {
  return `UPDATE "${node}" SET ("shownCompleteness", "shownOrderedAt", "shownStoryId") = (
    SELECT tie."completeness", tie."orderedAt", tie."storyId" FROM "${tie}" AS tie WHERE tie."${node}Key" = "${node}"."key"
    ORDER BY tie."completeness" DESC, tie."orderedAt" DESC, tie."storyId" DESC, tie."position" LIMIT 1)`;
}
