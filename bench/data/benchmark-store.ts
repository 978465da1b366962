/** Stores of generated stories, imported through the importer once and kept until what makes them changes. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { createNewsgraph } from '../../src/newsgraph';
import { generatedStories } from './generated-story';

const ROOT = resolve(__dirname, '..', '..');
/** What a store is made of: the stories and the tables. */
const MADE_OF = ['bench/data', 'src/store/migrations'];

export type ToldProgress = (line: string) => void;

/** The folder that stores are kept in: NEWSGRAPH_BENCH_CACHE, else one among the temporary files. */
function cacheFolder(): string {
  return process.env['NEWSGRAPH_BENCH_CACHE'] ?? join(tmpdir(), 'newsgraph-bench');
}

/** The URL of a SQLite store with the first `size` generated stories. */
export async function sqliteStore(size: number, tell: ToldProgress, folder = cacheFolder()): Promise<string> {
  const file = join(folder, `${storeName(size)}.db`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${file}.unfinished`;
    for (const outdated of filesOf(size, folder)) rmSync(outdated);
    await fill(`sqlite:${unfinished}`, size, tell);
    // Closing has put all of it into the one file.
    renameSync(unfinished, file);
  }
  return `sqlite:${file}`;
}

/** The files of stores of this size, whatever they were made of. */
function filesOf(size: number, folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith(`stories-${size}-`)).map((name) => join(folder, name));
}

/**
 * The URL of a database with the first `size` generated stories on this server.
 * @param serverUrl of a database whose user may create others.
 */
export async function postgresStore(serverUrl: string, size: number, tell: ToldProgress): Promise<string> {
  const name = storeName(size).replaceAll('-', '_');
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const server = new Client({ connectionString: serverUrl });
  await server.connect();
  try {
    const { rows } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rows.length > 0) return url.href;
    const unfinished = `${name}_unfinished`;
    await server.query(`DROP DATABASE IF EXISTS "${unfinished}"`);
    await server.query(`CREATE DATABASE "${unfinished}"`);
    const target = new URL(serverUrl);
    target.pathname = `/${unfinished}`;
    await fill(target.href, size, tell);
    await vacuum(target.href);
    await server.query(`ALTER DATABASE "${unfinished}" RENAME TO "${name}"`);
    return url.href;
  } finally {
    await server.end();
  }
}

/** What PostgreSQL does by itself some minutes after an import, and must not do while something is measured. */
async function vacuum(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

async function fill(databaseUrl: string, size: number, tell: ToldProgress): Promise<void> {
  const newsgraph = await createNewsgraph({ databaseUrl });
  const start = performance.now();
  let count = 0;
  try {
    for await (const { status, error } of newsgraph.importDocuments(generatedStories(size))) {
      if (status !== 'created') throw new Error(`Story ${count} was ${status}: ${error?.message ?? ''}`);
      count += 1;
      if (count % 10_000 === 0) tell(`${count} of ${size} stories imported`);
    }
  } finally {
    await newsgraph.close();
  }
  tell(`${size} stories imported, ${Math.round((1_000 * size) / (performance.now() - start))} a second`);
}

function storeName(size: number): string {
  const digest = createHash('sha256');
  for (const folder of MADE_OF) {
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts')) digest.update(readFileSync(join(ROOT, folder, file)));
    }
  }
  return `stories-${size}-${digest.digest('hex').slice(0, 12)}`;
}
