/** How far an import has come, on one line of a terminal that is written over. */
import type { ReadProgress } from '../newsgraph';

const REDRAW_MS = 100;
const BAR_WIDTH = 24;
const ERASE_LINE = '\r\x1b[K';

/** What a bar needs of a terminal. */
export interface BarTerminal {
  write(text: string): unknown;
  /** Unknown on some. */
  columns?: number;
}

/** Shows bytes read, documents done, the rate, and what remains. */
export class ProgressBar {
  private progress: ReadProgress = { bytesRead: 0, totalBytes: null };
  private count = 0;
  private drawnAt = -Infinity;
  private readonly startedAt: number;

  /** `now` gives milliseconds; `unit` is what is counted. */
  constructor(
    private readonly terminal: BarTerminal,
    private readonly now: () => number = () => performance.now(),
    private readonly unit = 'documents',
  ) {
    this.startedAt = now();
  }

  /** Takes in how far reading has come. */
  read(progress: ReadProgress): void {
    this.progress = progress;
    this.redraw();
  }

  /** Counts one that is done, or so many. */
  done(count = 1): void {
    this.count += count;
    this.redraw();
  }

  /** Writes lines above the bar. */
  print(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.terminal.write(`${ERASE_LINE}${lines.join('\n')}\n`);
    this.drawnAt = -Infinity;
    this.redraw();
  }

  /** Takes the bar away. */
  clear(): void {
    this.terminal.write(ERASE_LINE);
  }

  private redraw(): void {
    const now = this.now();
    if (now - this.drawnAt < REDRAW_MS) return;
    this.drawnAt = now;
    // A line that wraps cannot be written over.
    this.terminal.write(ERASE_LINE + this.line((now - this.startedAt) / 1000).slice(0, (this.terminal.columns ?? 80) - 1));
  }

  private line(seconds: number): string {
    const { bytesRead, totalBytes } = this.progress;
    const rate = seconds > 0 ? Math.round(this.count / seconds) : 0;
    const counted = `${this.count} ${this.unit}, ${rate}/s`;
    if (totalBytes === null || totalBytes === 0) return `${mebibytes(bytesRead)} read, ${counted}`;
    const share = Math.min(1, bytesRead / totalBytes);
    const filled = Math.round(share * BAR_WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
    return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${counted}${remaining(share, seconds)}`;
  }
}

function remaining(share: number, seconds: number): string {
  if (share === 0 || share === 1 || seconds < 1) return '';
  const left = Math.ceil((seconds * (1 - share)) / share);
  return `, ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')} left`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
