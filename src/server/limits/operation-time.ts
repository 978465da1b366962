/** The time that a whole operation may take. When it is over, the answer is given, and the database stops working on it. */
import type { ExecutionResult, GraphQLError } from 'graphql';

/** The time of one request: a controller of its work. Its signal is made when it is asked for, as not every operation reads. */
export class OperationTime {
  private controller: AbortController | null = null;
  private reason: GraphQLError | null = null;
  private answer: ((result: ExecutionResult) => void) | null = null;

  /** @param end when it is over, as `performance.now()` tells instants. */
  constructor(readonly end: number) {}

  /** Aborted when the time is over, with the error to tell as its reason. */
  get signal(): AbortSignal {
    if (this.controller === null) {
      this.controller = new AbortController();
      if (this.reason !== null) this.controller.abort(this.reason);
    }
    return this.controller.signal;
  }

  /** The result of the execution, or that its time is over: what it still comes to is then for nobody. */
  within(execution: Promise<ExecutionResult>): Promise<ExecutionResult> {
    return new Promise((resolve, reject) => {
      this.answer = resolve;
      if (this.reason !== null) resolve({ errors: [this.reason] });
      execution.then(resolve, reject);
    });
  }

  /** The time is over, for this reason, which is answered. */
  stop(reason: GraphQLError): void {
    this.reason = reason;
    this.controller?.abort(reason);
    this.answer?.({ errors: [reason] });
  }
}
