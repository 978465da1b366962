/**
 * The fields of a selection set, fragments spread and `@skip` and `@include` heeded: GraphQL's CollectFields, for
 * looking ahead. https://spec.graphql.org/September2025/#sec-Field-Collection
 */
import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { propertyOfNode } from './response-key';

export type Operation = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** One response key, as the property that its answer is held under, with all the nodes that ask for it; their selection sets are merged. */
export interface CollectedField {
  readonly property: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

/**
 * The subfields of these nodes, in order of first appearance.
 * @param typeName of the object at hand; fragments on other types are left out. Null where the nodes' type is an
 *   object type, so that every fragment that validates applies.
 */
export function collectSubfields(nodes: readonly FieldNode[], typeName: string | null, operation: Operation): CollectedField[] {
  const collected = new Map<string, { property: string; name: string; nodes: FieldNode[] }>();
  const spread = new Set<string>();
  const visit = (set: SelectionSetNode): void => set.selections.forEach(visitSelection);
  const visitSelection = (selection: SelectionNode): void => {
    if (!isIncluded(selection, operation)) return;
    if (selection.kind === Kind.FIELD) {
      const property = propertyOfNode(selection);
      const field = collected.get(property);
      if (field === undefined) collected.set(property, { property, name: selection.name.value, nodes: [selection] });
      else field.nodes.push(selection);
      return;
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(selection.typeCondition?.name.value, typeName)) visit(selection.selectionSet);
      return;
    }
    const fragment = operation.fragments[selection.name.value];
    if (fragment === undefined || spread.has(selection.name.value)) return;
    spread.add(selection.name.value);
    if (applies(fragment.typeCondition.name.value, typeName)) visit(fragment.selectionSet);
  };
  for (const { selectionSet } of nodes) if (selectionSet !== undefined) visit(selectionSet);
  return [...collected.values()];
}

/** The schema has one interface, Node, which every noun implements. */
function applies(condition: string | undefined, typeName: string | null): boolean {
  return condition === undefined || typeName === null || condition === typeName || condition === 'Node';
}

function isIncluded(selection: SelectionNode, { variableValues }: Operation): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variableValues);
  return skip?.if !== true && include?.if !== false;
}
