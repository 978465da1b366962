import { Field, ID, InputType } from 'type-graphql';

/** `@oneOf` is set on the built schema, see `schema.ts`: type-graphql's directive would print without being enforced. */
@InputType({ description: 'A node by its id or by its slug: exactly one of them.' })
export class Ref {
  @Field(() => ID, { nullable: true, description: 'The global id.' })
  id?: string;

  @Field(() => String, { nullable: true, description: 'The slug, unique among the nodes of its type.' })
  slug?: string;
}

@InputType({ description: 'Conditions on a set of nodes; all that are given must hold.' })
export class RefSet {
  @Field(() => [Ref], { nullable: true, description: 'At least one of these.' })
  any?: Ref[] | null;

  @Field(() => [Ref], { nullable: true, description: 'Every one of these.' })
  all?: Ref[] | null;

  @Field(() => [Ref], { nullable: true, description: 'Not one of these.' })
  none?: Ref[] | null;
}
