import { Field, Int, ObjectType } from 'type-graphql';
import { Outlet } from '../outlet/outlet.type';
import { connectionOf, edgeOf } from '../relay/connection.type';

@ObjectType({ simpleResolvers: true, description: 'One outlet of a story, with what it says.' })
export class StoryComparisonRow {}

@ObjectType({ simpleResolvers: true, description: 'An outlet that covers stories like one, and not this one.' })
export class SilentOutletEdge extends edgeOf(Outlet, 'outlet') {
  @Field(() => Int, { description: 'On how many of those stories it has a perspective.' })
  storyCount!: number;

  @Field(() => Int, { description: 'Of how many: the stories beside this one in time under its topics, at most 50 a topic.' })
  ofStories!: number;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The outlets that have a perspective on at least half of the stories beside one under its topics, and none on it; the most usual first, then by name. Empty where fewer than four such stories are known.',
})
export class SilentOutletConnection extends connectionOf(Outlet, SilentOutletEdge) {}

@ObjectType({ simpleResolvers: true, description: 'What the outlets of a story say, side by side.' })
export class StoryComparison {}
