/**
 * The tables of the index, one of each kind a noun, whose rows have the keys of the nodes. `<noun>Search` finds nodes
 * by all their words; on SQLite `<noun>Heading` finds them by what they are called, where PostgreSQL has a column.
 */
import type { Noun } from '../../domain/identity';
import type { SqlValue, Transaction } from '../database/database';
import type { Dialect } from '../database/dialect';
import { sideBySide } from '../database/side-by-side';
import { matchExpression } from './match-expression';
import type { SearchQuery } from '../../domain/search-query';
import { NO_WORD, type Places, type SearchDocument } from './search-document';

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

/**
 * The keys of the nodes of a noun that match, as a subquery of one integer column: `n."key" IN <matchingKeys(…)>`.
 * @param placeholder of a parameter that holds `matchValue` of the query.
 */
export function matchingKeys(noun: Noun, placeholder: string, dialect: Pick<Dialect, 'name'>): string {
  return `(SELECT ${keyColumn(dialect)} FROM "${searchTable(noun)}" WHERE ${matches(noun, placeholder, dialect)})`;
}

/** What a query's parameter holds; see `matchingKeys`. */
export function matchValue(query: SearchQuery, dialect: Pick<Dialect, 'name'>): string {
  return matchExpression(query, dialect);
}

/** The condition on the rows of a noun's index that match. */
export function matches(noun: Noun, placeholder: string, { name }: Pick<Dialect, 'name'>): string {
  return name === 'sqlite' ? `"${searchTable(noun)}" MATCH ${placeholder}` : `"words" @@ ${placeholder}::tsquery`;
}

/** Puts documents into a noun's index; those of the same keys go. */
export async function writeDocuments(tx: Transaction, noun: Noun, documents: readonly KeyedDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const writes = tx.dialect.name === 'sqlite' ? sqliteWrites(tx, noun, documents) : postgresWrites(tx, noun, documents);
  await sideBySide(...writes.map(({ sql, parameters }) => tx.run(sql, parameters)));
  if (tx.dialect.name === 'postgres') await tx.run(`SELECT ${['heading', 'words'].map((column) => pendingWords(noun, column)).join(', ')}`);
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

/** Sorts the words in that wait in one of a noun's indexes, so that no reader has to go through them. */
function pendingWords(noun: Noun, column: string): string {
  return `gin_clean_pending_list('"${searchTable(noun)}_${column}"')`;
}

interface Write {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

function sqliteWrites({ dialect }: Transaction, noun: Noun, documents: readonly KeyedDocument[]): Write[] {
  const rows = documents.map(({ key, document: { heading, lead, body } }) => ({
    key,
    heading: heading.join(' '),
    lead: lead.join(' '),
    body: body.join(' '),
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
    words: vectorText([...heading, NO_WORD, ...lead, NO_WORD, ...body]),
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
    if (word === NO_WORD) return;
    const at = byWord.get(word);
    if (at === undefined) byWord.set(word, [place + 1]);
    else at.push(place + 1);
  });
  return [...byWord].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}
