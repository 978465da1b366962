import { ArgsType, Field, Int, registerEnumType } from 'type-graphql';
import type { Noun } from '../../domain/identity';
import { PageArguments } from '../relay/page-arguments';
import { StoryFilter } from '../story/story-filter.input';

/** What may be found; the values are the nouns that they stand for. */
export const SearchType = {
  STORY: 'Story',
  PERSPECTIVE: 'Perspective',
  QUESTION: 'Question',
  TOPIC: 'Topic',
  OUTLET: 'Outlet',
} as const satisfies Readonly<Record<string, Noun>>;

registerEnumType(SearchType, {
  name: 'SearchType',
  description: 'What can be found by words.',
  valuesConfig: {
    STORY: { description: 'Stories, by their titles and sections.' },
    PERSPECTIVE: { description: 'What outlets say, by headline and text.' },
    QUESTION: { description: 'Questions, by title, introduction and answer.' },
    TOPIC: { description: 'Topics, by name, aliases and description.' },
    OUTLET: { description: 'Outlets, by name and aliases.' },
  },
});

@ArgsType()
export class SearchArguments extends PageArguments {
  @Field(() => String, {
    description:
      'Words, all of which must be found; `"several words"` in this order; `-word` and `-"several words"`, which must not be found; `word*`, any word that begins so. Case and accents do not count. Any text of up to 500 characters (UTF-16 code units) is a query, of which the first 32 words are looked for; one without words finds nothing.',
  })
  query!: string;

  @Field(() => [SearchType], { nullable: true, description: 'What to look among; all types when not given.' })
  types?: Noun[] | null;

  @Field(() => StoryFilter, {
    nullable: true,
    description: 'Only stories that meet this, and perspectives on such stories. Questions, topics and outlets are not found with a filter that sets anything.',
  })
  filter?: StoryFilter | null;
}

@ArgsType()
export class SuggestArguments {
  @Field(() => String, { description: 'What has been typed so far, up to 500 characters (UTF-16 code units); its last word may go on.' })
  prefix!: string;

  @Field(() => [SearchType], {
    nullable: true,
    description: 'What to suggest; all types when not given. Perspectives have no names and are never suggested.',
  })
  types?: Noun[] | null;

  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'How many, 0 to 100.' })
  first?: number | null;
}
