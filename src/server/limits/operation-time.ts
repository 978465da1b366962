/** The time that a whole operation may take. When it is over, the answer is given, and the database stops working on it. */
import { GraphQLError, type ExecutionResult } from 'graphql';

/** The time of one request. */
export class OperationTime {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;

  /** It begins now. */
  constructor(milliseconds: number) {
    this.timer = setTimeout(() => this.controller.abort(operationTimeout(milliseconds)), milliseconds);
  }

  /** Aborted when the time is over, with the error to tell as its reason. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** The request is answered. */
  end(): void {
    clearTimeout(this.timer);
  }
}

/** The result of an execution, or that its time is over: what it still comes to is then for nobody. */
export async function inTime(execution: Promise<ExecutionResult>, signal: AbortSignal | undefined): Promise<ExecutionResult> {
  if (signal === undefined) return execution;
  let stop = (): void => undefined;
  const timeout = new Promise<ExecutionResult>((resolve) => {
    stop = () => resolve({ errors: [errorOf(signal)] });
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([execution, timeout]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** 400, as for the other limits: asked again, the same operation would take as long, and proxies repeat what gets 503. */
function operationTimeout(milliseconds: number): GraphQLError {
  return new GraphQLError(`The operation took longer than ${milliseconds} ms.`, {
    extensions: { code: 'OPERATION_TIMEOUT', maximum: milliseconds, http: { status: 400 } },
  });
}

function errorOf(signal: AbortSignal): GraphQLError {
  const reason: unknown = signal.reason;
  return reason instanceof GraphQLError ? reason : new GraphQLError('The operation was stopped.', { originalError: reason instanceof Error ? reason : undefined });
}
