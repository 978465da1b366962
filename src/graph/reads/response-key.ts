import type { FieldNode, GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';

/** The name under which a field's answer stands: its alias, else its own name. */
function keyOfNode(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}

const properties = new WeakMap<FieldNode, string>();

/**
 * The property of a row that holds what was read along for this field. Rows hold other fields under their names, and a
 * client may choose any of these names, or one that every object has, for an alias: so it is like no GraphQL name.
 */
export function propertyOfNode(node: FieldNode): string {
  let property = properties.get(node);
  if (property === undefined) properties.set(node, (property = `>${keyOfNode(node)}`));
  return property;
}

/** The same for the field that is being resolved. */
export function propertyOf(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fieldName'>): string {
  const [node] = info.fieldNodes;
  if (node === undefined) throw new Error(`${info.fieldName} is resolved without a node that asks for it`);
  return propertyOfNode(node);
}

/** Answers a field with what its parent's row holds of it, for fields that are always read along. */
export const readAlong: GraphQLFieldResolver<Readonly<Record<string, unknown>>, unknown> = (row, _args, _context, info) => row[propertyOf(info)];
