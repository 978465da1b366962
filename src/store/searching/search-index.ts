/**
 * The tables of the index, one of each kind a noun, whose rows have the keys of the nodes. `<noun>Search` finds nodes
 * by all their words; on SQLite `<noun>Heading` finds them by what they are called, where PostgreSQL has a column.
 */
import type { Noun } from '../../domain/identity';
import type { SqlValue, Transaction } from '../database/database';
import type { Dialect } from '../database/dialect';
import type { Places, SearchDocument } from './search-document';

export interface KeyedDocument {
  readonly key: number;
  readonly document: SearchDocument;
}

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
export async function writeDocuments(tx: Transaction, noun: Noun, documents: readonly KeyedDocument[]): Promise<void> {
  if (documents.length === 0) return;
  for (const { sql, parameters } of tx.dialect.name === 'sqlite' ? sqliteWrites(tx, noun, documents) : postgresWrites(tx, noun, documents)) {
    await tx.run(sql, parameters);
  }
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

interface Write {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** Stands where a place holds no word; it is never asked for. */
const NO_WORD = '\ue002';

function sqliteWrites({ dialect }: Transaction, noun: Noun, documents: readonly KeyedDocument[]): Write[] {
  const text = (places: Places): string => places.map((word) => word ?? NO_WORD).join(' ');
  const rows = documents.map(({ key, document: { heading, lead, body } }) => ({
    key,
    heading: text(heading),
    lead: text(lead),
    body: text(body),
  }));
  const given = dialect.bulk({ key: 'integer', heading: 'text', lead: 'text', body: 'text' }, rows, 'given');
  return [
    {
      sql: `INSERT OR REPLACE INTO "${searchTable(noun)}" (rowid, heading, lead, body) SELECT "key", "heading", "lead", "body" FROM ${given.table}`,
      parameters: given.parameters,
    },
    {
      sql: `INSERT OR REPLACE INTO "${headingTable(noun)}" (rowid, heading) SELECT "key", "heading" FROM ${given.table}`,
      parameters: given.parameters,
    },
  ];
}

function postgresWrites({ dialect }: Transaction, noun: Noun, documents: readonly KeyedDocument[]): Write[] {
  const rows = documents.map(({ key, document: { heading, lead, body } }) => ({
    key,
    heading: vectorText(heading),
    lead: vectorText(lead),
    words: vectorText([...heading, null, ...lead, null, ...body]),
  }));
  const given = dialect.bulk({ key: 'integer', heading: 'text', lead: 'text', words: 'text' }, rows, 'given');
  return [
    {
      sql: `INSERT INTO "${searchTable(noun)}" ("key", "heading", "lead", "words")
        SELECT "key", "heading"::tsvector, "lead"::tsvector, "words"::tsvector FROM ${given.table} WHERE true
        ON CONFLICT ("key") DO UPDATE SET "heading" = excluded."heading", "lead" = excluded."lead", "words" = excluded."words"`,
      parameters: given.parameters,
    },
  ];
}

/** https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSVECTOR */
function vectorText(places: Places): string {
  const byWord = new Map<string, number[]>();
  places.forEach((word, place) => {
    if (word === null) return;
    const at = byWord.get(word);
    if (at === undefined) byWord.set(word, [place + 1]);
    else at.push(place + 1);
  });
  return [...byWord].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}
