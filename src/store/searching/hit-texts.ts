/** The texts by which nodes were found, read for a page of hits with one statement. */
import type { Noun } from '../../domain/identity';
import type { Dialect } from '../database/dialect';
import { indexedNouns, type FieldText, type TextRow } from './node-texts';
import type { SearchHit } from './search-request';
import type { BoundStatement } from './bound-statement';

/** A node's texts by field, in the order in which they are read. */
export type HitTexts = readonly FieldText[];

export interface TextsRow {
  readonly noun: Noun;
  readonly key: number;
  /** JSON: the text columns in the noun's order. */
  readonly texts: unknown;
}

type Hits = readonly Pick<SearchHit, 'noun' | 'key'>[];

/** A branch a noun that is among the hits. */
export function textsStatement(hits: Hits, dialect: Dialect): BoundStatement {
  const parameters: string[] = [];
  const branches = [...new Set(hits.map(({ noun }) => noun))].map((noun) => {
    parameters.push(JSON.stringify(hits.filter((hit) => hit.noun === noun).map(({ key }) => key)));
    const { table, columns } = indexedNouns[noun];
    const texts = dialect.jsonList(columns.map((name) => `n."${name}"`));
    const keys = dialect.keys(dialect.parameter(parameters.length));
    return `SELECT '${noun}' AS "noun", n."key" AS "key", ${texts} AS "texts" FROM "${table}" n WHERE n."key" IN ${keys}`;
  });
  return { sql: branches.join(' UNION ALL '), parameters };
}

/** The texts of each hit, in the order of the hits. */
export function textsOfRows(hits: Hits, rows: readonly TextsRow[]): HitTexts[] {
  const found = new Map(rows.map(({ noun, key, texts }) => [`${noun} ${key}`, indexedNouns[noun].fieldsOf(textRow(noun, key, texts))]));
  return hits.map(({ noun, key }) => found.get(`${noun} ${key}`) ?? []);
}

function textRow(noun: Noun, key: number, texts: unknown): TextRow {
  const values = (typeof texts === 'string' ? JSON.parse(texts) : texts) as unknown[];
  return { key, ...Object.fromEntries(indexedNouns[noun].columns.map((name, place) => [name, values[place]])) };
}
