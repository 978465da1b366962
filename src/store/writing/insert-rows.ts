import type { SqlValue, Transaction } from '../database/database';
import type { Columns } from '../database/dialect';
import { present } from './present';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Writes all rows with one statement. */
export async function insertRows(tx: Transaction, table: string, columns: Columns, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  const { sql, parameters } = insertion(tx, table, columns, rows);
  await tx.run(sql, parameters);
}

/** Writes all rows, which begin with the key of a row that is there, over those rows with one statement. */
export async function updateRows(tx: Transaction, table: string, columns: Columns, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  const given = tx.dialect.bulk(columns, rows, 'given');
  const changes = Object.keys(columns).filter((name) => name !== 'key').map((name) => `"${name}" = given."${name}"`);
  await tx.run(
    `UPDATE "${table}" AS stored SET ${changes.join(', ')} FROM ${given.table} WHERE stored."key" = given."key"`,
    given.parameters,
  );
}

/** Sets keys for so many new rows aside, and gives the first of them; the others follow. */
export async function reserveKeys(tx: Transaction, table: string, count: number): Promise<number> {
  if (count === 0) return 0;
  const [row] = await tx.run<{ first: number }>(tx.dialect.reserveKeys(table), [count]);
  return present(row).first;
}

/** Writes all rows with one statement and gives the rows' columns that are asked for; their order is not told. */
export async function insertReturning<Row extends object>(
  tx: Transaction,
  table: string,
  columns: Columns,
  rows: Rows,
  returned: readonly (keyof Row & string)[],
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const { sql, parameters } = insertion(tx, table, columns, rows);
  return tx.run<Row>(`${sql} RETURNING ${names(returned)}`, parameters);
}

/** Quoted column names, for a list of columns. */
export function names(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join(', ');
}

function insertion(
  { dialect }: Transaction,
  table: string,
  columns: Columns,
  rows: Rows,
): { sql: string; parameters: readonly SqlValue[] } {
  const list = names(Object.keys(columns));
  const given = dialect.bulk(columns, rows, 'given');
  return { sql: `INSERT INTO "${table}" (${list}) SELECT ${list} FROM ${given.table}`, parameters: given.parameters };
}
