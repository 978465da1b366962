import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Row } from '../../store';
import type { RequestContext } from '../context';
import { NodesArguments } from '../relay/node-order';
import { PageArguments } from '../relay/page-arguments';
import { referenceOf } from '../relay/reference';
import { Ref } from '../relay/reference.input';
import { StoriesArguments } from '../story/story-filter.input';
import { StoryConnection } from '../story/story.type';
import { TopicConnection } from '../topic/topic.type';
import { Question, QuestionConnection } from './question.type';
import { RelatedQuestionConnection } from './related-question.type';

@Resolver(() => Question)
export class QuestionResolver {
  @Query(() => Question, { nullable: true, description: 'One question; null when there is none.' })
  question(@Arg('by', () => Ref, { description: 'Its id or slug.' }) by: Ref, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.node('Question', referenceOf(by), info);
  }

  @Query(() => QuestionConnection, { nullable: true, description: 'All questions.' })
  questions(@Args(() => NodesArguments) given: NodesArguments, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.list(given, info);
  }

  @FieldResolver(() => StoryConnection, { description: 'The stories that ask it.' })
  stories(
    @Root() question: Row,
    @Args(() => StoriesArguments) given: StoriesArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Question', question, given, info);
  }

  @FieldResolver(() => TopicConnection, { description: 'What it is about, through its stories; the topics of most of them first, then by name.' })
  topics(
    @Root() question: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Question', question, given, info);
  }

  @FieldResolver(() => RelatedQuestionConnection, { description: 'Questions of the same stories or topics, the closest first.' })
  related(
    @Root() question: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Question', question, given, info);
  }
}
