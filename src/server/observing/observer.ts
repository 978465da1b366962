/** The one seam through which metrics and traces learn what the server does. */
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestObserver } from '../../newsgraph';
import type { OperationRecord } from '../request-log';

/** A request whose head has arrived. */
export interface RequestHead {
  readonly method: string;
  /** The path that it was matched to; null where nothing is served. */
  readonly route: string | null;
  readonly headers: IncomingHttpHeaders;
}

/** What became of a request. */
export interface RequestOutcome {
  /** Null when its client was gone before the answer. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** Null when it did not come so far. */
  readonly operation: OperationRecord | null;
  /** The code that it was refused with before GraphQL saw it. */
  readonly refusal: string | null;
}

/** Is told of one request: of what the graph does for it, and of its end. */
export interface ServedRequestObserver extends RequestObserver {
  ended(outcome: RequestOutcome): void;
}

/** Is told of every request. What it is told it must not keep, nor change. It must not throw. */
export interface Observer {
  requestStarted(head: RequestHead): ServedRequestObserver;
}

/** Tells all of these, in their order. */
export function together(observers: readonly Observer[]): Observer | null {
  const [only] = observers;
  if (only === undefined) return null;
  if (observers.length === 1) return only;
  return {
    requestStarted(head) {
      const requests = observers.map((observer) => observer.requestStarted(head));
      const toAll = (ends: readonly ((error?: unknown) => void)[]) => (error?: unknown) => ends.forEach((end) => end(error));
      return {
        operationStarted: (operation) => toAll(requests.map((request) => request.operationStarted(operation))),
        batchStarted: (batch) => {
          const batches = requests.map((request) => request.batchStarted(batch));
          return {
            statementStarted: (text) => toAll(batches.map((each) => each.statementStarted(text))),
            ended: toAll(batches.map(({ ended }) => ended)),
          };
        },
        ended: (outcome) => requests.forEach((request) => request.ended(outcome)),
      };
    },
  };
}
