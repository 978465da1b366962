import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'One of the outlets that are compared.' })
export class ComparedOutlet {}

@ObjectType({ simpleResolvers: true, description: 'Outlets side by side.' })
export class OutletComparison {
  @Field(() => [ComparedOutlet], { description: 'The outlets, in the order in which they were asked.' })
  outlets!: ComparedOutlet[];
}
