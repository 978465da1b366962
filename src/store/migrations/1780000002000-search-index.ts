import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fillIndex } from '../searching/rebuild-index';
import { transactionOf } from './transaction-of';

const NOUNS = ['story', 'perspective', 'outlet', 'question', 'topic'];
const SHARED = ['outlet', 'question', 'topic'];

/** The index of words, filled with what the store holds. Taking it back loses nothing but the time to fill it again. */
export class SearchIndex1780000002000 implements MigrationInterface {
  readonly name = 'SearchIndex1780000002000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const isPostgres = queryRunner.connection.options.type === 'postgres';
    for (const noun of NOUNS) {
      for (const sql of isPostgres ? postgresTables(noun) : sqliteTables(noun)) await queryRunner.query(sql);
    }
    const type = isPostgres ? 'varchar(43) COLLATE "C"' : 'varchar(43)';
    for (const noun of SHARED) await queryRunner.query(`ALTER TABLE "${noun}" ADD COLUMN "searchDigest" ${type}`);
    await fillIndex(transactionOf(queryRunner));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const isPostgres = queryRunner.connection.options.type === 'postgres';
    for (const noun of SHARED) await queryRunner.query(`ALTER TABLE "${noun}" DROP COLUMN "searchDigest"`);
    for (const noun of NOUNS) {
      await queryRunner.query(`DROP TABLE "${noun}Search"`);
      if (!isPostgres) await queryRunner.query(`DROP TABLE "${noun}Heading"`);
    }
  }
}

/**
 * The texts are in the nodes' own tables, so that the index keeps none. Our words come parted by spaces, and the
 * tokeniser named ascii leaves letters beyond ASCII as they are.
 */
function sqliteTables(noun: string): string[] {
  const options = `content='', contentless_delete=1, tokenize='ascii'`;
  return [
    `CREATE VIRTUAL TABLE "${noun}Search" USING fts5(heading, lead, body, ${options})`,
    `CREATE VIRTUAL TABLE "${noun}Heading" USING fts5(heading, ${options}, prefix='1 2 3')`,
  ];
}

/** Without the list of pending entries, which every read would have to go through. */
function postgresTables(noun: string): string[] {
  const index = (column: string): string =>
    `CREATE INDEX "${noun}Search_${column}" ON "${noun}Search" USING gin ("${column}") WITH (fastupdate = off)`;
  return [
    `CREATE TABLE "${noun}Search" ("key" integer CONSTRAINT "${noun}Search_pk" PRIMARY KEY,
      "heading" tsvector NOT NULL, "lead" tsvector NOT NULL, "words" tsvector NOT NULL)`,
    index('heading'),
    index('words'),
  ];
}
