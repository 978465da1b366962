import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../relay/connection.type';
import { Node } from '../relay/node.type';
import { Passage } from '../story/section.type';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A question that readers ask. Stories that ask the same share it; it shows the fullest, then newest, of what they say.',
})
export class Question extends Node {
  @Field(() => String, { description: 'The human name in addresses; unique among questions.' })
  slug!: string;

  @Field(() => String, { description: 'The question itself.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What leads up to the answer.' })
  intro!: string | null;

  @Field(() => Passage, { nullable: true, description: 'The answer, where a story gives one.' })
  answer!: Passage | null;

  @Field(() => Boolean, { description: 'The source stops inside this question.' })
  isTruncated!: boolean;

  @Field(() => Int, { description: 'How many stories ask it.' })
  storyCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A question in a list.' })
export class QuestionEdge extends edgeOf(Question, 'question') {}

@ObjectType({ simpleResolvers: true, description: 'A list of questions.' })
export class QuestionConnection extends connectionOf(Question, QuestionEdge) {}

@ObjectType({ simpleResolvers: true, description: 'A question of a story, and what this story says of it.' })
export class StoryQuestionEdge extends edgeOf(Question, 'question') {
  @Field(() => String, { nullable: true, description: 'As this story has it.' })
  intro!: string | null;

  @Field(() => Passage, { nullable: true, description: 'As this story has it.' })
  answer!: Passage | null;

  @Field(() => Boolean, { description: 'The source stops inside this question of this story.' })
  isTruncated!: boolean;

  @Field(() => Int, { description: 'Its place in the story, from 0.' })
  position!: number;
}

@ObjectType({ simpleResolvers: true, description: "The questions of a story, in the story's order." })
export class StoryQuestionConnection extends connectionOf(Question, StoryQuestionEdge) {}
