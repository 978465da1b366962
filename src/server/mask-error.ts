/**
 * Which errors a client is told. One that carries a code was made to be told; any other is a fault of ours: its cause
 * goes to the log under an id, and the answer holds the id alone.
 */
import { randomUUID } from 'node:crypto';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { describeError, type ErrorLog } from './error-log';
import { withoutSuggestion } from './suggestions';

type FormatError = NonNullable<ApolloServerOptions<BaseContext>['formatError']>;
type FormattedError = ReturnType<FormatError>;

const SERVICE_UNAVAILABLE = 'SERVICE_UNAVAILABLE';
const { INTERNAL_SERVER_ERROR, BAD_USER_INPUT } = ApolloServerErrorCode;

/** The `formatError` of a server that logs to `log`, and tells or does not tell which names were perhaps meant. */
export function maskErrors(log: ErrorLog, { suggestions }: { suggestions: boolean }): FormatError {
  return (formatted, error) => {
    const told = toldOf(formatted, error, log);
    return suggestions ? told : { ...told, message: withoutSuggestion(told.message) };
  };
}

function toldOf(formatted: FormattedError, error: unknown, log: ErrorLog): FormattedError {
  if (isServiceUnavailable(error)) {
    return masked(formatted, error, log, SERVICE_UNAVAILABLE, 'The database does not answer; try again shortly.');
  }
  if (isArgumentError(error)) return withCode(formatted, BAD_USER_INPUT);
  if (isIntrospectionRefusal(formatted)) return { ...formatted, message: 'Introspection is switched off here.' };
  if (formatted.extensions?.['code'] !== INTERNAL_SERVER_ERROR) return formatted;
  return masked(formatted, error, log, INTERNAL_SERVER_ERROR, 'Internal server error.');
}

function masked(formatted: FormattedError, error: unknown, log: ErrorLog, code: string, message: string): FormattedError {
  const id = randomUUID();
  log.error({ errorId: id, code, path: formatted.path, error: describeError(error) }, 'error');
  return withCode({ ...formatted, message }, code, { id });
}

function withCode(formatted: FormattedError, code: string, more: Record<string, unknown> = {}): FormattedError {
  return { ...formatted, extensions: { ...formatted.extensions, code, ...more } };
}

/** An error of the store that says so by its code, thrown through a resolver. */
function isServiceUnavailable(error: unknown): boolean {
  return chainOf(error).some((link) => 'code' in link && link.code === SERVICE_UNAVAILABLE);
}

/** The kinds of node, in graphql-js's words, that stand where an argument's value stands. */
const VALUE_KINDS: ReadonlySet<string> = new Set([
  'Variable', 'IntValue', 'FloatValue', 'StringValue', 'BooleanValue', 'NullValue', 'EnumValue', 'ListValue', 'ObjectValue',
]);

/**
 * An argument that validation cannot judge because a variable decides it (null for a default of a non-null argument,
 * say) is refused by graphql-js only when it is executed, and without a code.
 */
function isArgumentError(error: unknown): boolean {
  return chainOf(error).every(
    (link) => nodeKinds(link).some((kind) => VALUE_KINDS.has(kind)) && !('code' in link) && !hasOwnCode(link),
  );
}

function hasOwnCode(error: Error): boolean {
  return 'extensions' in error && typeof error.extensions === 'object' && error.extensions !== null && 'code' in error.extensions;
}

function nodeKinds(error: Error): string[] {
  if (!('nodes' in error) || !Array.isArray(error.nodes)) return [];
  return error.nodes.map((node: unknown) =>
    typeof node === 'object' && node !== null && 'kind' in node ? String(node.kind) : '',
  );
}

function isIntrospectionRefusal({ extensions }: FormattedError): boolean {
  return extensions?.['validationErrorCode'] === 'INTROSPECTION_DISABLED';
}

/** An error and what it wraps. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  let link = error;
  while (link instanceof Error && !chain.includes(link)) {
    chain.push(link);
    link = 'originalError' in link ? link.originalError : link.cause;
  }
  return chain;
}
