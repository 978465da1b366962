/** Runs the tools of the house as their npm scripts do. */
import { spawn } from 'node:child_process';

/** What a program said and how it ended. */
export interface ToolRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how a program runs. */
export interface ToolOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Killed after this many milliseconds; its status is then null. */
  readonly timeout?: number;
}

/** Runs a script or module file with this Node.js. */
export function runNode(args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  return run(process.execPath, args, options);
}

/** Runs npm. */
export function runNpm(args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

function run(command: string, args: readonly string[], { cwd, env = process.env, timeout }: ToolOptions): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, timeout, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}
