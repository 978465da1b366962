/** What is logged of an error: who threw it and where, but no other property of it. */

/** Where errors are logged. */
export interface ErrorLog {
  error(fields: object, message: string): void;
}

/** An error with its causes, as plain data. */
export interface ErrorDescription {
  name: string;
  message: string;
  stack?: string;
  cause?: ErrorDescription;
}

const LONGEST_CHAIN = 5;

/**
 * Takes name, message, stack and causes, by name: database errors also hold the parameters of their statement,
 * and these are what a client said.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error) };
  // GraphQL wraps what a resolver threw, under the same message and stack.
  if ('originalError' in error && error.originalError instanceof Error) return describeError(error.originalError, depth);
  const { name, message, stack, cause } = error;
  const hasCause = cause !== undefined && depth < LONGEST_CHAIN;
  return { name, message, stack, ...(hasCause ? { cause: describeError(cause, depth + 1) } : {}) };
}
