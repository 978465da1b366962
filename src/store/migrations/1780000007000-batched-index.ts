import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOUNS = ['story', 'perspective', 'outlet', 'question', 'topic'];

/** In KiB: more words than a transaction writes, so that PostgreSQL never sorts them in before their number is complete. */
const PENDING_LIMIT = 262_144;

/**
 * PostgreSQL's index of words takes the words of a transaction all at once: they wait in a list, and the write sorts
 * them in before its end (see `writeDocuments`), a word that many texts have once instead of once a text. Readers go
 * through the list, which is empty but for what a transaction is writing. https://www.postgresql.org/docs/15/gin-implementation.html
 */
export class BatchedIndex1780000007000 implements MigrationInterface {
  readonly name = 'BatchedIndex1780000007000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const index of indexesOf(queryRunner)) {
      await queryRunner.query(`ALTER INDEX "${index}" SET (fastupdate = on, gin_pending_list_limit = ${PENDING_LIMIT})`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of indexesOf(queryRunner)) {
      await queryRunner.query(`ALTER INDEX "${index}" RESET (gin_pending_list_limit)`);
      await queryRunner.query(`ALTER INDEX "${index}" SET (fastupdate = off)`);
      await queryRunner.query(`SELECT gin_clean_pending_list('"${index}"')`);
    }
  }
}

/** SQLite's index gathers the words of a transaction by itself. */
function indexesOf({ connection }: QueryRunner): string[] {
  if (connection.options.type !== 'postgres') return [];
  return NOUNS.flatMap((noun) => [`${noun}Search_heading`, `${noun}Search_words`]);
}
