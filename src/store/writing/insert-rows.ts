import type { SqlValue, Transaction } from '../database/database';
import type { Columns } from '../database/dialect';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Writes all rows with one statement. */
export async function insertRows(tx: Transaction, table: string, columns: Columns, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  const { sql, parameters } = insertion(tx, table, columns, rows);
  await tx.run(sql, parameters);
}

/**
 * Writes all rows with one statement and gives the rows' columns that are asked for; their order is not told.
 * With a `conflict` column, a row whose value there is known replaces the one that has it.
 */
export async function insertReturning<Row extends object>(
  tx: Transaction,
  table: string,
  columns: Columns,
  rows: Rows,
  returned: readonly (keyof Row & string)[],
  conflict?: string,
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const replacement = conflict === undefined ? '' : replacing(columns, conflict);
  const { sql, parameters } = insertion(tx, table, columns, rows);
  return tx.run<Row>(`${sql}${replacement} RETURNING ${names(returned)}`, parameters);
}

/** Quoted column names, for a list of columns. */
export function names(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join(', ');
}

function replacing(columns: Columns, conflict: string): string {
  const changes = Object.keys(columns).map((name) => `"${name}" = excluded."${name}"`);
  return ` ON CONFLICT ("${conflict}") DO UPDATE SET ${changes.join(', ')}`;
}

function insertion(
  { dialect }: Transaction,
  table: string,
  columns: Columns,
  rows: Rows,
): { sql: string; parameters: readonly SqlValue[] } {
  const list = names(Object.keys(columns));
  const given = dialect.bulk(columns, rows, 'given');
  // WHERE true: without it SQLite reads the ON of a following ON CONFLICT as a join's.
  return { sql: `INSERT INTO "${table}" (${list}) SELECT ${list} FROM ${given.table} WHERE true`, parameters: given.parameters };
}
