import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, type TableOptions } from 'typeorm';

/**
 * The first form of the store. Migrations are append-only and spelled out: they say what the tables were at
 * their time, whatever the entities become later.
 */
export class Initial1780000000000 implements MigrationInterface {
  readonly name = 'Initial1780000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const isPostgres = queryRunner.connection.options.type === 'postgres';
    for (const table of tables(columnsFor(isPostgres))) await queryRunner.createTable(new Table(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const isPostgres = queryRunner.connection.options.type === 'postgres';
    for (const table of tables(columnsFor(isPostgres)).reverse()) await queryRunner.dropTable(table.name);
  }
}

type Columns = ReturnType<typeof columnsFor>;

function columnsFor(isPostgres: boolean) {
  // SQLite compares text byte by byte; PostgreSQL does so under "C". Orders and cursors must not differ.
  const collation = isPostgres ? 'C' : undefined;
  const no = isPostgres ? 'false' : '0';
  const text = (name: string, options: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
    name,
    type: 'text',
    collation,
    ...options,
  });
  const varchar = (name: string, length: number, options: Partial<TableColumnOptions> = {}): TableColumnOptions =>
    text(name, { type: 'varchar', length: String(length), ...options });
  const integer = (name: string, options: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
    name,
    type: 'integer',
    ...options,
  });
  return {
    generatedKey: (table: string): TableColumnOptions =>
      integer('key', {
        isPrimary: true,
        isGenerated: true,
        generationStrategy: 'increment',
        primaryKeyConstraintName: `${table}_pk`,
      }),
    primary: (table: string, name: string): TableColumnOptions =>
      integer(name, { isPrimary: true, primaryKeyConstraintName: `${table}_pk` }),
    text,
    nullableText: (name: string) => text(name, { isNullable: true }),
    integer,
    tally: (name: string) => integer(name, { default: 0 }),
    flag: (name: string): TableColumnOptions => ({ name, type: 'boolean', default: no }),
    id: (name: string) => varchar(name, 21),
    slug: (name: string) => varchar(name, 240),
    nullableSlug: (name: string) => varchar(name, 240, { isNullable: true }),
    instant: (name: string) => varchar(name, 24),
    nullableInstant: (name: string) => varchar(name, 24, { isNullable: true }),
    digest: (name: string) => varchar(name, 43),
    nullableVarchar: (name: string, length: number) => varchar(name, length, { isNullable: true }),
  };
}

function tables(c: Columns): TableOptions[] {
  return [...nodeTables(c), ...referenceTables(c), ...tieTables(c), ...tallyTables(c)];
}

function nodeTables(c: Columns): TableOptions[] {
  return [
    {
      name: 'story',
      columns: [
        c.generatedKey('story'),
        c.id('id'),
        c.slug('slug'),
        c.slug('slugBase'),
        c.flag('slugIsGiven'),
        c.text('title'),
        c.flag('titleIsDerived'),
        c.nullableVarchar('language', 35),
        c.nullableText('url'),
        c.nullableInstant('publishedAt'),
        c.nullableInstant('sourceUpdatedAt'),
        c.instant('importedAt'),
        c.instant('updatedAt'),
        c.instant('orderedAt'),
        c.text('summary'),
        c.nullableText('analysis'),
        c.nullableText('coverage'),
        c.nullableText('background'),
        c.text('otherSections'),
        c.tally('perspectiveCount'),
        c.tally('outletCount'),
        c.tally('questionCount'),
        c.tally('topicCount'),
        c.digest('contentDigest'),
      ],
      indices: [
        unique('story_id', 'id'),
        unique('story_slug', 'slug'),
        index('story_slugBase', 'slugBase'),
        index('story_newest', 'orderedAt', 'id'),
        index('story_updated', 'updatedAt', 'id'),
      ],
    },
    {
      name: 'perspective',
      columns: [
        c.generatedKey('perspective'),
        c.id('id'),
        c.integer('storyKey'),
        c.integer('position'),
        c.nullableText('headline'),
        c.text('text'),
        c.text('statements'),
        c.flag('isCollective'),
        c.nullableText('url'),
        c.nullableInstant('publishedAt'),
        c.flag('isTruncated'),
      ],
      indices: [unique('perspective_id', 'id'), unique('perspective_story', 'storyKey', 'position')],
      foreignKeys: [reference('perspective_story_fk', 'storyKey', 'story', 'CASCADE')],
    },
    {
      name: 'outlet',
      columns: [
        c.generatedKey('outlet'),
        c.id('id'),
        c.slug('slug'),
        c.text('name'),
        c.text('sortName'),
        c.text('aliases'),
        c.nullableVarchar('country', 2),
        c.nullableText('homepage'),
        c.tally('storyCount'),
        c.tally('perspectiveCount'),
        c.tally('collectiveCount'),
      ],
      indices: [unique('outlet_id', 'id'), unique('outlet_slug', 'slug'), index('outlet_name', 'sortName', 'slug')],
    },
    {
      name: 'question',
      columns: [
        c.generatedKey('question'),
        c.id('id'),
        c.slug('slug'),
        c.text('title'),
        c.text('sortTitle'),
        c.nullableText('intro'),
        c.nullableText('answer'),
        c.flag('isTruncated'),
        c.tally('storyCount'),
      ],
      indices: [
        unique('question_id', 'id'),
        unique('question_slug', 'slug'),
        index('question_title', 'sortTitle', 'slug'),
      ],
    },
    {
      name: 'topic',
      columns: [
        c.generatedKey('topic'),
        c.id('id'),
        c.slug('slug'),
        c.text('name'),
        c.text('sortName'),
        c.flag('nameIsDerived'),
        c.text('aliases'),
        c.nullableVarchar('kind', 12),
        c.nullableVarchar('wikidataId', 20),
        c.nullableText('description'),
        c.flag('isTruncated'),
        c.tally('storyCount'),
      ],
      indices: [unique('topic_id', 'id'), unique('topic_slug', 'slug'), index('topic_name', 'sortName', 'slug')],
    },
  ];
}

function referenceTables(c: Columns): TableOptions[] {
  return [
    {
      name: 'outletReference',
      columns: [
        c.generatedKey('outletReference'),
        c.digest('digest'),
        c.integer('outletKey'),
        c.nullableSlug('givenSlug'),
        c.slug('nameSlug'),
        c.text('name'),
        c.text('aliases'),
        c.text('aliasSlugs'),
        c.nullableVarchar('country', 2),
        c.nullableText('homepage'),
      ],
      indices: [unique('outletReference_digest', 'digest'), index('outletReference_outlet', 'outletKey')],
      foreignKeys: [reference('outletReference_outlet_fk', 'outletKey', 'outlet')],
    },
    {
      name: 'questionReference',
      columns: [
        c.generatedKey('questionReference'),
        c.digest('digest'),
        c.integer('questionKey'),
        c.nullableSlug('givenSlug'),
        c.slug('nameSlug'),
        c.text('title'),
      ],
      indices: [
        unique('questionReference_digest', 'digest'),
        index('questionReference_question', 'questionKey'),
        index('questionReference_givenSlug', 'givenSlug'),
        index('questionReference_nameSlug', 'nameSlug'),
      ],
      foreignKeys: [reference('questionReference_question_fk', 'questionKey', 'question')],
    },
    {
      name: 'topicReference',
      columns: [
        c.generatedKey('topicReference'),
        c.digest('digest'),
        c.integer('topicKey'),
        c.nullableSlug('givenSlug'),
        c.nullableVarchar('wikidataId', 20),
        c.slug('nameSlug'),
        c.text('name'),
        c.flag('nameIsDerived'),
        c.text('aliases'),
        c.nullableVarchar('kind', 12),
      ],
      indices: [
        unique('topicReference_digest', 'digest'),
        index('topicReference_topic', 'topicKey'),
        index('topicReference_givenSlug', 'givenSlug'),
        index('topicReference_nameSlug', 'nameSlug'),
        index('topicReference_wikidataId', 'wikidataId'),
      ],
      foreignKeys: [reference('topicReference_topic_fk', 'topicKey', 'topic')],
    },
  ];
}

function tieTables(c: Columns): TableOptions[] {
  return [
    {
      name: 'perspectiveOutlet',
      withoutRowid: true,
      columns: [
        c.primary('perspectiveOutlet', 'perspectiveKey'),
        c.primary('perspectiveOutlet', 'position'),
        c.integer('outletKey'),
        c.integer('referenceKey'),
        c.flag('isRepeat'),
        c.instant('orderedAt'),
        c.id('perspectiveId'),
        c.flag('isCollective'),
      ],
      indices: [
        index('perspectiveOutlet_newest', 'outletKey', 'orderedAt', 'perspectiveId', 'isCollective'),
        index('perspectiveOutlet_reference', 'referenceKey'),
      ],
      foreignKeys: [
        reference('perspectiveOutlet_perspective_fk', 'perspectiveKey', 'perspective', 'CASCADE'),
        reference('perspectiveOutlet_outlet_fk', 'outletKey', 'outlet'),
        reference('perspectiveOutlet_reference_fk', 'referenceKey', 'outletReference'),
      ],
    },
    {
      name: 'storyOutlet',
      withoutRowid: true,
      columns: [
        c.primary('storyOutlet', 'storyKey'),
        c.primary('storyOutlet', 'outletKey'),
        c.integer('position'),
        c.instant('orderedAt'),
        c.id('storyId'),
      ],
      indices: [index('storyOutlet_newest', 'outletKey', 'orderedAt', 'storyId')],
      foreignKeys: [
        reference('storyOutlet_story_fk', 'storyKey', 'story', 'CASCADE'),
        reference('storyOutlet_outlet_fk', 'outletKey', 'outlet'),
      ],
    },
    {
      name: 'storyQuestion',
      withoutRowid: true,
      columns: [
        c.primary('storyQuestion', 'storyKey'),
        c.primary('storyQuestion', 'position'),
        c.integer('questionKey'),
        c.integer('referenceKey'),
        c.flag('isRepeat'),
        c.nullableText('intro'),
        c.nullableText('answer'),
        c.flag('isTruncated'),
        c.integer('completeness'),
        c.instant('orderedAt'),
        c.id('storyId'),
      ],
      indices: [
        index('storyQuestion_newest', 'questionKey', 'isRepeat', 'orderedAt', 'storyId'),
        index('storyQuestion_shown', 'questionKey', 'completeness', 'orderedAt', 'storyId'),
        index('storyQuestion_reference', 'referenceKey'),
      ],
      foreignKeys: [
        reference('storyQuestion_story_fk', 'storyKey', 'story', 'CASCADE'),
        reference('storyQuestion_question_fk', 'questionKey', 'question'),
        reference('storyQuestion_reference_fk', 'referenceKey', 'questionReference'),
      ],
    },
    {
      name: 'storyTopic',
      withoutRowid: true,
      columns: [
        c.primary('storyTopic', 'storyKey'),
        c.primary('storyTopic', 'position'),
        c.integer('topicKey'),
        c.integer('referenceKey'),
        c.flag('isRepeat'),
        c.nullableText('description'),
        c.flag('isTruncated'),
        c.integer('completeness'),
        c.instant('orderedAt'),
        c.id('storyId'),
      ],
      indices: [
        index('storyTopic_newest', 'topicKey', 'isRepeat', 'orderedAt', 'storyId'),
        index('storyTopic_shown', 'topicKey', 'completeness', 'orderedAt', 'storyId'),
        index('storyTopic_reference', 'referenceKey'),
      ],
      foreignKeys: [
        reference('storyTopic_story_fk', 'storyKey', 'story', 'CASCADE'),
        reference('storyTopic_topic_fk', 'topicKey', 'topic'),
        reference('storyTopic_reference_fk', 'referenceKey', 'topicReference'),
      ],
    },
  ];
}

function tallyTables(c: Columns): TableOptions[] {
  return [
    {
      name: 'topicOutlet',
      withoutRowid: true,
      columns: [c.primary('topicOutlet', 'topicKey'), c.primary('topicOutlet', 'outletKey'), c.tally('storyCount')],
      indices: [index('topicOutlet_outlet', 'outletKey')],
      foreignKeys: [
        reference('topicOutlet_topic_fk', 'topicKey', 'topic', 'CASCADE'),
        reference('topicOutlet_outlet_fk', 'outletKey', 'outlet', 'CASCADE'),
      ],
    },
    {
      name: 'topicTopic',
      withoutRowid: true,
      columns: [c.primary('topicTopic', 'topicKey'), c.primary('topicTopic', 'relatedKey'), c.tally('storyCount')],
      indices: [index('topicTopic_related', 'relatedKey')],
      foreignKeys: [
        reference('topicTopic_topic_fk', 'topicKey', 'topic', 'CASCADE'),
        reference('topicTopic_related_fk', 'relatedKey', 'topic', 'CASCADE'),
      ],
    },
    {
      name: 'questionTopic',
      withoutRowid: true,
      columns: [
        c.primary('questionTopic', 'questionKey'),
        c.primary('questionTopic', 'topicKey'),
        c.tally('storyCount'),
      ],
      indices: [index('questionTopic_topic', 'topicKey')],
      foreignKeys: [
        reference('questionTopic_question_fk', 'questionKey', 'question', 'CASCADE'),
        reference('questionTopic_topic_fk', 'topicKey', 'topic', 'CASCADE'),
      ],
    },
  ];
}

function index(name: string, ...columnNames: string[]) {
  return { name, columnNames };
}

function unique(name: string, ...columnNames: string[]) {
  return { name, columnNames, isUnique: true };
}

function reference(name: string, column: string, table: string, onDelete?: 'CASCADE') {
  return { name, columnNames: [column], referencedTableName: table, referencedColumnNames: ['key'], onDelete };
}
