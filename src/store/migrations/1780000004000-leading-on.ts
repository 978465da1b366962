import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, type TableOptions } from 'typeorm';
import { titleWords } from '../../domain/title-words';

/** How many stories' titles are read and written at once. */
const STORIES_A_STEP = 500;

/**
 * What leads from story to story and from outlet to outlet: the words of titles, and how often two outlets meet.
 * Both are made of what the store has, so that taking it back loses nothing.
 */
export class LeadingOn1780000004000 implements MigrationInterface {
  readonly name = 'LeadingOn1780000004000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const isPostgres = queryRunner.connection.options.type === 'postgres';
    for (const table of tables(isPostgres)) await queryRunner.createTable(new Table(table));
    await queryRunner.query(
      `INSERT INTO "outletOutlet" ("outletKey", "otherKey", "storyCount")
       SELECT a."outletKey", b."outletKey", count(*) FROM "storyOutlet" a
       JOIN "storyOutlet" b ON b."storyKey" = a."storyKey" AND b."outletKey" <> a."outletKey"
       GROUP BY a."outletKey", b."outletKey"`,
    );
    await fillTitleWords(queryRunner, isPostgres);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const isPostgres = queryRunner.connection.options.type === 'postgres';
    for (const table of tables(isPostgres)) await queryRunner.dropTable(table.name);
  }
}

async function fillTitleWords(queryRunner: QueryRunner, isPostgres: boolean): Promise<void> {
  const parameter = isPostgres ? '$1' : '?';
  const [rows, field] = isPostgres
    ? ['json_array_elements($1::json)', (name: string) => `value ->> '${name}'`]
    : ['json_each(?)', (name: string) => `value ->> '$.${name}'`];
  const key = isPostgres ? `(${field('key')})::integer` : field('key');
  let after = 0;
  for (;;) {
    const stories = await queryRunner.manager.query<{ key: number; title: string }[]>(
      `SELECT "key", "title" FROM "story" WHERE "key" > ${parameter} ORDER BY "key" LIMIT ${STORIES_A_STEP}`,
      [after],
    );
    const last = stories.at(-1);
    if (last === undefined) return;
    after = last.key;
    const words = stories.flatMap(({ key: storyKey, title }) => titleWords(title).map((word) => ({ key: storyKey, word })));
    await queryRunner.query(
      `INSERT INTO "storyTitleWord" ("storyKey", "word", "orderedAt", "storyId")
       SELECT s."key", w."word", s."orderedAt", s."id"
       FROM (SELECT ${key} AS "key", ${field('word')} AS "word" FROM ${rows}) w JOIN "story" s ON s."key" = w."key"`,
      [JSON.stringify(words)],
    );
  }
}

function tables(isPostgres: boolean): TableOptions[] {
  const collation = isPostgres ? 'C' : undefined;
  const primary = (table: string, name: string): TableColumnOptions => ({
    name,
    type: 'integer',
    isPrimary: true,
    primaryKeyConstraintName: `${table}_pk`,
  });
  const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: 'varchar', length: String(length), collation });
  const reference = (name: string, column: string, table: string) => ({
    name,
    columnNames: [column],
    referencedTableName: table,
    referencedColumnNames: ['key'],
    onDelete: 'CASCADE',
  });
  return [
    {
      name: 'storyTitleWord',
      withoutRowid: true,
      columns: [
        primary('storyTitleWord', 'storyKey'),
        { ...primary('storyTitleWord', 'word'), ...varchar('word', 48) },
        varchar('orderedAt', 24),
        varchar('storyId', 21),
      ],
      indices: [{ name: 'storyTitleWord_newest', columnNames: ['word', 'orderedAt', 'storyId'] }],
      foreignKeys: [reference('storyTitleWord_story_fk', 'storyKey', 'story')],
    },
    {
      name: 'outletOutlet',
      withoutRowid: true,
      columns: [
        primary('outletOutlet', 'outletKey'),
        primary('outletOutlet', 'otherKey'),
        { name: 'storyCount', type: 'integer', default: 0 },
      ],
      indices: [{ name: 'outletOutlet_other', columnNames: ['otherKey'] }],
      foreignKeys: [
        reference('outletOutlet_outlet_fk', 'outletKey', 'outlet'),
        reference('outletOutlet_other_fk', 'otherKey', 'outlet'),
      ],
    },
  ];
}
