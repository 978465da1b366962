/** Writing to a stream that may be slower than we are, or be closed by its reader at any time (`… | head`). */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** A stream to write texts to. */
export class Output {
  private closed = false;
  private failure: Error | null = null;

  constructor(private readonly stream: Writable) {
    stream.on('error', (error) => {
      this.closed = true;
      // A reader that has read enough is no failure.
      if (!('code' in error && error.code === 'EPIPE')) this.failure = error;
    });
  }

  /** The reader is gone: whatever is written now is for nobody. */
  get isClosed(): boolean {
    return this.closed;
  }

  /**
   * Resolves when the stream takes more.
   * @throws what the stream failed with (a full disk, say)
   */
  async write(text: string): Promise<void> {
    if (!this.closed && !this.stream.write(text)) await this.takesMore();
    if (this.failure !== null) throw this.failure;
  }

  /**
   * Ends the stream and resolves when all is written.
   * @throws what the stream failed with
   */
  async end(): Promise<void> {
    if (!this.closed) await new Promise<void>((resolve) => this.stream.once('error', () => resolve()).end(resolve));
    if (this.failure !== null) throw this.failure;
  }

  private async takesMore(): Promise<void> {
    try {
      await once(this.stream, 'drain');
    } catch (error) {
      // `once` rejects for the stream's error, which is remembered above.
      if (!this.closed) throw error;
    }
  }
}
