import type { Transaction } from '../database/database';
import type { ColumnType } from '../database/dialect';

/** A table's columns with the types that their values have in a JSON row. JSON columns are texts here: already written. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** Writes all rows with one statement. */
export async function insertRows(tx: Transaction, table: string, columns: Columns, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(insertion(tx, table, columns), [JSON.stringify(rows)]);
}

/**
 * Writes all rows with one statement and gives the rows' columns that are asked for; their order is not told.
 * With a `conflict` column, a row whose value there is known replaces the one that has it.
 */
export async function insertReturning<Row extends object>(
  tx: Transaction,
  table: string,
  columns: Columns,
  rows: readonly object[],
  returned: readonly (keyof Row & string)[],
  conflict?: string,
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const replacement = conflict === undefined ? '' : replacing(columns, conflict);
  const sql = `${insertion(tx, table, columns)}${replacement} RETURNING ${names(returned)}`;
  return tx.run<Row>(sql, [JSON.stringify(rows)]);
}

/** Quoted column names, for a list of columns. */
export function names(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join(', ');
}

function replacing(columns: Columns, conflict: string): string {
  const changes = Object.keys(columns).map((name) => `"${name}" = excluded."${name}"`);
  return ` ON CONFLICT ("${conflict}") DO UPDATE SET ${changes.join(', ')}`;
}

function insertion({ dialect }: Transaction, table: string, columns: Columns): string {
  const list = names(Object.keys(columns));
  // WHERE true: without it SQLite reads the ON of a following ON CONFLICT as a join's.
  return `INSERT INTO "${table}" (${list}) SELECT ${list} FROM ${dialect.rows(dialect.parameter(1), columns, 'given')} WHERE true`;
}
