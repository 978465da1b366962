/** All that the index of words holds, in an order of its own: two dumps are equal when the indexes are. */
import { withRawDatabase } from './raw-database';

const NOUNS = ['story', 'perspective', 'outlet', 'question', 'topic'];

/** Lines of table, key, word and place. */
export function dumpIndex(url: string): Promise<string[]> {
  return withRawDatabase(url, async (raw) => {
    const lines: string[] = [];
    for (const noun of NOUNS) {
      if (raw.options.type === 'postgres') {
        const rows = await raw.query<object[]>(`SELECT "key", "heading"::text, "lead"::text, "words"::text FROM "${noun}Search"`);
        lines.push(...rows.map((row) => `${noun} ${JSON.stringify(row)}`));
        continue;
      }
      for (const [table, kind] of [[`${noun}Search`, 'instance'], [`${noun}Heading`, 'row']] as const) {
        await raw.query(`CREATE VIRTUAL TABLE temp."words" USING fts5vocab(main, "${table}", ${kind})`);
        const rows = await raw.query<object[]>(`SELECT * FROM temp."words"`);
        lines.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
        await raw.query(`DROP TABLE temp."words"`);
      }
    }
    return lines.sort();
  });
}
