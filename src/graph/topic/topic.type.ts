import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { TopicKind as TopicKindName } from '../../domain/story-draft';
import { connectionOf, edgeOf } from '../relay/connection.type';
import { Node } from '../relay/node.type';

export const TopicKind = {
  PERSON: 'PERSON',
  ORGANISATION: 'ORGANISATION',
  PLACE: 'PLACE',
  EVENT: 'EVENT',
  PRODUCT: 'PRODUCT',
  SUBJECT: 'SUBJECT',
} as const satisfies Record<TopicKindName, TopicKindName>;
registerEnumType(TopicKind, {
  name: 'TopicKind',
  description: 'What a topic is.',
  valuesConfig: {
    PERSON: { description: 'Somebody.' },
    ORGANISATION: { description: 'A company, party, agency, club.' },
    PLACE: { description: 'A country, city, region, building.' },
    EVENT: { description: 'A war, storm, election, summit.' },
    PRODUCT: { description: 'A thing made: a service, film, book, machine.' },
    SUBJECT: { description: 'A field or matter: inflation, football.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'Someone or something that stories are about. Stories share it; it shows the fullest, then newest, of what they say.',
})
export class Topic extends Node {
  @Field(() => String, { description: 'The human name in addresses; unique among topics.' })
  slug!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Boolean, { description: 'No source gives the name: it was read off the description.' })
  nameIsDerived!: boolean;

  @Field(() => [String], { description: 'Other names it goes by. They never make two topics one.' })
  aliases!: string[];

  @Field(() => TopicKind, { nullable: true, description: 'What it is; null when no source says so.' })
  kind!: TopicKindName | null;

  @Field(() => String, { nullable: true, description: 'Verbatim.' })
  description!: string | null;

  @Field(() => Boolean, { description: 'The source stops inside the description.' })
  isTruncated!: boolean;

  @Field(() => String, { nullable: true, description: 'Its item in Wikidata, like `Q183`, where a source gives it.' })
  wikidataId!: string | null;

  @Field(() => Int, { description: 'How many stories are about it.' })
  storyCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A topic in a list.' })
export class TopicEdge extends edgeOf(Topic, 'topic') {}

@ObjectType({ simpleResolvers: true, description: 'A list of topics.' })
export class TopicConnection extends connectionOf(Topic, TopicEdge) {}

@ObjectType({ simpleResolvers: true, description: 'A topic of a story, and what this story says of it.' })
export class StoryTopicEdge extends edgeOf(Topic, 'topic') {
  @Field(() => String, { nullable: true, description: 'As this story has it.' })
  description!: string | null;

  @Field(() => Boolean, { description: 'The source stops inside this description.' })
  isTruncated!: boolean;

  @Field(() => Int, { description: 'Its place in the story, from 0.' })
  position!: number;
}

@ObjectType({ simpleResolvers: true, description: "The topics of a story, in the story's order." })
export class StoryTopicConnection extends connectionOf(Topic, StoryTopicEdge) {}

@ObjectType({ simpleResolvers: true, description: 'A topic that an outlet reports on.' })
export class OutletTopicEdge extends edgeOf(Topic, 'topic') {
  @Field(() => Int, { description: "On how many of the topic's stories the outlet has a perspective." })
  storyCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The topics that an outlet reports on, through its stories; those with most stories first, then by name.' })
export class OutletTopicConnection extends connectionOf(Topic, OutletTopicEdge) {}

@ObjectType({ simpleResolvers: true, description: 'A topic that shares stories with another.' })
export class RelatedTopicEdge extends edgeOf(Topic, 'topic') {
  @Field(() => Int, { description: 'How many stories are about both.' })
  sharedStories!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The topics that share stories with one; those with most shared stories first, then by name.' })
export class RelatedTopicConnection extends connectionOf(Topic, RelatedTopicEdge) {}
