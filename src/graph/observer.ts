/** How the graph tells what it does for a request. */
import type { EndOfWork, StatementObserver } from '../store';

/** An operation that is about to be executed. */
export interface ObservedOperation {
  readonly name: string | null;
  readonly type: string;
}

/** The keys that are asked for at once, by one statement. */
export interface ObservedBatch {
  /** What is read, in the words of the schema: there are only so many of these. */
  readonly field: string;
  readonly size: number;
}

/** Is told of the statements of a batch, and of its end. */
export interface BatchObserver extends StatementObserver {
  readonly ended: EndOfWork;
}

/** Is told of what is done for one request. */
export interface RequestObserver {
  /** The end of an operation that gave errors is told with the first of them. */
  operationStarted(operation: ObservedOperation): EndOfWork;
  batchStarted(batch: ObservedBatch): BatchObserver;
}
