import { Field, Int, ObjectType } from 'type-graphql';
import { Outlet } from '../outlet/outlet.type';
import { connectionOf, edgeOf } from '../relay/connection.type';
import { Topic } from '../topic/topic.type';
import { Story } from './story.type';

@ObjectType({ simpleResolvers: true, description: 'How close two stories are: four parts, and their sum. What the numbers are is in docs/finding.md.' })
export class RelatedStoryScore {
  @Field(() => Int, { description: 'The sum of the parts; lists are in its order.' })
  total!: number;

  @Field(() => Int, { description: 'For each shared topic up to 1,000, the more the fewer stories have it.' })
  topics!: number;

  @Field(() => Int, { description: '0 to 200: which part of the outlets of the two have perspectives on both.' })
  outlets!: number;

  @Field(() => Int, { description: '0 to 300: the same hour, half as much a day apart.' })
  time!: number;

  @Field(() => Int, { description: 'For each word that both titles have up to 500, the more the fewer titles have it.' })
  title!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A story that leads on from another, and why.' })
export class RelatedStoryEdge extends edgeOf(Story, 'story') {
  @Field(() => RelatedStoryScore, { description: 'How close the two are, by what.' })
  score!: RelatedStoryScore;

  @Field(() => [Topic], { description: 'The topics of both, in the order of the story that was asked.' })
  sharedTopics!: Topic[];

  @Field(() => [Outlet], { description: 'The outlets that have perspectives on both, in the order of the story that was asked.' })
  sharedOutlets!: Outlet[];

  @Field(() => [String], {
    description: 'The words that both titles have, folded (lower case, no accents), in alphabetical order. Latin words of up to three letters are left out; words that are so common that they score nothing are not.',
  })
  sharedTitleWords!: string[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The stories that lead on from one, the closest first: at most 100, out of those beside it in time that share a topic or an uncommon word of the title.',
})
export class RelatedStoryConnection extends connectionOf(Story, RelatedStoryEdge) {}
