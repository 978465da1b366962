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
}
