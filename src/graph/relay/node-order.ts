import { ArgsType, Field, registerEnumType } from 'type-graphql';
import { PageArguments } from './page-arguments';

export const NodeOrder = { NAME: 'NAME', STORY_COUNT: 'STORY_COUNT' } as const;
export type NodeOrder = keyof typeof NodeOrder;
registerEnumType(NodeOrder, {
  name: 'NodeOrder',
  description: 'How outlets, questions and topics are ordered. Ties are broken by slug, so that every order is total.',
  valuesConfig: {
    NAME: { description: 'By name or title, without case, accents and leading articles of outlets.' },
    STORY_COUNT: { description: 'Those with most stories first, then by name.' },
  },
});

@ArgsType()
export class NodesArguments extends PageArguments {
  @Field(() => NodeOrder, { nullable: true, defaultValue: NodeOrder.NAME, description: 'How they are ordered.' })
  orderBy?: NodeOrder | null;
}
