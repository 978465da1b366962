import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';

@InterfaceType({
  description: 'Something that can be asked for again by its id. https://relay.dev/graphql/objectidentification.htm',
})
export abstract class Node {
  @Field(() => ID, {
    description: 'Global, opaque and URL-safe. The same document gives the same ids in every store.',
  })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list. https://relay.dev/graphql/connections.htm#sec-undefined.PageInfo' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there is more before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The first edge's cursor; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "The last edge's cursor; null on an empty page." })
  endCursor!: string | null;
}
