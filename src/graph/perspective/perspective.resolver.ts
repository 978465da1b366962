import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Row } from '../../store';
import type { RequestContext } from '../context';
import { Outlet } from '../outlet/outlet.type';
import { Story } from '../story/story.type';
import { Perspective } from './perspective.type';

@Resolver(() => Perspective)
export class PerspectiveResolver {
  @Query(() => Perspective, { nullable: true, description: 'One perspective; null when there is none.' })
  perspective(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.node('Perspective', { id }, info);
  }

  @FieldResolver(() => Story, { description: 'The story it is on.' })
  story(@Root() perspective: Row, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.related('Perspective', perspective, info);
  }

  @FieldResolver(() => [Outlet], { description: 'The one or more outlets that say it, in the order of mention.' })
  outlets(@Root() perspective: Row, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.related('Perspective', perspective, info);
  }
}
