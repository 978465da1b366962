/** Requests that are none: types refuse them, and plain JavaScript does not. */
import { GraphQLError } from 'graphql';

/** What is wrong with the form of a request; null for one that can be looked at further. */
export function badRequest(request: unknown): GraphQLError | null {
  const message = problemOf(isObject(request) ? request : {});
  return message === null ? null : new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

function problemOf({ query, variables, operationName }: Readonly<Record<string, unknown>>): string | null {
  if (typeof query !== 'string') return `"query" is ${query == null ? 'missing' : 'no text'}; give the text of a GraphQL document`;
  if (variables != null && (!isObject(variables) || Array.isArray(variables))) return '"variables" is not an object of values by name';
  if (operationName != null && typeof operationName !== 'string') return '"operationName" is no text';
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
