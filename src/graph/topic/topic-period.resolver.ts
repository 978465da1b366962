import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Row } from '../../store';
import type { RequestContext } from '../context';
import { StoriesArguments } from '../story/story-filter.input';
import { StoryConnection } from '../story/story.type';
import { TopicPeriod } from './topic-period.type';

@Resolver(() => TopicPeriod)
export class TopicPeriodResolver {
  @FieldResolver(() => StoryConnection, { description: 'The stories of the topic in this piece of time.' })
  stories(
    @Root() period: Row,
    @Args(() => StoriesArguments) given: StoriesArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('TopicPeriod', period, given, info);
  }
}
