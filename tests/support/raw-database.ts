/** A look beneath the store, for tests that compare all that is in it. */
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/store/database/data-source';

/** Runs `work` on a connection of its own to the database at this URL. */
export async function withRawDatabase<Result>(url: string, work: (raw: DataSource) => Promise<Result>): Promise<Result> {
  const raw = await createDataSource(url).initialize();
  try {
    return await work(raw);
  } finally {
    await raw.destroy();
  }
}

/** Runs one statement on a connection of its own. */
export function queryRaw<Row extends object>(url: string, sql: string): Promise<Row[]> {
  return withRawDatabase(url, (raw) => raw.query<Row[]>(sql));
}

const TABLES = [
  'storyTally', 'outletOutlet', 'topicTopic', 'topicOutlet', 'storyTitleWord', 'questionTopic', 'storyTopic', 'storyQuestion', 'storyOutlet', 'perspectiveOutlet',
  'topicReference', 'questionReference', 'outletReference', 'perspective', 'topic', 'question', 'outlet', 'story',
];

const INDEXED = ['story', 'perspective', 'outlet', 'question', 'topic'];

/** Empties every table of the store. */
export function emptyStore(url: string): Promise<void> {
  return withRawDatabase(url, async (raw) => {
    const headings = raw.options.type === 'sqlite' ? INDEXED.map((noun) => `${noun}Heading`) : [];
    for (const table of [...TABLES, ...INDEXED.map((noun) => `${noun}Search`), ...headings]) await raw.query(`DELETE FROM "${table}"`);
  });
}
