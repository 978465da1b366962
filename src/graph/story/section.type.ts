import { Field, FieldResolver, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import { textOf, type BlockKind as BlockKindName, type SectionKind as SectionKindName } from '../../domain/story-draft';

/** The values of these enums are their own names: the store keeps what the schema shows. */
export const SectionKind = { SUMMARY: 'SUMMARY', ANALYSIS: 'ANALYSIS', COVERAGE: 'COVERAGE', BACKGROUND: 'BACKGROUND', OTHER: 'OTHER' } as const satisfies Record<SectionKindName, SectionKindName>;
registerEnumType(SectionKind, {
  name: 'SectionKind',
  description: 'The part that a section plays in its story.',
  valuesConfig: {
    SUMMARY: { description: "What's happened." },
    ANALYSIS: { description: "What's behind the headline?" },
    COVERAGE: { description: 'What the papers say.' },
    BACKGROUND: { description: 'How we got here.' },
    OTHER: { description: 'A section of the source that is none of these; its heading says what it is.' },
  },
});

export const BlockKind = { PARAGRAPH: 'PARAGRAPH', SUBHEADING: 'SUBHEADING' } as const satisfies Record<BlockKindName, BlockKindName>;
registerEnumType(BlockKind, {
  name: 'BlockKind',
  description: 'What a block of text is.',
  valuesConfig: {
    PARAGRAPH: { description: 'A paragraph.' },
    SUBHEADING: { description: 'A heading inside a section.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'One paragraph or sub-heading.' })
export class Block {
  @Field(() => BlockKind, { description: 'Paragraph or sub-heading.' })
  kind!: BlockKindName;

  @Field(() => String, { description: 'Verbatim.' })
  text!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A text of paragraphs and sub-headings.' })
export class Passage {
  @Field(() => String, { description: 'The blocks as one text, parted by blank lines.' })
  text!: string;

  @Field(() => [Block], { description: 'The paragraphs and sub-headings, in order.' })
  blocks!: Block[];

  @Field(() => Boolean, { description: 'The source stops inside this text.' })
  isTruncated!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A part of a story under its heading, in the source's words." })
export class Section {
  @Field(() => SectionKind, { description: 'The part it plays.' })
  kind!: SectionKindName;

  @Field(() => String, { description: 'As the source prints it.' })
  heading!: string;

  @Field(() => String, { description: 'The blocks as one text, parted by blank lines.' })
  text!: string;

  @Field(() => [Block], { description: 'The paragraphs and sub-headings, in order.' })
  blocks!: Block[];

  @Field(() => Boolean, { description: 'The source stops inside this section.' })
  isTruncated!: boolean;
}

@Resolver(() => Passage)
export class PassageResolver {
  @FieldResolver()
  text(@Root() passage: Passage): string {
    return textOf(passage);
  }
}

@Resolver(() => Section)
export class SectionResolver {
  @FieldResolver()
  text(@Root() section: Section): string {
    return textOf(section);
  }
}
