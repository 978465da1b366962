import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { PageArguments } from '../relay/page-arguments';
import { RefSet } from '../relay/reference.input';
import { DateTime } from '../scalars';

@InputType({ description: 'A span of time. What has no date lies in none.' })
export class DateTimeRange {
  @Field(() => DateTime, { nullable: true, description: 'From this instant on.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this instant.' })
  to?: Date | null;
}

@InputType({
  description:
    'Conditions on stories; all that are given must hold, and null is as good as none. What a story does not say meets no condition, and so meets its `not`. `and`, `or` and `not` may stand 4 deep in one another, with 100 conditions in all.',
})
export class StoryFilter {
  @Field(() => RefSet, { nullable: true, description: 'By their topics.' })
  topics?: RefSet | null;

  @Field(() => RefSet, { nullable: true, description: 'By the outlets that have a perspective on them.' })
  outlets?: RefSet | null;

  @Field(() => RefSet, { nullable: true, description: 'By their questions.' })
  questions?: RefSet | null;

  @Field(() => DateTimeRange, { nullable: true, description: 'When they were published; leaves out those without a date.' })
  publishedAt?: DateTimeRange | null;

  @Field(() => DateTimeRange, { nullable: true, description: 'When the store last changed them.' })
  updatedAt?: DateTimeRange | null;

  @Field(() => [String], { nullable: true, description: 'In one of these languages (BCP 47), exactly as the story has it.' })
  language?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'With perspectives of at least this many outlets.' })
  minOutlets?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'With questions, or without.' })
  hasQuestions?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'With these words in title or sections, asked for as in `search`. A text without words lets no story through.',
  })
  text?: string | null;

  @Field(() => [StoryFilter], { nullable: true, description: 'Each of these holds. An empty list lets every story through.' })
  and?: StoryFilter[] | null;

  @Field(() => [StoryFilter], { nullable: true, description: 'At least one of these holds. An empty list lets no story through.' })
  or?: StoryFilter[] | null;

  @Field(() => StoryFilter, { nullable: true, description: 'This does not hold.' })
  not?: StoryFilter | null;
}

export const StoryOrder = { NEWEST: 'NEWEST', OLDEST: 'OLDEST', RECENTLY_UPDATED: 'RECENTLY_UPDATED' } as const;
export type StoryOrder = keyof typeof StoryOrder;
registerEnumType(StoryOrder, {
  name: 'StoryOrder',
  description: 'How stories are ordered. Ties are broken by id, so that every order is total.',
  valuesConfig: {
    NEWEST: { description: 'Newest first: by `publishedAt`, else by `importedAt`.' },
    OLDEST: { description: 'Oldest first, likewise.' },
    RECENTLY_UPDATED: { description: 'By `updatedAt`, latest first.' },
  },
});

@ArgsType()
export class StoriesArguments extends PageArguments {
  @Field(() => StoryFilter, { nullable: true, description: 'Only stories that meet this.' })
  filter?: StoryFilter | null;

  @Field(() => StoryOrder, { nullable: true, defaultValue: StoryOrder.NEWEST, description: 'How they are ordered.' })
  orderBy?: StoryOrder | null;
}
