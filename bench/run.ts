/** `npm run bench`: the gateway beside other servers over the same store. See README.md in this folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { buildServers } from './build';
import { postgresStore, sqliteStore } from './data/benchmark-store';
import { databaseClock } from './load/database-clock';
import { runRounds } from './load/rounds';
import { readSettings, type Settings } from './settings';
import { figuresOf, markdownTable, memoryLine } from './report';

const tell = (line: string): void => console.error(line);

async function main(settings: Settings): Promise<void> {
  const { size, postgresUrl } = settings;
  const databaseUrl = postgresUrl === null ? await sqliteStore(size, tell) : await postgresStore(postgresUrl, size, tell);
  const clock = await databaseClock(databaseUrl);
  const build = await buildServers();
  try {
    const outcome = await runRounds({ ...settings, build: build.folder, databaseUrl, databaseCpu: () => clock.read(), tell });
    const figures = figuresOf(outcome);
    const about = {
      date: new Date().toISOString(),
      machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`,
      database: postgresUrl === null ? 'SQLite' : 'PostgreSQL',
      ...settings,
      postgresUrl: undefined,
    };
    console.log(`${about.date}, ${about.machine}, ${about.database}, ${size} stories, ${settings.rounds} rounds of ${settings.seconds} s, concurrency ${settings.concurrency}\n`);
    console.log(`${markdownTable(figures)}\n\n${memoryLine(outcome)}`);
    if (settings.json !== null) {
      mkdirSync(dirname(settings.json), { recursive: true });
      writeFileSync(settings.json, `${JSON.stringify({ ...about, figures, memory: outcome.memory }, null, 2)}\n`);
    }
  } finally {
    build.remove();
    await clock.close();
  }
}

async function start(): Promise<void> {
  await main(readSettings(process.argv.slice(2), process.env));
}

start().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
