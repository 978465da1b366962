import type { FieldNode, GraphQLResolveInfo } from 'graphql';

/** The name under which a field's answer stands: its alias, else its own name. */
export function keyOfNode(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}

/** The response key of the field that is being resolved. */
export function responseKeyOf(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fieldName'>): string {
  const [node] = info.fieldNodes;
  return node === undefined ? info.fieldName : keyOfNode(node);
}
