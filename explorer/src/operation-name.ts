import { Kind, parse } from 'graphql';

/**
 * The operation to ask for: the given name, unless the query holds no operation of that name.
 *
 * GraphiQL 5.4 learns a tenth of a second late which operations its editor holds. Whoever switches tabs and runs at
 * once would ask for an operation of the tab before, and get an error.
 *
 * @param query what is about to be sent; one that does not parse is the server's to refuse
 * @param name the operation that GraphiQL believes to be chosen
 */
export function operationNameFor(query: string, name: string | null | undefined): string | undefined {
  return name && operationNames(query)?.includes(name) !== false ? name : undefined;
}

function operationNames(query: string): (string | undefined)[] | null {
  try {
    const { definitions } = parse(query, { noLocation: true });
    return definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value] : []));
  } catch {
    return null;
  }
}
