import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Row } from '../../store';
import type { RequestContext } from '../context';
import { Outlet } from '../outlet/outlet.type';
import { PerspectiveConnection } from '../perspective/perspective.type';
import { StoryQuestionConnection } from '../question/question.type';
import { PageArguments } from '../relay/page-arguments';
import { Ref } from '../relay/reference.input';
import { referenceOf } from '../relay/reference';
import { StoryTopicConnection } from '../topic/topic.type';
import { RelatedStoryConnection } from './related-story.type';
import type { Section } from './section.type';
import { StoryComparison } from './story-comparison.type';
import { StoriesArguments } from './story-filter.input';
import { Story, StoryConnection } from './story.type';

@ArgsType()
class StoryPerspectivesArguments extends PageArguments {
  @Field(() => Ref, { nullable: true, description: 'Only those of this outlet.' })
  outlet?: Ref | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those said of all outlets at once, or only the others.' })
  collective?: boolean | null;
}

@Resolver(() => Story)
export class StoryResolver {
  @Query(() => Story, { nullable: true, description: 'One story; null when there is none.' })
  story(@Arg('by', () => Ref, { description: 'Its id or slug.' }) by: Ref, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.node('Story', referenceOf(by), info);
  }

  @Query(() => StoryConnection, { nullable: true, description: 'All stories.' })
  stories(@Args(() => StoriesArguments) given: StoriesArguments, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.list(given, info);
  }

  @FieldResolver()
  sections(@Root() { summary, analysis, coverage, background, otherSections }: Sections): Section[] {
    const sections = [summary, analysis, coverage, background, ...otherSections];
    return sections.filter((section) => section !== null).sort((a, b) => a.position - b.position);
  }

  @FieldResolver(() => PerspectiveConnection, { description: "What the outlets say of it, in the story's order." })
  perspectives(
    @Root() story: Row,
    @Args(() => StoryPerspectivesArguments) given: StoryPerspectivesArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Story', story, given, info);
  }

  @FieldResolver(() => [Outlet], { description: 'The outlets that have a perspective on it, in the order of first mention.' })
  outlets(@Root() story: Row, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.related('Story', story, info);
  }

  @FieldResolver(() => StoryQuestionConnection, { description: "The questions that it raises, in the story's order." })
  questions(
    @Root() story: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Story', story, given, info);
  }

  @FieldResolver(() => StoryTopicConnection, { description: "What it is about, in the story's order." })
  topics(
    @Root() story: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Story', story, given, info);
  }

  @FieldResolver(() => RelatedStoryConnection, { description: 'Stories that share topics or words of the title with it, the closest first.' })
  related(
    @Root() story: Row,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reads.connection('Story', story, given, info);
  }

  @FieldResolver(() => StoryComparison, { description: 'What its outlets say, side by side, and which outlets are missing.' })
  comparison(@Root() story: Row, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.related('Story', story, info);
  }
}

/** The columns of a story's row that its sections are in. */
interface Sections {
  summary: PlacedSection;
  analysis: PlacedSection | null;
  coverage: PlacedSection | null;
  background: PlacedSection | null;
  otherSections: PlacedSection[];
}

type PlacedSection = Section & { position: number };
