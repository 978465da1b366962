import { Field, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../relay/connection.type';
import { Topic } from '../topic/topic.type';
import { Story } from './story.type';

@ObjectType({ simpleResolvers: true, description: 'A story that shares topics with another, and which.' })
export class RelatedStoryEdge extends edgeOf(Story, 'story') {
  @Field(() => [Topic], { description: 'The topics of both, in the order of the story that was asked.' })
  sharedTopics!: Topic[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The stories that share topics with one. A shared topic weighs the more the fewer stories have it. Of each topic the 200 newest stories are considered.',
})
export class RelatedStoryConnection extends connectionOf(Story, RelatedStoryEdge) {}
