import { statSync } from 'node:fs';
import { normaliseStory } from '../src/ingest/normalise';
import { saveStories } from '../src/store/writing/story-writer';
import { openDatabase } from '../src/store/open-store';
import { SqliteConnection } from '../src/store/database/sqlite-connection';
import { generatedStory } from './generated-stories';
const [sync = 'FULL', batch = '100', total = '6000', extra = ''] = process.argv.slice(2);
let commit = 0;
let conn: SqliteConnection | null = null;
const original = SqliteConnection.prototype.all;
SqliteConnection.prototype.all = async function (this: SqliteConnection, sql: string, p?: never) {
  const t = performance.now();
  if (sql === 'BEGIN IMMEDIATE' && conn === null) { conn = this; await this.execute(`PRAGMA synchronous = ${sync}; PRAGMA wal_autocheckpoint = 100000000; ${extra}`); }
  const r = await original.call(this, sql, p);
  if (sql === 'COMMIT') commit += performance.now() - t;
  return r as never;
} as never;
async function main() {
  const file = `/tmp/h5/wal-${process.pid}.db`;
  const { database } = await openDatabase(`sqlite:${file}`);
  const stories = Array.from({ length: +total }, (_, i) => generatedStory(i)).map(normaliseStory);
  const cpu0 = process.cpuUsage(); const t = performance.now(); let last = 0;
  for (let i = 0; i < stories.length; i += +batch) { last = 0; await saveStories(database, stories.slice(i, i + +batch)); }
  const ms = performance.now() - t;
  const wal = statSync(file + '-wal').size;
  const t2 = performance.now(); await conn!.all('PRAGMA wal_checkpoint(TRUNCATE)');
  console.log(sync, 'batch', batch, `${Math.round(+total / ms * 1000)}/s`, 'commit ms/story', (commit / +total).toFixed(3), 'wal frames/batch', Math.round(wal / 4120 / (+total / +batch)), 'checkpoint ms', Math.round(performance.now() - t2), 'last', last);
  const th = require('fs').readdirSync('/proc/self/task').map((x: string) => { const f = require('fs').readFileSync(`/proc/self/task/${x}/stat`, 'utf8').replace(/^.*\) /, '').split(' '); return (+f[11] + +f[12]) * 10; });
  const cpu = process.cpuUsage(cpu0); console.log('threads', JSON.stringify(th.filter((x: number) => x > 100)), 'cpu ms/story', ((cpu.user + cpu.system) / 1000 / +total).toFixed(3));
  await database.close();
  require('fs').rmSync(file);
}
void main();
