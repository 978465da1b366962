/**
 * The real stores that tests run on: a private SQLite file and, when TEST_POSTGRES_URL names a server where databases
 * may be created, a PostgreSQL database of its own that is dropped afterwards.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { type NewsStore, openStore } from '../../src/store';

export interface StorePlace {
  readonly kind: 'sqlite' | 'postgres';
  /** The URL of a place where no store is yet; it goes after the suite. */
  freshUrl(): Promise<string>;
}

/** Opens a store, in a fresh place unless a URL is given; it is closed after the test. */
export type OpenStore = (databaseUrl?: string) => Promise<NewsStore>;

const POSTGRES_URL = process.env.TEST_POSTGRES_URL;

/** Runs a suite on each kind of store. Without TEST_POSTGRES_URL, PostgreSQL's half is one skipped test that says so. */
export function describeOnEachStore(name: string, suite: (open: OpenStore, place: StorePlace) => void): void {
  describe(`${name} (sqlite)`, () => onPlace(sqlitePlace(), suite));
  if (POSTGRES_URL === undefined) {
    describe(`${name} (postgres)`, () => {
      it.skip('is skipped: set TEST_POSTGRES_URL to a server where databases may be created', () => undefined);
    });
  } else {
    describe(`${name} (postgres)`, () => onPlace(postgresPlace(POSTGRES_URL), suite));
  }
}

interface DisposablePlace extends StorePlace {
  dispose(): Promise<void>;
}

function onPlace(place: DisposablePlace, suite: (open: OpenStore, place: StorePlace) => void): void {
  const opened: NewsStore[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  // Dropping databases makes the server write all that it holds back.
  afterAll(() => place.dispose(), 120_000);
  suite(async (databaseUrl) => {
    const store = await openStore(databaseUrl ?? (await place.freshUrl()));
    opened.push(store);
    return store;
  }, place);
}

function sqlitePlace(): DisposablePlace {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-test-'));
  let count = 0;
  return {
    kind: 'sqlite',
    freshUrl: async () => `sqlite:${path.join(folder, `store-${(count += 1)}.db`)}`,
    dispose: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function postgresPlace(serverUrl: string): DisposablePlace {
  const created: string[] = [];
  return {
    kind: 'postgres',
    freshUrl: async () => {
      const database = `newsgraph_test_${randomBytes(8).toString('hex')}`;
      await command(serverUrl, `CREATE DATABASE "${database}"`);
      created.push(database);
      const url = new URL(serverUrl);
      url.pathname = `/${database}`;
      return url.href;
    },
    dispose: async () => {
      for (const database of created) await command(serverUrl, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    },
  };
}

async function command(serverUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
