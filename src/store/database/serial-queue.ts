/** Runs one task at a time, in the order in which they came. A task that fails does not stop the next. */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve();
  /** How many are not over, the one that runs included. */
  private count = 0;

  /** Starts the task at once where none is before it, so that its caller can go on beside it. */
  run<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.count === 0 ? task() : this.last.then(task);
    this.count += 1;
    const over = (): void => {
      this.count -= 1;
    };
    this.last = result.then(over, over);
    return result;
  }

  /** Resolves when every task that has come so far is over. */
  async drained(): Promise<void> {
    await this.last;
  }
}
