import type { QueryRunner } from 'typeorm';
import type { SqlValue, Transaction } from '../database/database';
import { postgres, sqlite } from '../database/dialect';

/** The transaction that a migration runs in, for what writes as the program does. */
export function transactionOf(queryRunner: QueryRunner): Transaction {
  return {
    dialect: queryRunner.connection.options.type === 'postgres' ? postgres : sqlite,
    run: <Row extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> =>
      queryRunner.connection.query<Row[]>(sql, [...parameters], queryRunner),
  };
}
