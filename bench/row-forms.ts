/**
 * What it costs to hand rows to SQLite, form by form: `npx tsx bench/row-forms.ts [rows]`. Rows are as wide as those of
 * perspectives, and nothing is done with them: see docs/decisions/0010-rows-in-binary-json.md.
 */
import sqlite3 from 'sqlite3';
import { parseStoryObject } from '../src/ingest/formats/story-document';
import type { SqlValue } from '../src/store/database/database';
import { jsonbRows } from '../src/store/database/jsonb';
import { generatedStory } from './data/generated-story';

const ROUNDS = 9;
/** SQLite binds 32,766 values a statement at most. */
const BOUND_ROWS = 2_900;

const COLUMNS = ['key', 'id', 'storyKey', 'position', 'headline', 'text', 'statements', 'isCollective', 'url', 'publishedAt', 'isTruncated'];

type Row = Readonly<Record<string, SqlValue | boolean>>;

function madeRows(count: number): Row[] {
  const { perspectives } = parseStoryObject(generatedStory(1)).draft;
  return Array.from({ length: count }, (_, key) => {
    const { headline = null, text = '', url = null } = perspectives[key % perspectives.length] ?? {};
    const statements = JSON.stringify([{ text, basis: 'EXPLICIT' }]);
    return {
      key,
      id: `P${String(key).padStart(20, '0')}`,
      storyKey: key,
      position: key % 6,
      headline,
      text,
      statements,
      isCollective: false,
      url,
      publishedAt: '2026-01-01T00:00:00.000Z',
      isTruncated: false,
    };
  });
}

const read = (field: (place: number) => string): string =>
  `SELECT ${COLUMNS.map((_, place) => `count(${field(place)})`).join(', ')} FROM jsonb_each(?1)`;

async function main(): Promise<void> {
  const rows = madeRows(Number(process.argv[2] ?? '6000'));
  const lists = rows.map((row) => COLUMNS.map((name) => row[name] ?? null));
  const bound = lists.slice(0, BOUND_ROWS);
  const database = new sqlite3.Database(':memory:');
  const run = (sql: string, parameters: readonly unknown[]): Promise<void> =>
    new Promise((resolve, reject) => database.all(sql, parameters, (error) => (error === null ? resolve() : reject(error))));
  const values = `SELECT count(*) FROM (VALUES ${bound.map(() => `(${COLUMNS.map(() => '?').join(', ')})`).join(', ')})`;

  const text = JSON.stringify(lists);
  const bytes = jsonbRows(COLUMNS, rows);
  console.log(`${Math.round(bytes.length / rows.length)} bytes a row`);
  await report('make JSON text', rows.length, () => JSON.stringify(rows.map((row) => COLUMNS.map((name) => row[name]))));
  await report('make JSONB', rows.length, () => jsonbRows(COLUMNS, rows));
  await report('read JSON text, value ->> 3', rows.length, () => run(read((place) => `value ->> ${place}`), [text]));
  await report('read JSONB, value ->> 3', rows.length, () => run(read((place) => `value ->> ${place}`), [bytes]));
  await report("read JSONB, jsonb_extract(value, '$[3]')", rows.length, () => run(read((place) => `jsonb_extract(value, '$[${place}]')`), [bytes]));
  await report('bound values', bound.length, () => run(values, bound.flat()));
  await new Promise<void>((resolve) => database.close(() => resolve()));
}

/** The median of the rounds, in microseconds a row; of the whole process, with all its threads. */
async function report(form: string, count: number, work: () => unknown): Promise<void> {
  const spent: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / count);
  }
  const median = spent.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
  console.log(`${form.padEnd(42)} ${median.toFixed(2)} µs CPU a row`);
}

void main();
