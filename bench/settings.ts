/** The command line of the read benchmarks. */
import { parseArgs } from 'node:util';
import { COMPARED_SERVERS, SERVER_NAMES, type ServerName } from './load/server-process';
import { QUERY_NAMES, type QueryName } from './queries';

export interface Settings {
  readonly size: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly concurrency: number;
  readonly queries: readonly QueryName[];
  readonly servers: readonly ServerName[];
  /** Where to write the figures as JSON too. */
  readonly json: string | null;
  /** The server on which to make PostgreSQL stores; null for SQLite. */
  readonly postgresUrl: string | null;
}

/** @throws with one line that says which option is wrong. */
export function readSettings(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      size: { type: 'string', default: '2000' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
      concurrency: { type: 'string', default: '16' },
      queries: { type: 'string', default: QUERY_NAMES.join(',') },
      servers: { type: 'string', default: COMPARED_SERVERS.join(',') },
      database: { type: 'string', default: 'sqlite' },
      json: { type: 'string' },
    },
  });
  return {
    size: aPositive('size', values.size),
    rounds: aPositive('rounds', values.rounds),
    seconds: aPositive('seconds', values.seconds),
    concurrency: aPositive('concurrency', values.concurrency),
    queries: someOf('queries', QUERY_NAMES, values.queries),
    servers: someOf('servers', SERVER_NAMES, values.servers),
    json: values.json ?? null,
    postgresUrl: aServer(values.database, env['BENCH_POSTGRES_URL']),
  };
}

function aPositive(option: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`--${option} is ${text}; give a number above 0`);
}

function someOf<Name extends string>(option: string, names: readonly Name[], text: string): Name[] {
  return text.split(',').map((given) => {
    const name = names.find((each) => each === given);
    if (name === undefined) throw new Error(`--${option} has ${given}; give some of ${names.join(',')}`);
    return name;
  });
}

function aServer(database: string, url: string | undefined): string | null {
  if (database === 'sqlite') return null;
  if (database !== 'postgres') throw new Error(`--database is ${database}; give sqlite or postgres`);
  if (url === undefined) throw new Error('set BENCH_POSTGRES_URL to a server where databases may be created');
  return url;
}
