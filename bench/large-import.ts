/**
 * What a file of any size costs in memory: `npx tsx bench/large-import.ts [--megabytes 1024] [--stories 4000]`.
 * Writes a `.stories.jsonl` of so many bytes, in which so many generated stories come again and again, has the built
 * command import it into an empty SQLite store, and samples the resident memory of that process. The first round of the
 * stories is saved; the others are read, checked, compared and found unchanged, for saving is measured elsewhere
 * (`import-speed.ts`). Needs Linux, and room for the file among the temporary files.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { buildServers } from './build';
import { generatedStories } from './data/generated-story';
import { residentMemory } from './load/cpu-time';

const SAMPLE_EVERY_MS = 200;
const MEBIBYTE = 2 ** 20;

/** Resident memory, in MiB, so many seconds after the start. */
interface Sample {
  readonly seconds: number;
  readonly resident: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '1024' }, stories: { type: 'string', default: '4000' } } });
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-large-import-'));
  const build = await buildServers();
  try {
    const file = join(folder, 'large.stories.jsonl');
    await writeStories(file, Number(values.megabytes) * MEBIBYTE, Number(values.stories));
    const size = statSync(file).size;
    const { samples, seconds, told } = await importFile(join(build.folder, 'src', 'cli', 'main.js'), file, join(folder, 'store.db'));
    console.log(told.trim());
    console.log(`${(size / MEBIBYTE).toFixed(0)} MiB in ${seconds.toFixed(0)} s: ${(size / MEBIBYTE / seconds).toFixed(1)} MiB/s`);
    console.log(`resident memory: ${quarters(samples, seconds)}; at most ${peak(samples).toFixed(0)} MiB`);
  } finally {
    build.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same stories over and over, until there are so many bytes. */
async function writeStories(file: string, bytes: number, stories: number): Promise<void> {
  const round = Buffer.from([...generatedStories(stories)].map((story) => `${JSON.stringify(story)}\n`).join(''));
  await pipeline(Readable.from(rounds(round, bytes)), createWriteStream(file));
}

function* rounds(round: Buffer, bytes: number): Generator<Buffer> {
  for (let written = 0; written < bytes; written += round.length) yield round;
}

/** Imports as users do, and looks at the process meanwhile. */
async function importFile(program: string, file: string, database: string): Promise<{ samples: Sample[]; seconds: number; told: string }> {
  const begun = performance.now();
  const elapsed = (): number => (performance.now() - begun) / 1_000;
  const child = spawn(process.execPath, [program, 'import', file], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: `sqlite:${database}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  const samples: Sample[] = [];
  const sampling = setInterval(() => {
    if (child.exitCode !== null || child.pid === undefined) return;
    const resident = residentMemory(child.pid);
    // A process that has ended and not yet told so has none.
    if (Number.isFinite(resident)) samples.push({ seconds: elapsed(), resident });
  }, SAMPLE_EVERY_MS);
  try {
    await once(child, 'close');
  } finally {
    clearInterval(sampling);
  }
  if (child.exitCode !== 0) throw new Error(`The import ended with ${child.exitCode ?? 'a signal'}.`);
  return { samples, seconds: elapsed(), told };
}

/** The most in each quarter of the time: growth would show. */
function quarters(samples: readonly Sample[], seconds: number): string {
  const most = [0, 1, 2, 3].map((quarter) => peak(samples.filter((sample) => Math.min(3, Math.floor((4 * sample.seconds) / seconds)) === quarter)).toFixed(0));
  return `at most ${most.join(', ')} MiB in the four quarters`;
}

function peak(samples: readonly Sample[]): number {
  return Math.max(0, ...samples.map(({ resident }) => resident));
}

void main();
