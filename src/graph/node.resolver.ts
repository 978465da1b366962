import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { RequestContext } from './context';
import { badUserInput } from './errors';
import { Node } from './relay/node.type';
import { MAX_PAGE_SIZE } from './relay/page-arguments';

/** https://relay.dev/graphql/objectidentification.htm#sec-Node-root-field */
@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'The node with this id; null for an unknown, malformed or foreign one.' })
  node(@Arg('id', () => ID, { description: 'A global id.' }) id: string, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.nodeById(id, info);
  }

  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description: 'The nodes with these ids, in their order; null for each unknown, malformed or foreign one. At most 100.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Global ids.' }) ids: string[],
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (ids.length > MAX_PAGE_SIZE) throw badUserInput(`"ids" may hold ${MAX_PAGE_SIZE} ids, not ${ids.length}.`, 'ids');
    return Promise.all(ids.map((id) => reads.nodeById(id, info)));
  }
}
