/**
 * The tables of the index, one of each kind a noun, whose rows have the keys of the nodes. `<noun>Search` finds nodes
 * by all their words; on SQLite `<noun>Heading` finds them by what they are called, where PostgreSQL has a column.
 */
import type { Noun } from '../../domain/identity';
import type { SqlValue, Transaction } from '../database/database';
import type { Dialect } from '../database/dialect';
import { sideBySide } from '../database/side-by-side';
import { POSTGRES_COLUMNS, SQLITE_COLUMNS, type IndexRow } from './index-row';

/** The name of a noun's index. */
export function searchTable(noun: Noun): string {
  return `${noun.toLowerCase()}Search`;
}

/** The name of the index of what a noun's nodes are called; SQLite alone has it. */
export function headingTable(noun: Noun): string {
  return `${noun.toLowerCase()}Heading`;
}

/** The column of an index that holds its nodes' keys. */
export function keyColumn({ name }: Pick<Dialect, 'name'>): string {
  return name === 'sqlite' ? 'rowid' : '"key"';
}

/** Puts documents into a noun's index; those of the same keys go. */
export async function writeDocuments(tx: Transaction, noun: Noun, rows: readonly IndexRow[]): Promise<void> {
  if (rows.length === 0) return;
  if (tx.dialect.name === 'postgres') return writeVectors(tx, noun, rows);
  const given = tx.dialect.bulk(SQLITE_COLUMNS, rows, 'given');
  await sideBySide(
    tx.run(
      `INSERT OR REPLACE INTO "${searchTable(noun)}" (rowid, heading, lead, body) SELECT "key", "heading", "lead", "body" FROM ${given.table}`,
      given.parameters,
    ),
    tx.run(`INSERT OR REPLACE INTO "${headingTable(noun)}" (rowid, heading) SELECT "key", "heading" FROM ${given.table}`, given.parameters),
  );
}

async function writeVectors(tx: Transaction, noun: Noun, rows: readonly IndexRow[]): Promise<void> {
  const given = tx.dialect.bulk(POSTGRES_COLUMNS, rows, 'given');
  await tx.run(
    `INSERT INTO "${searchTable(noun)}" ("key", "heading", "lead", "words")
     SELECT "key", "heading"::tsvector, "lead"::tsvector, "words"::tsvector FROM ${given.table} WHERE true
     ON CONFLICT ("key") DO UPDATE SET "heading" = excluded."heading", "lead" = excluded."lead", "words" = excluded."words"`,
    given.parameters,
  );
  // Sorts in the words that wait, so that no reader has to go through them.
  await tx.run(`SELECT ${['heading', 'words'].map((column) => `gin_clean_pending_list('"${searchTable(noun)}_${column}"')`).join(', ')}`);
}

/**
 * Takes documents out of a noun's index.
 * @param keys a subquery of one column.
 */
export async function deleteDocuments(tx: Transaction, noun: Noun, keys: string, parameters: readonly SqlValue[]): Promise<void> {
  for (const table of tx.dialect.name === 'sqlite' ? [searchTable(noun), headingTable(noun)] : [searchTable(noun)]) {
    await tx.run(`DELETE FROM "${table}" WHERE ${keyColumn(tx.dialect)} IN ${keys}`, parameters);
  }
}
