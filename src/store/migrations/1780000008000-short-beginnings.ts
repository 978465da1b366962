import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fillIndex } from '../searching/rebuild-index';
import { transactionOf } from './transaction-of';

const NOUNS = ['story', 'perspective', 'outlet', 'question', 'topic'];

/**
 * SQLite's indexes of words know the words by their first two letters as well: for a beginning of one or two letters FTS5
 * gathers all places of thousands of words else. The option is one of the table's making, and the texts are not in it, so
 * that it is made anew and filled. https://www.sqlite.org/fts5.html#prefix_indexes
 */
export class ShortBeginnings1780000008000 implements MigrationInterface {
  readonly name = 'ShortBeginnings1780000008000';

  up(queryRunner: QueryRunner): Promise<void> {
    return makeAnew(queryRunner, `, prefix='2'`);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return makeAnew(queryRunner, '');
  }
}

async function makeAnew(queryRunner: QueryRunner, option: string): Promise<void> {
  const tx = transactionOf(queryRunner);
  if (tx.dialect.name === 'postgres') return;
  for (const noun of NOUNS) {
    await tx.run(`DROP TABLE "${noun}Search"`);
    await tx.run(
      `CREATE VIRTUAL TABLE "${noun}Search" USING fts5(heading, lead, body, content='', contentless_delete=1, tokenize='ascii'${option})`,
    );
  }
  await fillIndex(tx);
}
