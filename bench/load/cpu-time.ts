/** What a process has used of the machine, as Linux tells it in /proc. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The length of the kernel's clock tick; 10 ms nearly everywhere. */
const TICK_MS = 1_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** User and system time so far of all threads of a process, in milliseconds. */
export function cpuTime(pid: number): number {
  return ticksIn(`/proc/${pid}/stat`) * TICK_MS;
}

/** The process that started this one. */
export function parentOf(pid: number): number {
  return Number(statOf(`/proc/${pid}/stat`)[PARENT]);
}

/** CPU time so far of all processes that this one has started, ended ones too; it must wait for them, as servers do. */
export function cpuTimeOfChildren(pid: number): number {
  const living = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statIfThere(`/proc/${name}/stat`))
    .filter((fields) => Number(fields[PARENT]) === pid)
    .map((fields) => sum(fields, OWN));
  const ended = sum(statOf(`/proc/${pid}/stat`), ENDED_CHILDREN);
  return (living.reduce((all, ticks) => all + ticks, 0) + ended) * TICK_MS;
}

/** CPU time so far of a process's main thread and of all the others. */
export function cpuTimeByThread(pid: number): { main: number; others: number } {
  const main = ticksIn(`/proc/${pid}/task/${pid}/stat`);
  const all = readdirSync(`/proc/${pid}/task`).map((thread) => ticksIn(`/proc/${pid}/task/${thread}/stat`));
  return { main: main * TICK_MS, others: (all.reduce((sum, ticks) => sum + ticks, 0) - main) * TICK_MS };
}

/** Resident memory, in MiB. */
export function residentMemory(pid: number): number {
  return memoryOf(pid, 'VmRSS');
}

/** The most resident memory that the process ever had, in MiB. */
export function peakMemory(pid: number): number {
  return memoryOf(pid, 'VmHWM');
}

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function memoryOf(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

/**
 * Places in what follows the command's name, from https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: (4) ppid,
 * (14) utime, (15) stime, (16) cutime, (17) cstime.
 */
const PARENT = 1;
const OWN = [11, 12] as const;
const ENDED_CHILDREN = [13, 14] as const;

function ticksIn(file: string): number {
  return sum(statOf(file), OWN);
}

function statOf(file: string): string[] {
  const stat = readFileSync(file, 'utf8');
  // The command's name, in brackets, may hold spaces and brackets.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Nothing for a process that has ended since it was listed: its parent counts it among the ended ones then. */
function statIfThere(file: string): string[] {
  try {
    return statOf(file);
  } catch {
    return [];
  }
}

function sum(fields: readonly string[], places: readonly number[]): number {
  return places.reduce((total, place) => total + Number(fields[place]), 0);
}
