/** What the servers that we compare with know of the databases: statements in, rows out, each text prepared once. */
import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import sqlite3 from 'sqlite3';

export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface BenchmarkDatabase {
  readonly kind: 'sqlite' | 'postgres';
  /** Begins to count the statements that are run; the function that it gives ends that, and tells. */
  countStatements(): () => number;
  /** A condition's right side: any of the list in the parameter at this place, counted from 1. */
  anyOf(place: number): string;
  /** The value that `anyOf` reads. */
  list(values: readonly (string | number)[]): SqlValue;
  all(text: string, values: readonly SqlValue[]): Promise<readonly Row[]>;
}

/** Opens a store for reading. The settings are those that the gateway reads with, and a page cache four times as large. */
export async function openDatabase(databaseUrl: string): Promise<BenchmarkDatabase> {
  if (!databaseUrl.startsWith('sqlite:')) return new PostgresDatabase(new Pool({ connectionString: databaseUrl, max: 10, options: '-c jit=off -c random_page_cost=1.1' }));
  return new SqliteDatabase(await openReadOnly(databaseUrl.slice('sqlite:'.length)));
}

async function openReadOnly(path: string): Promise<sqlite3.Database> {
  const handle = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(path, sqlite3.OPEN_READONLY, (error) => (error === null ? resolve(opened) : reject(error)));
  });
  await new Promise<void>((resolve, reject) => {
    handle.exec('PRAGMA query_only = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;', (error) =>
      error === null ? resolve() : reject(error),
    );
  });
  return handle;
}

abstract class CountingDatabase {
  protected statementCount = 0;

  countStatements(): () => number {
    const start = this.statementCount;
    return () => this.statementCount - start;
  }
}

class SqliteDatabase extends CountingDatabase implements BenchmarkDatabase {
  readonly kind = 'sqlite';
  private readonly prepared = new Map<string, sqlite3.Statement>();

  constructor(private readonly handle: sqlite3.Database) {
    super();
  }

  anyOf(place: number): string {
    return `IN (SELECT value FROM json_each($${place}))`;
  }

  list(values: readonly (string | number)[]): string {
    return JSON.stringify(values);
  }

  all(text: string, values: readonly SqlValue[]): Promise<readonly Row[]> {
    this.statementCount += 1;
    return new Promise((resolve, reject) => {
      this.statement(text).all<Row>(values, (error, rows) => (error === null ? resolve(rows) : reject(error)));
    });
  }

  /** The driver queues what comes before the preparation is done. */
  private statement(text: string): sqlite3.Statement {
    let statement = this.prepared.get(text);
    // Written for both databases; SQLite's driver would bind `$2, $1` by first appearance.
    if (statement === undefined) this.prepared.set(text, (statement = this.handle.prepare(text.replace(/\$(?=\d)/g, '?'))));
    return statement;
  }
}

class PostgresDatabase extends CountingDatabase implements BenchmarkDatabase {
  readonly kind = 'postgres';
  private readonly names = new Map<string, string>();

  constructor(private readonly pool: Pool) {
    super();
  }

  anyOf(place: number): string {
    return `= ANY($${place})`;
  }

  list(values: readonly (string | number)[]): string {
    return `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
  }

  async all(text: string, values: readonly SqlValue[]): Promise<readonly Row[]> {
    this.statementCount += 1;
    const { rows } = await this.pool.query<Row>({ name: this.nameOf(text), text, values: [...values] });
    return rows;
  }

  private nameOf(text: string): string {
    let name = this.names.get(text);
    if (name === undefined) this.names.set(text, (name = createHash('sha256').update(text).digest('hex').slice(0, 32)));
    return name;
  }
}
