import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { AttributionBasis as AttributionBasisName } from '../../domain/story-draft';
import { connectionOf, edgeOf } from '../relay/connection.type';
import { Node } from '../relay/node.type';
import { DateTime, Url } from '../scalars';

export const AttributionBasis = { EXPLICIT: 'EXPLICIT', ANAPHORA: 'ANAPHORA', COLLECTIVE: 'COLLECTIVE' } as const satisfies Record<AttributionBasisName, AttributionBasisName>;
registerEnumType(AttributionBasis, {
  name: 'AttributionBasis',
  description: 'How a statement names its outlets.',
  valuesConfig: {
    EXPLICIT: { description: 'By name, in the sentence itself.' },
    ANAPHORA: { description: 'By a word that stands for them: they, it, the paper.' },
    COLLECTIVE: { description: 'As all of them at once: both sources, overall. The weakest of the three.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'One sentence that a perspective rests on.' })
export class Statement {
  @Field(() => String, { description: 'Verbatim.' })
  text!: string;

  @Field(() => AttributionBasis, { description: 'How it names its outlets.' })
  basis!: AttributionBasisName;
}

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'What one or more outlets say of a story: consecutive sentences of the same outlets.',
})
export class Perspective extends Node {
  @Field(() => String, { nullable: true, description: "The headline of the outlet's own piece, where known." })
  headline!: string | null;

  @Field(() => String, { description: 'Verbatim.' })
  text!: string;

  @Field(() => [Statement], { description: 'Its sentences, in order.' })
  statements!: Statement[];

  @Field(() => Boolean, { description: 'Said of all the outlets at once. Outlet pages leave these out unless asked.' })
  isCollective!: boolean;

  @Field(() => Int, { description: 'Its place in the story, from 0.' })
  position!: number;

  @Field(() => Url, { nullable: true, description: "The outlet's own piece." })
  url!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the outlet's own piece was published; null when not known." })
  publishedAt!: string | null;

  @Field(() => Boolean, { description: 'The source stops inside this text.' })
  isTruncated!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A perspective in a list.' })
export class PerspectiveEdge extends edgeOf(Perspective, 'perspective') {}

@ObjectType({ simpleResolvers: true, description: 'A list of perspectives.' })
export class PerspectiveConnection extends connectionOf(Perspective, PerspectiveEdge) {}
