import { isObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context';
import { DEFAULT_FACET_SIZE, readFacetsArguments } from '../reads/arguments';
import { propertyOf, readAlong } from '../reads/response-key';
import type { Connection } from '../relay/connection';
import { StoryFacets } from './facets.type';
import { StoryConnection } from './story.type';

@ArgsType()
export class FacetsArguments {
  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_FACET_SIZE, description: 'How many of each facet, 0 to 100.' })
  first?: number | null;
}

@Resolver(() => StoryConnection)
export class StoryConnectionResolver {
  @FieldResolver(() => StoryFacets, {
    description: 'What these stories have in common, counted over all of them, whatever the page. Only facets that are selected are counted.',
  })
  facets(
    @Root() connection: Connection,
    @Args(() => FacetsArguments) given: FacetsArguments,
    @Ctx() _context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    // What is wrong with the argument left the facets unread, and is told here.
    readFacetsArguments(given);
    return connection.facets(propertyOf(info));
  }
}

/** Gives facets and their nodes what the connection's statement has brought along. */
export function resolveFacets(schema: GraphQLSchema): void {
  resolveWith(schema, 'StoryFacets', ['topics', 'outlets', 'kinds', 'languages', 'months']);
  for (const type of ['TopicFacet', 'OutletFacet']) resolveWith(schema, type, ['node']);
}

function resolveWith(schema: GraphQLSchema, typeName: string, names: readonly string[]): void {
  const type = schema.getType(typeName);
  for (const name of names) {
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (field === undefined) throw new Error(`${typeName} has no field ${name}`);
    field.resolve = readAlong;
  }
}
