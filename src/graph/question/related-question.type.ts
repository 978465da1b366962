import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../relay/connection.type';
import { Topic } from '../topic/topic.type';
import { Question } from './question.type';

@ObjectType({ simpleResolvers: true, description: 'How close two questions are: three parts, and their sum. What the numbers are is in docs/finding.md.' })
export class RelatedQuestionScore {
  @Field(() => Int, { description: 'The sum of the parts; lists are in its order.' })
  total!: number;

  @Field(() => Int, { description: '0 to 500: which part of the newest 25 stories that ask the one ask the other too.' })
  stories!: number;

  @Field(() => Int, { description: 'For each shared topic up to 1,052, the more the fewer stories have it.' })
  topics!: number;

  @Field(() => Int, { description: 'For each uncommon word that both titles have up to 526, the more the fewer of the questions that are looked at have it.' })
  title!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A question that belongs with another, and why.' })
export class RelatedQuestionEdge extends edgeOf(Question, 'question') {
  @Field(() => RelatedQuestionScore, { description: 'How close the two are, by what.' })
  score!: RelatedQuestionScore;

  @Field(() => Int, { description: 'How many of the newest 25 stories that ask the one ask this one too.' })
  sharedStories!: number;

  @Field(() => [Topic], { description: 'Those of the first 12 topics of the question that was asked that are topics of this one too, in that order.' })
  sharedTopics!: Topic[];

  @Field(() => [String], {
    description: 'The words that both titles have, folded (lower case, no accents), in alphabetical order. Latin words of up to three letters are left out; words that are so common that they score nothing are not.',
  })
  sharedTitleWords!: string[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The questions that belong with one, the closest first: at most 100, out of those of its newest stories and of the stories beside these in time under its topics.',
})
export class RelatedQuestionConnection extends connectionOf(Question, RelatedQuestionEdge) {}
