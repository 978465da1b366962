/** Facets of a list of stories: what they have in common, with the number of stories of each. */
import { Field, Int, ObjectType } from 'type-graphql';
import type { TopicKind as TopicKindName } from '../../domain/story-draft';
import { Outlet } from '../outlet/outlet.type';
import { Topic, TopicKind } from '../topic/topic.type';

@ObjectType({ simpleResolvers: true, description: 'A topic, and how many of the stories are about it.' })
export class TopicFacet {
  @Field(() => Topic, { description: 'The topic.' })
  node!: Topic;

  @Field(() => Int, { description: 'How many of the stories are about it.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'An outlet, and on how many of the stories it has a perspective.' })
export class OutletFacet {
  @Field(() => Outlet, { description: 'The outlet.' })
  node!: Outlet;

  @Field(() => Int, { description: 'On how many of the stories it has a perspective.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A kind of topic, and how many of the stories have topics of it.' })
export class KindFacet {
  @Field(() => TopicKind, { description: 'The kind.' })
  value!: TopicKindName;

  @Field(() => Int, { description: 'How many of the stories have a topic of this kind, or several.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A language, and how many of the stories are in it.' })
export class LanguageFacet {
  @Field(() => String, { description: 'BCP 47, exactly as the stories have it.' })
  value!: string;

  @Field(() => Int, { description: 'How many of the stories are in it.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A month, and how many of the stories were published in it.' })
export class MonthFacet {
  @Field(() => String, { description: 'Year and month in UTC, like `2026-03`.' })
  value!: string;

  @Field(() => Int, { description: 'How many of the stories were published in it.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Facets of a list of stories. Each pays heed to the whole filter but for the one condition that choosing in it would set, so that it shows what else could be chosen; only where that condition stands in the filter itself, not within `and`, `or` or `not`. Those with most stories come first, then by name. A story without a value counts nowhere.',
})
export class StoryFacets {
  @Field(() => [TopicFacet], { description: "The topics of most of the stories. Pays no heed to the filter's own `topics`." })
  topics!: TopicFacet[];

  @Field(() => [OutletFacet], { description: "The outlets of most of the stories. Pays no heed to the filter's own `outlets`." })
  outlets!: OutletFacet[];

  @Field(() => [KindFacet], { description: 'The kinds of their topics. No condition is on kinds, so that this heeds the whole filter.' })
  kinds!: KindFacet[];

  @Field(() => [LanguageFacet], { description: "Their languages. Pays no heed to the filter's own `language`." })
  languages!: LanguageFacet[];

  @Field(() => [MonthFacet], { description: "The months that they were published in. Pays no heed to the filter's own `publishedAt`." })
  months!: MonthFacet[];
}
