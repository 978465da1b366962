import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Row } from '../../store';
import type { RequestContext } from '../context';
import { Outlet } from '../outlet/outlet.type';
import { Perspective } from '../perspective/perspective.type';
import { PageArguments } from '../relay/page-arguments';
import { SilentOutletConnection, StoryComparison, StoryComparisonRow } from './story-comparison.type';

@Resolver(() => StoryComparison)
export class StoryComparisonResolver {
  @FieldResolver(() => [StoryComparisonRow], { description: 'A row for each outlet that has a perspective on the story, in the order of first mention.' })
  rows(@Root() comparison: Row, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.related('StoryComparison', comparison, info);
  }

  @FieldResolver(() => [Perspective], { description: "What is said of all outlets at once, in the story's order." })
  collective(@Root() comparison: Row, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.related('StoryComparison', comparison, info);
  }

  @FieldResolver(() => SilentOutletConnection, { description: 'The outlets that usually cover its topics, and say nothing of it.' })
  silent(
    @Root() comparison: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('StoryComparison', comparison, given, info);
  }
}

@Resolver(() => StoryComparisonRow)
export class StoryComparisonRowResolver {
  @FieldResolver(() => Outlet, { description: 'The outlet.' })
  outlet(@Root() row: Row, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.related('StoryComparisonRow', row, info);
  }

  @FieldResolver(() => [Perspective], {
    description: "Its perspectives, in the story's order, without what is said of all outlets at once: none where it is named there alone.",
  })
  perspectives(@Root() row: Row, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.related('StoryComparisonRow', row, info);
  }
}
