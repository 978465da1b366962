/** Runs the command line as users do: a process of its own, in a folder of its own. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(__dirname, '../..');
const BUILT = join(ROOT, 'dist/index.js');

/** What is built when it is fresh, for it starts four times as fast; else the source. */
const PROGRAM_ARGUMENTS: (program: string) => string[] = isBuildFresh()
  ? (program) => [join(ROOT, 'dist/cli', `${program}.js`)]
  : (program) => ['--import', pathToFileURL(require.resolve('tsx')).href, join(ROOT, 'src/cli', `${program}.ts`)];

function isBuildFresh(): boolean {
  return existsSync(BUILT) && statSync(BUILT).mtimeMs > newestIn(join(ROOT, 'src'));
}

function newestIn(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

export interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  env?: Record<string, string>;
  stdin?: string | Buffer;
  /** `main` is the command, `start` what `npm start` runs. */
  program?: 'main' | 'start';
}

/** A folder to run commands in. */
export class CliFolder {
  private constructor(readonly path: string) {}

  static async create(): Promise<CliFolder> {
    return new CliFolder(await mkdtemp(join(tmpdir(), 'newsgraph-cli-')));
  }

  /** Starts a command, which goes on by itself. */
  spawn(args: readonly string[], { env = {}, program = 'main' }: CliOptions = {}): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, this.argumentsOf(args, program), {
      cwd: this.path,
      env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json'), ...env },
    });
  }

  /** What Node is given to run a command. */
  argumentsOf(args: readonly string[], program: 'main' | 'start' = 'main'): string[] {
    return [...PROGRAM_ARGUMENTS(program), ...args];
  }

  /** Runs a command to its end. */
  async run(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
    const child = this.spawn(args, options);
    child.stdin.end(options.stdin ?? '');
    return outcomeOf(child);
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true });
  }
}

/** What a command said and how it ended. */
export async function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}
