/**
 * Plans, made once for each field of an operation. Compiled execution keeps the list of a field's nodes from run to
 * run, so that the plan lives as long as the compiled operation does; plain execution makes the list anew for each
 * request, and the plan with it.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { Kind, visit, type OperationDefinitionNode } from 'graphql';
import type { Parent } from '../../store';

/** How many variants of one field are kept; who toggles more conditions than that has them planned again. */
const VARIANTS_PER_FIELD = 32;

const plans = new WeakMap<object, Map<string, unknown>>();
const conditionVariables = new WeakMap<OperationDefinitionNode, readonly string[]>();

/**
 * The plan of the field that is being resolved.
 * @param parent tells apart the plans of one field on several types (`nodes(ids:)` of different nouns).
 */
export function planFor<Plan>(info: GraphQLResolveInfo, parent: Parent, make: () => Plan): Plan {
  let byVariant = plans.get(info.fieldNodes);
  if (byVariant === undefined) plans.set(info.fieldNodes, (byVariant = new Map<string, unknown>()));
  const variant = `${parent}${included(info)}`;
  let plan = byVariant.get(variant) as Plan | undefined;
  if (plan === undefined) {
    if (byVariant.size >= VARIANTS_PER_FIELD) byVariant.clear();
    byVariant.set(variant, (plan = make()));
  }
  return plan;
}

/** `@skip` and `@include` change what a plan holds: the values of their variables tell plans apart. */
function included(info: GraphQLResolveInfo): string {
  let names = conditionVariables.get(info.operation);
  if (names === undefined) conditionVariables.set(info.operation, (names = variablesOfConditions(info)));
  return names.map((name) => (info.variableValues[name] === true ? '1' : '0')).join('');
}

function variablesOfConditions({ operation, fragments }: GraphQLResolveInfo): readonly string[] {
  const names = new Set<string>();
  for (const definition of [operation, ...Object.values(fragments)]) {
    visit(definition, {
      Directive: ({ name, arguments: given }) => {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  return [...names].sort();
}
