import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context';
import { Topic } from './topic.type';
import { TrendingTopic } from './trending-topic.type';
import type { Trend } from './trending-topics';

@Resolver(() => TrendingTopic)
export class TrendingTopicResolver {
  @FieldResolver(() => Topic, { description: 'The topic.' })
  topic(@Root() { id }: Trend, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.node('Topic', { id }, info);
  }
}
