import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Row } from '../../store';
import type { RequestContext } from '../context';
import { TopicOutletConnection } from '../outlet/outlet.type';
import { QuestionConnection } from '../question/question.type';
import { NodesArguments } from '../relay/node-order';
import { PageArguments } from '../relay/page-arguments';
import { referenceOf } from '../relay/reference';
import { Ref } from '../relay/reference.input';
import { StoriesArguments } from '../story/story-filter.input';
import { StoryConnection } from '../story/story.type';
import { TimelineArguments, TopicPeriod, TopicVolume, VolumeArguments } from './topic-period.type';
import { timelineOf, volumeOf } from './topic-volume';
import { TrendingArguments, TrendingTopic } from './trending-topic.type';
import { trendingTopics } from './trending-topics';
import { RelatedTopicConnection, Topic, TopicConnection } from './topic.type';

@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => Topic, { nullable: true, description: 'One topic; null when there is none.' })
  topic(@Arg('by', () => Ref, { description: 'Its id or slug.' }) by: Ref, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.node('Topic', referenceOf(by), info);
  }

  @Query(() => TopicConnection, { nullable: true, description: 'All topics.' })
  topics(@Args(() => NodesArguments) given: NodesArguments, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.list(given, info);
  }

  @FieldResolver(() => StoryConnection, { description: 'The stories that are about it.' })
  stories(
    @Root() topic: Row,
    @Args(() => StoriesArguments) given: StoriesArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Topic', topic, given, info);
  }

  @FieldResolver(() => QuestionConnection, { description: 'What its stories ask; the most asked first, then by title.' })
  questions(
    @Root() topic: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Topic', topic, given, info);
  }

  @FieldResolver(() => TopicOutletConnection, { description: 'Who reports on it.' })
  outlets(
    @Root() topic: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Topic', topic, given, info);
  }

  @FieldResolver(() => RelatedTopicConnection, { description: 'Topics that share stories with it.' })
  related(
    @Root() topic: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Topic', topic, given, info);
  }

  @FieldResolver(() => [TopicVolume], {
    description: 'How many of its stories lie in each day, week or month of a span, oldest first, empty ones included: at most 400.',
  })
  volume(
    @Root() topic: Row,
    @Args(() => VolumeArguments) given: VolumeArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return volumeOf(topic, given, context, info);
  }

  @FieldResolver(() => [TopicPeriod], {
    description: 'The days, weeks or months of a span in which it has stories, newest first; the span may hold 400.',
  })
  timeline(
    @Root() topic: Row,
    @Args(() => TimelineArguments) given: TimelineArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return timelineOf(topic, given, context, info);
  }

  @Query(() => [TrendingTopic], {
    nullable: true,
    description: 'The topics that have more stories now than their own past would predict, the clearest first. Empty where the store has no past.',
  })
  trendingTopics(@Args(() => TrendingArguments) given: TrendingArguments, @Ctx() context: RequestContext) {
    return trendingTopics(given, context);
  }
}
