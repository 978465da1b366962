/** What StoryFilter means, in plain TypeScript over stories as the graph shows them. What is held against it is SQL. */
import { isFoundIn, textsOfStory, type ShownSection } from './text-predicate';

/** A node as a reference can call it. */
export interface Named {
  id: string;
  slug: string;
}

/** What a story's filters look at. */
export interface ShownStory extends Named {
  language: string | null;
  publishedAt: string | null;
  updatedAt: string;
  topics: (Named & { kind: string | null })[];
  outlets: Named[];
  questions: Named[];
  title: string;
  sections: ShownSection[];
}

export type Ref = { id: string } | { slug: string };

export interface RefSet {
  any?: Ref[] | null;
  all?: Ref[] | null;
  none?: Ref[] | null;
}

export interface Span {
  from?: string | null;
  to?: string | null;
}

/** The input as GraphQL takes it. */
export interface Filter {
  topics?: RefSet | null;
  outlets?: RefSet | null;
  questions?: RefSet | null;
  publishedAt?: Span | null;
  updatedAt?: Span | null;
  language?: string[] | null;
  minOutlets?: number | null;
  hasQuestions?: boolean | null;
  text?: string | null;
  and?: Filter[] | null;
  or?: Filter[] | null;
  not?: Filter | null;
}

/** Whether a story meets a filter. */
export function meets(story: ShownStory, filter: Filter): boolean {
  return (
    meetsSet(story.topics, filter.topics) &&
    meetsSet(story.outlets, filter.outlets) &&
    meetsSet(story.questions, filter.questions) &&
    liesIn(story.publishedAt, filter.publishedAt) &&
    liesIn(story.updatedAt, filter.updatedAt) &&
    (filter.language == null || (story.language !== null && filter.language.includes(story.language))) &&
    (filter.minOutlets == null || story.outlets.length >= filter.minOutlets) &&
    (filter.hasQuestions == null || story.questions.length > 0 === filter.hasQuestions) &&
    (filter.text == null || isFoundIn(textsOfStory(story), filter.text)) &&
    (filter.and == null || filter.and.every((each) => meets(story, each))) &&
    (filter.or == null || filter.or.some((each) => meets(story, each))) &&
    (filter.not == null || !meets(story, filter.not))
  );
}

function meetsSet(nodes: readonly Named[], set: RefSet | null | undefined): boolean {
  const has = (ref: Ref) => nodes.some(({ id, slug }) => ('id' in ref ? ref.id === id : ref.slug === slug));
  return (set?.any == null || set.any.some(has)) && (set?.all == null || set.all.every(has)) && !(set?.none ?? []).some(has);
}

function liesIn(instant: string | null, span: Span | null | undefined): boolean {
  const [from, to] = [span?.from ?? null, span?.to ?? null];
  if (from === null && to === null) return true;
  const time = instant === null ? NaN : Date.parse(instant);
  return (from === null || time >= Date.parse(from)) && (to === null || time < Date.parse(to));
}
