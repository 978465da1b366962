import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Tallies of stories by kind of topic, language and month. Taking them back loses nothing: they are counted. */
export class StoryTallies1780000005000 implements MigrationInterface {
  readonly name = 'StoryTallies1780000005000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const collation = queryRunner.connection.options.type === 'postgres' ? 'C' : undefined;
    const primary = (name: string, length: number) => ({
      name,
      type: 'varchar',
      length: String(length),
      collation,
      isPrimary: true,
      primaryKeyConstraintName: 'storyTally_pk',
    });
    const columns = [primary('facet', 16), primary('value', 35), { name: 'storyCount', type: 'integer', default: 0 }];
    await queryRunner.createTable(new Table({ name: 'storyTally', withoutRowid: true, columns }));
    for (const [facet, value, from] of COUNTED) {
      await queryRunner.query(
        `INSERT INTO "storyTally" ("facet", "value", "storyCount")
         SELECT '${facet}', ${value}, count(*) FROM ${from} WHERE ${value} IS NOT NULL GROUP BY ${value}`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('storyTally');
  }
}

const KINDS = 'SELECT DISTINCT f."storyKey", t."kind" FROM "storyTopic" f JOIN "topic" t ON t."key" = f."topicKey"';

const COUNTED = [
  ['languages', 'n."language"', '"story" n'],
  ['months', 'substr(n."publishedAt", 1, 7)', '"story" n'],
  ['kinds', 'k."kind"', `(${KINDS}) k`],
] as const;
