import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Row } from '../../store';
import type { RequestContext } from '../context';
import { StoriesArguments } from '../story/story-filter.input';
import { StoryConnection } from '../story/story.type';
import type { ComparedRow } from './compare-outlets';
import { ComparedOutlet, OutletComparison } from './outlet-comparison.type';
import { Outlet } from './outlet.type';

@Resolver(() => OutletComparison)
export class OutletComparisonResolver {
  @FieldResolver(() => StoryConnection, { description: 'The stories on which all of these outlets have a perspective.' })
  shared(
    @Root() comparison: Row,
    @Args(() => StoriesArguments) given: StoriesArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('OutletComparison', comparison, given, info);
  }
}

@Resolver(() => ComparedOutlet)
export class ComparedOutletResolver {
  @FieldResolver(() => Outlet, { description: 'The outlet.' })
  outlet(@Root() { id }: ComparedRow, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.node('Outlet', { id }, info);
  }

  @FieldResolver(() => StoryConnection, { description: 'The stories on which it has a perspective, and none of the others has.' })
  exclusive(
    @Root() compared: Row,
    @Args(() => StoriesArguments) given: StoriesArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('ComparedOutlet', compared, given, info);
  }
}
