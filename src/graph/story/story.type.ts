import { Field, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../relay/connection.type';
import { Node } from '../relay/node.type';
import { DateTime, Url } from '../scalars';
import { Section } from './section.type';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'One happening, as the outlets that report it tell it. Never a single article: those are perspectives.',
})
export class Story extends Node {
  @Field(() => String, { description: 'The human name in addresses; unique among stories.' })
  slug!: string;

  @Field(() => String, { description: 'What could stand over the page.' })
  title!: string;

  @Field(() => Boolean, { description: 'The source gives no title: it was made from the first sentence of the summary.' })
  titleIsDerived!: boolean;

  @Field(() => String, { nullable: true, description: 'BCP 47, like `en` or `pt-BR`.' })
  language!: string | null;

  @Field(() => Url, { nullable: true, description: "The source's own page." })
  url!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'As the source says; null when it does not.' })
  publishedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the source says it last changed the text; null when it does not.' })
  sourceUpdatedAt!: string | null;

  @Field(() => DateTime, { description: 'When a store first took the story in.' })
  importedAt!: string;

  @Field(() => DateTime, { description: 'When the store last changed the story.' })
  updatedAt!: string;

  @Field(() => Section, { description: "What's happened." })
  summary!: Section;

  @Field(() => Section, { nullable: true, description: "What's behind the headline?" })
  analysis!: Section | null;

  @Field(() => Section, { nullable: true, description: 'What the papers say, whole; `perspectives` has it by outlet.' })
  coverage!: Section | null;

  @Field(() => Section, { nullable: true, description: 'How we got here.' })
  background!: Section | null;

  @Field(() => [Section], { description: "All sections in the source's order, those of no known kind too: no text is lost." })
  sections!: Section[];
}

@ObjectType({ simpleResolvers: true, description: 'A story in a list.' })
export class StoryEdge extends edgeOf(Story, 'story') {}

@ObjectType({ simpleResolvers: true, description: 'A list of stories.' })
export class StoryConnection extends connectionOf(Story, StoryEdge) {}
