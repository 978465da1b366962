/**
 * PostgreSQL: reads go to a pool; writes are one transaction at a time, in this process by a queue and among
 * processes by an advisory lock, so that two imports of the same topics wait for one another and never deadlock.
 */
import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { StoreUnavailableError } from '../errors';
import { queryUntil } from './cancellable-query';
import type { ConnectionUse, Database, SqlValue, Transaction } from './database';
import { dataSourceOf } from './data-source';
import type { DatabaseLocation } from './database-url';
import { postgres as dialect } from './dialect';
import { translatePostgresError } from './postgres-errors';
import { searchable } from './postgres-text';
import { SerialQueue } from './serial-queue';
import { StatementNames } from './statement-names';

/** Any number, the same in every process: whoever holds it writes. */
const WRITE_LOCK = 7_365_831_901;

const WRITE_TIMEOUT_MS = 300_000;

/** Connects to the store. It may be of any schema; see `migrateUp`. */
export async function openPostgresSource(location: DatabaseLocation, poolSize?: number): Promise<DataSource> {
  return dataSourceOf(location, poolSize).initialize();
}

/** The database of a migrated store. */
export function postgresDatabase(dataSource: DataSource, lockTimeoutMs: number): Database {
  return new PostgresDatabase(dataSource, lockTimeoutMs);
}

class PostgresDatabase implements Database {
  readonly dialect = dialect;
  private readonly queue = new SerialQueue();
  private readonly pool: Pool;
  private readonly names = new StatementNames();
  private isClosed = false;

  private readonly begin: string;

  constructor(
    private readonly dataSource: DataSource,
    lockTimeoutMs: number,
  ) {
    this.pool = poolOf(dataSource);
    this.begin = [
      'BEGIN',
      `SET LOCAL lock_timeout = ${Math.ceil(lockTimeoutMs)}`,
      `SET LOCAL statement_timeout = ${WRITE_TIMEOUT_MS}`,
      `SELECT pg_advisory_xact_lock(${WRITE_LOCK})`,
    ].join('; ');
  }

  get connectionUse(): ConnectionUse {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { open: totalCount, idle: idleCount, waiting: waitingCount };
  }

  async read<Row extends object>(sql: string, parameters: readonly SqlValue[] = [], signal?: AbortSignal): Promise<Row[]> {
    if (this.isClosed) throw new StoreUnavailableError('The store is closed.');
    const values = parameters.map(searchable);
    if (signal === undefined) return runOn<Row>(this.pool, this.names, sql, values);
    return queryUntil(this.pool, signal, (client) => runOn<Row>(client, this.names, sql, values));
  }

  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    if (this.isClosed) return Promise.reject(new StoreUnavailableError('The store is closed.'));
    return this.queue.run(async () => {
      const client = await this.pool.connect().catch((error: unknown) => {
        throw translatePostgresError(error);
      });
      // A connection that breaks between two statements says so here; the next statement fails, and that is enough.
      client.on('error', ignore);
      let failure: unknown = null;
      try {
        return await this.inTransaction(client, work);
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        client.off('error', ignore);
        // A connection in an unknown state is closed, not reused.
        client.release(failure instanceof StoreUnavailableError);
      }
    });
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.queue.drained();
    await this.dataSource.destroy();
  }

  private async inTransaction<Result>(
    client: PoolClient,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const transaction = new PostgresTransaction(client, this.names);
    try {
      await command(client, this.begin);
      const result = await work(transaction);
      transaction.end();
      const answer = await command(client, 'COMMIT');
      // PostgreSQL answers so, without an error, when a statement failed and its failure was passed over.
      if (answer === 'ROLLBACK') throw new Error('A transaction was committed although one of its statements had failed.');
      return result;
    } catch (error) {
      transaction.end();
      // On a broken connection this fails too, and the server rolls back by itself.
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

class PostgresTransaction implements Transaction {
  readonly dialect = dialect;
  /** A connection carries out one statement at a time. */
  private readonly queue = new SerialQueue();
  private isOver = false;

  constructor(
    private readonly client: PoolClient,
    private readonly names: StatementNames,
  ) {}

  run<Row extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return this.queue.run(async () => {
      if (this.isOver) throw new Error('A transaction was used after its end.');
      return runOn<Row>(this.client, this.names, sql, parameters);
    });
  }

  end(): void {
    this.isOver = true;
  }
}

async function runOn<Row extends object>(
  target: Pool | PoolClient,
  names: StatementNames,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<Row[]> {
  try {
    const { rows } = await target.query<Row & QueryResultRow>({
      name: names.nameOf(sql),
      text: sql,
      values: [...parameters],
    });
    return rows;
  } catch (error) {
    throw translatePostgresError(error);
  }
}

const ignore = (): void => undefined;

/** Gives the server's word for what it has done. */
async function command(client: PoolClient, sql: string): Promise<string> {
  try {
    return (await client.query(sql)).command;
  } catch (error) {
    throw translatePostgresError(error);
  }
}

function poolOf(dataSource: DataSource): Pool {
  const pool: unknown = 'master' in dataSource.driver ? dataSource.driver.master : null;
  if (!(pool instanceof Pool)) throw new Error('The data source is not an open PostgreSQL one.');
  return pool;
}
