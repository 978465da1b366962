import { ArgsType, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../scalars';

export const TrendWindow = { DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH' } as const;
registerEnumType(TrendWindow, {
  name: 'TrendWindow',
  description: 'How long "now" is.',
  valuesConfig: {
    DAY: { description: '24 hours.' },
    WEEK: { description: '7 days.' },
    MONTH: { description: '30 days.' },
  },
});

@ArgsType()
export class TrendingArguments {
  @Field(() => TrendWindow, { nullable: true, defaultValue: TrendWindow.WEEK, description: 'How long "now" is.' })
  window?: keyof typeof TrendWindow | null;

  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many topics, 0 to 100.' })
  first?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When "now" ends, before this instant; the present when it is not given. A store of older stories needs it: an instant after its newest story.' })
  asOf?: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'A topic with more stories now than its own past would predict.' })
export class TrendingTopic {
  @Field(() => Int, { description: 'How many of its stories lie in the window.' })
  storyCount!: number;

  @Field(() => Float, { description: 'How many it had in each of the eight windows before, on average; of fewer where the store begins later.' })
  expectedCount!: number;

  @Field(() => Float, { description: 'How far the first is above the second: their difference, over the root of one more than is expected.' })
  score!: number;
}
