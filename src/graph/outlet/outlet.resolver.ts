import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Row } from '../../store';
import type { RequestContext } from '../context';
import { PerspectiveConnection } from '../perspective/perspective.type';
import { NodesArguments } from '../relay/node-order';
import { PageArguments } from '../relay/page-arguments';
import { referenceOf } from '../relay/reference';
import { Ref } from '../relay/reference.input';
import { StoriesArguments } from '../story/story-filter.input';
import { StoryConnection } from '../story/story.type';
import { OutletTopicConnection } from '../topic/topic.type';
import { compareOutlets, ComparisonArguments } from './compare-outlets';
import { OutletComparison } from './outlet-comparison.type';
import { Outlet, OutletConnection, OutletOverlapConnection } from './outlet.type';

@ArgsType()
class OutletPerspectivesArguments extends PageArguments {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only those said of all outlets at once (true), only the others (false), or both (null).',
  })
  collective?: boolean | null;
}

@Resolver(() => Outlet)
export class OutletResolver {
  @Query(() => Outlet, { nullable: true, description: 'One outlet; null when there is none.' })
  outlet(@Arg('by', () => Ref, { description: 'Its id or slug.' }) by: Ref, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.node('Outlet', referenceOf(by), info);
  }

  @Query(() => OutletConnection, { nullable: true, description: 'All outlets.' })
  outlets(@Args(() => NodesArguments) given: NodesArguments, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.list(given, info);
  }

  @FieldResolver(() => PerspectiveConnection, { description: "What it says of its stories, newest first: by its own date, else by the story's." })
  perspectives(
    @Root() outlet: Row,
    @Args(() => OutletPerspectivesArguments) given: OutletPerspectivesArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Outlet', outlet, given, info);
  }

  @FieldResolver(() => StoryConnection, { description: 'The stories on which it has a perspective.' })
  stories(
    @Root() outlet: Row,
    @Args(() => StoriesArguments) given: StoriesArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Outlet', outlet, given, info);
  }

  @FieldResolver(() => OutletTopicConnection, { description: 'What it reports on, through its stories.' })
  topics(
    @Root() outlet: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Outlet', outlet, given, info);
  }

  @FieldResolver(() => OutletOverlapConnection, { description: 'The outlets that cover the same stories, and how many.' })
  overlap(
    @Root() outlet: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Outlet', outlet, given, info);
  }

  @Query(() => OutletComparison, {
    nullable: true,
    description: 'Outlets side by side: the stories that all of them have, and those that only one of them has.',
  })
  compareOutlets(@Args(() => ComparisonArguments) given: ComparisonArguments, @Ctx() { reads }: RequestContext) {
    return compareOutlets(reads, given);
  }
}
