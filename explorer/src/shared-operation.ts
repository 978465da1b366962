/** What a link carries. Headers are left out on purpose: they are where secrets stand. */
export interface SharedOperation {
  readonly query: string;
  /** The text of the variables editor; null when it is empty. */
  readonly variables: string | null;
  /** Which operation is meant, where the query holds several; else null. */
  readonly operationName: string | null;
}

/**
 * Writes an operation as the fragment of a link, `#query=…&variables=…&operationName=…`.
 *
 * It is the fragment and not the query string, because browsers keep the fragment to themselves: no server log ever
 * sees what is shared, and no server limits its length.
 */
export function toFragment(operation: SharedOperation): string {
  const parameters = new URLSearchParams({ query: operation.query });
  if (operation.variables !== null) parameters.set('variables', operation.variables);
  if (operation.operationName !== null) parameters.set('operationName', operation.operationName);
  // A plus sign is a space only in forms; chat programs and people expect %20.
  return `#${parameters.toString().replaceAll('+', '%20')}`;
}

/**
 * Reads what `toFragment` wrote.
 *
 * @param fragment the fragment of an address, with or without its `#`
 * @returns null when the fragment shares no query
 */
export function fromFragment(fragment: string): SharedOperation | null {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const query = parameters.get('query');
  if (query === null || query.trim() === '') return null;
  return {
    query,
    variables: parameters.get('variables') || null,
    operationName: parameters.get('operationName') || null,
  };
}
