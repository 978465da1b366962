/** A document as the row of its noun's index. */
import type { Columns, Dialect } from '../database/dialect';
import { NO_WORD, type Places, type SearchDocument } from './search-document';

export interface IndexRow {
  readonly key: number;
  readonly [column: string]: string | number;
}

/** FTS5 takes texts, and a document's parts apart. */
export const SQLITE_COLUMNS = { key: 'integer', heading: 'text', lead: 'text', body: 'text' } as const satisfies Columns;
/** PostgreSQL takes words with their places: all of them in one column, and those that rank higher in columns beside it. */
export const POSTGRES_COLUMNS = { key: 'integer', heading: 'text', lead: 'text', words: 'text' } as const satisfies Columns;

/** The row of the node with this key. */
export function indexRow({ name }: Pick<Dialect, 'name'>, key: number, { heading, lead, body }: SearchDocument): IndexRow {
  return name === 'sqlite'
    ? { key, heading: heading.join(' '), lead: lead.join(' '), body: body.join(' ') }
    : { key, heading: vectorText(heading), lead: vectorText(lead), words: vectorText([...heading, NO_WORD, ...lead, NO_WORD, ...body]) };
}

/** https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSVECTOR */
function vectorText(places: Places): string {
  const placesOfWords = new Map<string, string>();
  let place = 0;
  for (const word of places) {
    place += 1;
    if (word === NO_WORD) continue;
    const before = placesOfWords.get(word);
    placesOfWords.set(word, before === undefined ? `'${word}':${place}` : `${before},${place}`);
  }
  return [...placesOfWords.values()].join(' ');
}
