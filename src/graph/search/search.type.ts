import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { SearchField as SearchFieldName } from '../../store';
import { Node, PageInfo } from '../relay/node.type';

export const SearchField = {
  TITLE: 'TITLE',
  NAME: 'NAME',
  ALIAS: 'ALIAS',
  HEADLINE: 'HEADLINE',
  SUMMARY: 'SUMMARY',
  ANALYSIS: 'ANALYSIS',
  COVERAGE: 'COVERAGE',
  BACKGROUND: 'BACKGROUND',
  OTHER: 'OTHER',
  TEXT: 'TEXT',
  INTRO: 'INTRO',
  ANSWER: 'ANSWER',
  DESCRIPTION: 'DESCRIPTION',
} as const satisfies Record<SearchFieldName, SearchFieldName>;
registerEnumType(SearchField, {
  name: 'SearchField',
  description: 'Where in a node words are found.',
  valuesConfig: {
    TITLE: { description: "A story's or question's title." },
    NAME: { description: "A topic's or outlet's name." },
    ALIAS: { description: 'One of its other names.' },
    HEADLINE: { description: "The headline of an outlet's own piece." },
    SUMMARY: { description: "A story's summary." },
    ANALYSIS: { description: "A story's analysis." },
    COVERAGE: { description: 'What the papers say of a story.' },
    BACKGROUND: { description: "A story's background." },
    OTHER: { description: 'Another section of a story, or its heading.' },
    TEXT: { description: 'What an outlet says.' },
    INTRO: { description: "A question's introduction." },
    ANSWER: { description: "A question's answer." },
    DESCRIPTION: { description: "A topic's description." },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A part of a text, in UTF-16 code units, as JavaScript counts.' })
export class TextRange {
  @Field(() => Int, { description: 'Where it begins.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends: the place after its last code unit.' })
  end!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A piece of a text in which words were found.' })
export class SearchFragment {
  @Field(() => String, { description: 'The piece, verbatim: no markup, and cut between words only. Pieces of a text do not overlap.' })
  text!: string;

  @Field(() => [TextRange], { description: 'What was found in it, in order and without overlaps.' })
  ranges!: TextRange[];
}

@ObjectType({ simpleResolvers: true, description: 'What was found in one field of a node.' })
export class SearchHighlight {
  @Field(() => SearchField, { description: 'The field.' })
  field!: SearchFieldName;

  @Field(() => [SearchFragment], { description: 'Up to three pieces of it.' })
  fragments!: SearchFragment[];
}

@ObjectType({ description: 'A node that was found, and why.' })
export class SearchEdge {
  @Field(() => String, { description: 'Where this edge stands in its list; for `after` and `before`.' })
  cursor!: string;

  @Field(() => Node, { nullable: true, description: 'The node; null when it was removed after it was found.' })
  node!: Node | null;

  @Field(() => Int, { description: 'How well it answers the query, to compare with others of this search; 0 for those beyond the ranked ones.' })
  score!: number;

  @Field(() => [SearchHighlight], { description: 'Where the words were found, in the order of reading.' })
  highlights!: SearchHighlight[];

  @Field(() => [String], { description: 'The different words that were found, as they are first written in the node.' })
  matchedWords!: string[];
}

@ObjectType({
  description:
    'What was found, the best first: names and titles count more than texts, words that stand as they were asked more than scattered ones; of equals, nodes with most stories, then the newest.',
})
export class SearchConnection {
  @Field(() => [SearchEdge], { description: "The page's edges, in order." })
  edges!: SearchEdge[];

  @Field(() => [Node], { description: 'The nodes of the edges, in order, without those that were removed meanwhile.' })
  nodes!: Node[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; counted only when selected.' })
  totalCount!: number;

  @Field(() => Boolean, {
    description:
      'Whether the order is not that of all matches: of each type the 1,000 that came into the store last are ranked (of phrases, those among the last 2,000 nodes that have their words), and any others follow after these, unranked.',
  })
  isApproximate!: boolean;
}

@ObjectType({ description: 'A node that a search box may offer.' })
export class Suggestion {
  @Field(() => String, { description: 'Its title or name.' })
  text!: string;

  @Field(() => [TextRange], { description: 'The words in it that were typed, whole ones where the last was begun; empty where an alias has them.' })
  ranges!: TextRange[];

  @Field(() => Node, { nullable: true, description: 'The node; null when it was removed after it was found.' })
  node!: Node | null;
}
