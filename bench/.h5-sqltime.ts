import { SqliteConnection } from '../src/store/database/sqlite-connection';
const times = new Map<string, [number, number]>();
const original = SqliteConnection.prototype.all;
let chain: Promise<unknown> = Promise.resolve();
SqliteConnection.prototype.all = function (this: SqliteConnection, sql: string, p?: never) { const r = chain.then(() => timed.call(this, sql, p)); chain = r.catch(() => 0); return r as never; } as never;
const timed = async function (this: SqliteConnection, sql: string, p?: never) {
  const t = performance.now();
  const r = await original.call(this, sql, p);
  const e = times.get(sql) ?? [0, 0]; e[0] += performance.now() - t; e[1] += 1; times.set(sql, e);
  return r as never;
};
process.on('exit', () => { for (const [sql, [ms, n]] of [...times].sort((a, b) => b[1][0] - a[1][0]).slice(0, 26)) console.log((ms / Number(process.argv[2]) * 1000).toFixed(0).padStart(7) + ' us/story', String(n).padStart(6), sql.replace(/\s+/g, ' ').slice(0, 130)); });
require('./import-speed');
import { readdirSync, readFileSync } from 'node:fs';
process.on('exit', () => { for (const t of readdirSync('/proc/self/task')) { const f = readFileSync(`/proc/self/task/${t}/stat`, 'utf8').replace(/^.*\) /, '').split(' '); const name = readFileSync(`/proc/self/task/${t}/comm`, 'utf8').trim(); if (+f[11]! + +f[12]! > 10) console.log(name, 'user', +f[11]! * 10, 'sys', +f[12]! * 10); } });
