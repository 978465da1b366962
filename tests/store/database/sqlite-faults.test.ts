import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { normaliseStory } from '../../../src/ingest/normalise';
import { openMigrations, openStore, StoreOpenError } from '../../../src/store';
import type { Database } from '../../../src/store/database/database';
import { openDatabase } from '../../../src/store/open-store';
import { saveStories } from '../../../src/store/writing/story-writer';
import { cast, harbourStrike, riverFlood, storyDraft } from '../../support/cast';
import { queryRaw } from '../../support/raw-database';
import { findWrongTallies } from '../../support/recount';

describe('faults of a SQLite file', () => {
  let folder: string;
  let file: string;
  let url: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-test-'));
    file = path.join(folder, 'store.db');
    url = `sqlite:${file}`;
  });

  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  const refusal = async (databaseUrl: string): Promise<string> => {
    const error: unknown = await openStore(databaseUrl).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(StoreOpenError);
    return error instanceof Error ? error.message : '';
  };

  const fill = async (): Promise<void> => {
    const store = await openStore(url);
    await store.save(cast.map(normaliseStory));
    await store.close();
  };

  describe('at the start', () => {
    it('says that the folder of an absolute path is missing', async () => {
      expect(await refusal(`sqlite:${folder}/nowhere/store.db`)).toBe(
        `Cannot open ${folder}/nowhere/store.db: there is no folder ${folder}/nowhere. Make it, or name another place.`,
      );
      expect(existsSync(`${folder}/nowhere`)).toBe(false);
    });

    it('makes the folders of a relative path', async () => {
      const relative = path.relative(process.cwd(), path.join(folder, 'data/news/store.db'));
      const store = await openStore(`sqlite:${relative}`);
      await store.close();
      expect(existsSync(path.join(folder, 'data/news/store.db'))).toBe(true);
    });

    it('says that the path is a folder', async () => {
      mkdirSync(file);
      expect(await refusal(url)).toBe(`Cannot open ${file}: it is a folder. Name a file in it.`);
    });

    it('says that the file is no database', async () => {
      writeFileSync(file, 'Dear diary, '.repeat(500));
      expect(await refusal(url)).toBe(`Cannot open the store at ${file}: The database file is not a SQLite database.`);
      expect(readFileSync(file, 'utf8')).toBe('Dear diary, '.repeat(500));
    });

    it('says that the file is damaged', async () => {
      await fill();
      const bytes = readFileSync(file);
      bytes.fill(0x5a, 100, 8_192);
      writeFileSync(file, bytes);
      expect(await refusal(url)).toBe(`Cannot open the store at ${file}: The database file is damaged.`);
    });

    it('says that another process has locked the file', async () => {
      await fill();
      const locker = await lockFile(file);
      try {
        expect(await refusal(url)).toBe(`Cannot open the store at ${file}: The database file is locked by another process.`);
      } finally {
        await locker.release();
      }
      await (await openStore(url)).close();
    }, 30_000);

    it('refuses a database of another program, and leaves it as it was', async () => {
      await queryRaw(url, 'CREATE TABLE "diary" ("day" text)');
      expect(await refusal(url)).toBe(`Cannot open ${file}: it is the database of another program. Name another file.`);
      expect(await queryRaw(url, `SELECT name FROM sqlite_master WHERE type = 'table'`)).toEqual([{ name: 'diary' }]);
    });

    it.each([24, 100, 300])('says that there is no room for the tables of a new store, where a file may have %i KiB', async (limit) => {
      // When the disk is full at some step of the first start
      const refused = await whereFilesMayHave(limit, url);
      // Then
      expect(refused).toBe(`STORE_OPEN_FAILED Cannot open the store at ${file}: The database file cannot be read or written.`);
      // When there is room
      const store = await openStore(url);
      // Then
      expect(await store.save([normaliseStory(riverFlood)])).toMatchObject([{ status: 'created' }]);
      await store.close();
      expect(await queryRaw(url, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    }, 60_000);

    it('says that there is no room for the migrations of an older store, and leaves it as it was', async () => {
      // Given
      await fill();
      const handle = await openMigrations(url);
      while ((await handle.status()).filter(({ isApplied }) => isApplied).length > 1) await handle.down();
      await handle.close();
      const before = await queryRaw(url, `SELECT "name" FROM sqlite_master ORDER BY "name"`);
      // When
      const refused = await whereFilesMayHave(60, url);
      // Then
      expect(refused).toBe(`STORE_OPEN_FAILED Cannot open the store at ${file}: The database file cannot be read or written.`);
      expect(await queryRaw(url, `SELECT "name" FROM sqlite_master ORDER BY "name"`)).toEqual(before);
    }, 60_000);

    it('says that the file is read-only', async () => {
      await fill();
      chmodSync(file, 0o444);
      chmodSync(folder, 0o555);
      expect(await asOrdinaryUser(url)).toBe(`STORE_OPEN_FAILED Cannot open the store at ${file}: The database file is read-only.`);
    }, 60_000);
  });

  describe('while it runs', () => {
    it('is unavailable when another process holds the lock, and whole afterwards', async () => {
      const store = await openStore(url, { lockTimeoutMs: 120 });
      await store.save([normaliseStory(harbourStrike)]);
      const locker = await lockFile(file, 'BEGIN IMMEDIATE');
      await expect(store.save([normaliseStory(riverFlood)])).rejects.toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
        message: 'The database file is locked by another process.',
      });
      // Readers do not wait for a writer.
      expect(await store.stats()).toMatchObject({ stories: 1 });
      await locker.release();
      expect(await store.save([normaliseStory(riverFlood)])).toMatchObject([{ status: 'created' }]);
      await store.close();
    }, 60_000);

    it('waits for another process that is writing', async () => {
      const store = await openStore(url);
      const locker = await lockFile(file, 'BEGIN IMMEDIATE');
      const saved = store.save([normaliseStory(riverFlood)]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await locker.release();
      expect(await saved).toMatchObject([{ status: 'created' }]);
      await store.close();
    }, 60_000);

    it('is unavailable when the disk is full, keeps nothing of the call, and goes on when there is room', async () => {
      const { database } = await openDatabase(url);
      await saveStories(database, [normaliseStory(harbourStrike)]);
      await limitPages(database, 0);

      const big = storyDraft({ url: 'https://briefs.example/big', title: 'A long day', summary: 'Words '.repeat(400_000) });
      await expect(saveStories(database, [normaliseStory(riverFlood), normaliseStory(big)])).rejects.toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
        message: 'The disk with the database file is full.',
      });

      expect(await queryRaw(url, `SELECT "slug" FROM "story"`)).toEqual([{ slug: 'dockers-at-port-maren-walk-out' }]);
      await limitPages(database, 1_000_000);
      expect(await saveStories(database, [normaliseStory(big)])).toMatchObject([{ status: 'created' }]);
      await database.close();
      expect(await queryRaw(url, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(await findWrongTallies(url)).toEqual([]);
    });

    it('is unavailable where a page of the file is damaged, and answers the rest', async () => {
      // Given a store whose pages are read from the file, because none has been read yet
      await fill();
      const [table] = await queryRaw<{ rootpage: number }>(url, `SELECT "rootpage" FROM sqlite_master WHERE "name" = 'perspective'`);
      const [pages] = await queryRaw<{ page_size: number }>(url, 'PRAGMA page_size');
      const whole = readFileSync(file);
      const store = await openStore(url);
      const bytes = Buffer.from(whole);
      const start = ((table?.rootpage ?? 0) - 1) * (pages?.page_size ?? 0);
      bytes.fill(0x5a, start, start + (pages?.page_size ?? 0));
      // When
      writeFileSync(file, bytes);
      // Then
      const damaged = { code: 'SERVICE_UNAVAILABLE', message: 'The database file is damaged.' };
      await expect(store.stories()[Symbol.asyncIterator]().next()).rejects.toMatchObject(damaged);
      await expect(store.save([normaliseStory({ ...riverFlood, title: 'The Osk rises' })])).rejects.toMatchObject(damaged);
      await expect(store.ping()).resolves.toBeUndefined();
      await store.close();
      // When
      writeFileSync(file, whole);
      // Then nothing of what failed was kept
      const again = await openStore(url);
      expect(await again.save(cast.map(normaliseStory))).toMatchObject(cast.map(() => ({ status: 'unchanged' })));
      await again.close();
      expect(await queryRaw(url, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(await findWrongTallies(url)).toEqual([]);
    });

    it('is unavailable for writes when the file becomes read-only, and reads on', async () => {
      // Given
      const { database, dataSource } = await openDatabase(url);
      await saveStories(database, [normaliseStory(harbourStrike)]);
      // When: what SQLite says then, and no test can have the kernel say of a file that is open
      await dataSource.query('PRAGMA query_only = ON');
      // Then
      await expect(saveStories(database, [normaliseStory(riverFlood)])).rejects.toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
        message: 'The database file is read-only.',
      });
      expect(await database.read(`SELECT "slug" FROM "story"`)).toEqual([{ slug: 'dockers-at-port-maren-walk-out' }]);
      // When
      await dataSource.query('PRAGMA query_only = OFF');
      // Then
      expect(await saveStories(database, [normaliseStory(riverFlood)])).toMatchObject([{ status: 'created' }]);
      await database.close();
      expect(await findWrongTallies(url)).toEqual([]);
    });
  });

  it('deletes the file of a store in memory when it closes', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', OPEN_STORE, 'sqlite::memory:'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TMPDIR: folder },
    });
    expect(await outputOf(child)).toBe('opened');
    expect(readdirSync(folder).filter((name) => name.startsWith('newsgraph-'))).toEqual([]);
  }, 60_000);
});

const OPEN_STORE = path.join(__dirname, '../../support/children/open-store.ts');

/** Another process that holds a lock on the file until it is told to let go. */
async function lockFile(
  file: string,
  statements = 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE',
): Promise<{ release: () => Promise<void> }> {
  const program = `
    const { Database } = require('sqlite3');
    const handle = new Database(${JSON.stringify(file)});
    handle.exec(${JSON.stringify(statements)}, (error) => console.log(error === null ? 'locked' : error.message));
    process.stdin.resume().on('end', () => process.exit());`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [answer] = await once(child.stdout, 'data');
  expect(String(answer)).toBe('locked\n');
  return {
    release: async () => {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

/** Opens a store without the rights of root, to whom no file is read-only; gives the error's code and message. */
async function asOrdinaryUser(url: string): Promise<string> {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(process.execPath, ['--import', 'tsx', OPEN_STORE, url], { stdio: ['ignore', 'pipe', 'inherit'], ...nobody });
  return outputOf(child);
}

/** Opens a store where no file may grow beyond so many KiB, as on a disk that is full; gives the error's code and message. */
async function whereFilesMayHave(kibibytes: number, url: string): Promise<string> {
  const script = `ulimit -f ${kibibytes}; exec "$0" "$@"`;
  const child = spawn('bash', ['-c', script, process.execPath, '--import', 'tsx', OPEN_STORE, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  return outputOf(child);
}

async function outputOf(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return Buffer.concat(chunks).toString().trim();
}

/** Lets the file grow by so many pages and no more. */
async function limitPages(database: Database, more: number): Promise<void> {
  const [row] = await database.read<{ count: number }>('SELECT page_count AS "count" FROM pragma_page_count()');
  await database.transaction((tx) => tx.run(`PRAGMA max_page_count = ${(row?.count ?? 0) + more}`));
}
