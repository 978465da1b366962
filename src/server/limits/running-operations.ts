/** The operations that run now, and their end where their time is over. */
import { GraphQLError } from 'graphql';
import { OperationTime } from './operation-time';

/**
 * All have the same time, so that the one that began first is over first, and one timer serves them all: it waits for the
 * oldest, and when that has ended meanwhile, as nearly all have, for the one that is the oldest then. A timer for each
 * would cost more than much of what is asked.
 */
export class RunningOperations {
  private readonly times = new Set<OperationTime>();
  private timer: NodeJS.Timeout | null = null;

  /** @param milliseconds that an operation may take. */
  constructor(private readonly milliseconds: number) {}

  /** An operation begins, and its time with it. */
  begin(): OperationTime {
    const time = new OperationTime(performance.now() + this.milliseconds);
    this.times.add(time);
    if (this.timer === null) this.wakeIn(this.milliseconds);
    return time;
  }

  /** An operation is answered. */
  end(time: OperationTime): void {
    this.times.delete(time);
  }

  /** Ends an operation for the reason that this makes; one that is answered needs none. */
  stop(time: OperationTime, reason: () => GraphQLError): void {
    if (this.times.delete(time)) time.stop(reason());
  }

  /** Ends all of them for this reason. */
  stopAll(reason: () => GraphQLError): void {
    for (const time of this.times) this.stop(time, reason);
  }

  private wakeIn(milliseconds: number): void {
    this.timer = setTimeout(() => this.stopLate(), milliseconds);
    // What still waits when all else has ended is for no operation.
    this.timer.unref();
  }

  private stopLate(): void {
    this.timer = null;
    for (const time of this.times) {
      const left = time.end - performance.now();
      if (left > 0) return this.wakeIn(left);
      this.stop(time, () => operationTimeout(this.milliseconds));
    }
  }
}

/** 400, as for the other limits: asked again, the same operation would take as long, and proxies repeat what gets 503. */
function operationTimeout(milliseconds: number): GraphQLError {
  return new GraphQLError(`The operation took longer than ${milliseconds} ms.`, {
    extensions: { code: 'OPERATION_TIMEOUT', maximum: milliseconds, http: { status: 400 } },
  });
}
