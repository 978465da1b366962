/** What a process has used of the machine, as Linux tells it in /proc. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The length of the kernel's clock tick; 10 ms nearly everywhere. */
const TICK_MS = 1_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** User and system time so far of all threads of a process, in milliseconds. */
export function cpuTime(pid: number): number {
  return ticksIn(`/proc/${pid}/stat`) * TICK_MS;
}

/** The same of its main thread and of all the others. */
export function cpuTimeByThread(pid: number): { main: number; others: number } {
  const main = ticksIn(`/proc/${pid}/task/${pid}/stat`);
  const all = readdirSync(`/proc/${pid}/task`).map((thread) => ticksIn(`/proc/${pid}/task/${thread}/stat`));
  return { main: main * TICK_MS, others: (all.reduce((sum, ticks) => sum + ticks, 0) - main) * TICK_MS };
}

/** Resident memory, in MiB. */
export function residentMemory(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: utime and stime are fields 14 and 15. */
function ticksIn(file: string): number {
  const stat = readFileSync(file, 'utf8');
  // The second field is the command's name in brackets and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
