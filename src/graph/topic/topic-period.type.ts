import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../scalars';

export const Interval = { DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH' } as const;
registerEnumType(Interval, {
  name: 'Interval',
  description: 'A piece of the calendar, in UTC.',
  valuesConfig: {
    DAY: { description: 'From midnight to midnight.' },
    WEEK: { description: 'From Monday on (ISO 8601).' },
    MONTH: { description: 'A calendar month.' },
  },
});

@ArgsType()
export class VolumeArguments {
  @Field(() => Interval, { description: 'How long each piece of time is.' })
  interval!: keyof typeof Interval;

  @Field(() => DateTime, { nullable: true, description: 'From the interval that this lies in; 30 intervals up to `to` when it is not given.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Up to the end of the interval that holds the instant before this one: a boundary ends the one before it. Up to now when it is not given.' })
  to?: Date | null;
}

@ArgsType()
export class TimelineArguments extends VolumeArguments {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many periods, 0 to 100, the newest. For those before them give the `start` of the last as `to`, and the same `from`.' })
  first?: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'How many stories of a topic lie in a piece of time: by `publishedAt`, else by `importedAt`.' })
export class TopicVolume {
  @Field(() => DateTime, { description: 'From this instant on.' })
  start!: string;

  @Field(() => DateTime, { description: 'Before this instant.' })
  end!: string;

  @Field(() => Int, { description: 'How many stories.' })
  storyCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A piece of time in which a topic has stories.' })
export class TopicPeriod extends TopicVolume {}
