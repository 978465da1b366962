/**
 * Plans, made once for each field of an operation. Compiled execution keeps the list of a field's nodes from run to
 * run, so that the plan lives as long as the compiled operation does; plain execution makes the list anew for each
 * request, and the plan with it. Conditions need no plans of their own: an operation is compiled for each of their values.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { Parent } from '../../store';

const plans = new WeakMap<object, Map<Parent, unknown>>();

/**
 * The plan of the field that is being resolved.
 * @param parent tells apart the plans of one field on several types (`nodes(ids:)` of different nouns).
 */
export function planFor<Plan>(info: GraphQLResolveInfo, parent: Parent, make: () => Plan): Plan {
  let byParent = plans.get(info.fieldNodes);
  if (byParent === undefined) plans.set(info.fieldNodes, (byParent = new Map<Parent, unknown>()));
  let plan = byParent.get(parent) as Plan | undefined;
  if (plan === undefined) byParent.set(parent, (plan = make()));
  return plan;
}
