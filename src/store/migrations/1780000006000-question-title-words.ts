import type { MigrationInterface, QueryRunner } from 'typeorm';
import { titleWords } from '../../domain/title-words';

/** How many questions' titles are read and written at once. */
const QUESTIONS_A_STEP = 500;

/** The words of questions' titles, by which related ones are scored. Made of the titles, so that taking it back loses nothing. */
export class QuestionTitleWords1780000006000 implements MigrationInterface {
  readonly name = 'QuestionTitleWords1780000006000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // TypeORM would make SQLite's table anew from what it remembers of it, which lacks what plain SQL added.
    await queryRunner.query(`ALTER TABLE "question" ADD COLUMN "titleWords" text NOT NULL DEFAULT '[]'`);
    await fillTitleWords(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "question" DROP COLUMN "titleWords"');
  }
}

async function fillTitleWords(queryRunner: QueryRunner): Promise<void> {
  const isPostgres = queryRunner.connection.options.type === 'postgres';
  const parameter = isPostgres ? '$1' : '?';
  const given = isPostgres
    ? `SELECT (value ->> 0)::integer AS "key", value ->> 1 AS "words" FROM json_array_elements($1::json)`
    : `SELECT value ->> 0 AS "key", value ->> 1 AS "words" FROM json_each(?)`;
  let after = 0;
  for (;;) {
    const questions = await queryRunner.manager.query<{ key: number; title: string }[]>(
      `SELECT "key", "title" FROM "question" WHERE "key" > ${parameter} ORDER BY "key" LIMIT ${QUESTIONS_A_STEP}`,
      [after],
    );
    const last = questions.at(-1);
    if (last === undefined) return;
    after = last.key;
    await queryRunner.query(
      `UPDATE "question" SET "titleWords" = given."words" FROM (${given}) AS given WHERE "question"."key" = given."key"`,
      [JSON.stringify(questions.map(({ key, title }) => [key, JSON.stringify(titleWords(title))]))],
    );
  }
}
