import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As `sortNameOf` cuts them from now on. */
const MAX_CODE_POINTS = 200;

const SORT_NAMES = [
  ['outlet', 'sortName'],
  ['question', 'sortTitle'],
  ['topic', 'sortName'],
] as const;

/**
 * What lists order by is cut, so that its index holds any name that a document may have, on PostgreSQL too. What is cut
 * is not put back: the old program reads the short ones as well, and writes long ones again as it shows nodes anew.
 */
export class BoundedSortNames1780000009000 implements MigrationInterface {
  readonly name = 'BoundedSortNames1780000009000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, column] of SORT_NAMES) {
      // Both databases count code points here.
      await queryRunner.query(
        `UPDATE "${table}" SET "${column}" = substr("${column}", 1, ${MAX_CODE_POINTS}) WHERE length("${column}") > ${MAX_CODE_POINTS}`,
      );
    }
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}
