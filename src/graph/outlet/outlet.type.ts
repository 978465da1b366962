import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../relay/connection.type';
import { Node } from '../relay/node.type';
import { Url } from '../scalars';

@ObjectType({ simpleResolvers: true, implements: Node, description: 'A newspaper, broadcaster, news agency or site.' })
export class Outlet extends Node {
  @Field(() => String, { description: 'The human name in addresses; unique among outlets.' })
  slug!: string;

  @Field(() => String, { description: 'In full, with its article: The Guardian.' })
  name!: string;

  @Field(() => [String], { description: 'Other names it goes by.' })
  aliases!: string[];

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2, the seat of its newsroom.' })
  country!: string | null;

  @Field(() => Url, { nullable: true, description: 'Its front page.' })
  homepage!: string | null;

  @Field(() => Int, { description: 'On how many stories it has a perspective.' })
  storyCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'An outlet in a list.' })
export class OutletEdge extends edgeOf(Outlet, 'outlet') {}

@ObjectType({ simpleResolvers: true, description: 'A list of outlets.' })
export class OutletConnection extends connectionOf(Outlet, OutletEdge) {}

@ObjectType({ simpleResolvers: true, description: 'An outlet that covers stories that another covers. Shares are from 0 to 1, cut to four places.' })
export class OutletOverlapEdge extends edgeOf(Outlet, 'outlet') {
  @Field(() => Int, { description: 'On how many stories both have a perspective.' })
  sharedStories!: number;

  @Field(() => Float, { description: 'Which part of the stories of the outlet that was asked these are.' })
  share!: number;

  @Field(() => Float, { description: "Which part of this outlet's stories these are." })
  otherShare!: number;

  @Field(() => Float, { description: 'Which part of the stories that either covers these are: the Jaccard index.' })
  similarity!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The outlets that cover stories that one covers; those with most of them first, then by name.' })
export class OutletOverlapConnection extends connectionOf(Outlet, OutletOverlapEdge) {}

@ObjectType({ simpleResolvers: true, description: 'An outlet that reports on a topic.' })
export class TopicOutletEdge extends edgeOf(Outlet, 'outlet') {
  @Field(() => Int, { description: "On how many of the topic's stories the outlet has a perspective." })
  storyCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The outlets that report on a topic; those with most of its stories first, then by name.' })
export class TopicOutletConnection extends connectionOf(Outlet, TopicOutletEdge) {}
