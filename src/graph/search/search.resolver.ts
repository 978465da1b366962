import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context';
import { readFacetsArguments } from '../reads/arguments';
import { Node } from '../relay/node.type';
import { FacetsArguments } from '../story/facets.resolver';
import { StoryFacets } from '../story/facets.type';
import { readSearch, readSuggest } from './read-search';
import { SearchArguments, SuggestArguments } from './search.input';
import { SearchResult, type SearchResultEdge } from './search-result';
import { SearchConnection, SearchEdge, Suggestion } from './search.type';
import { rankSuggestions, type RankedSuggestion } from './suggestions';

@Resolver(() => SearchConnection)
export class SearchResolver {
  @Query(() => SearchConnection, { nullable: true, description: 'Finds nodes by words.' })
  search(@Args(() => SearchArguments) given: SearchArguments, @Ctx() { reads }: RequestContext) {
    const { request, list } = readSearch(given);
    return new SearchResult(reads, request, list);
  }

  @Query(() => [Suggestion], {
    nullable: true,
    description:
      'What a search box may offer: nodes whose titles, names or aliases have the typed words. First come those whose title, name or one of whose aliases begins with what was typed, in its order; then those with most stories, then the newest stories.',
  })
  async suggest(@Args(() => SuggestArguments) given: SuggestArguments, @Ctx() { reads }: RequestContext) {
    const request = readSuggest(given);
    const found = await reads.find('Query.suggest', (search, onStatement) => search.suggest(request, onStatement));
    return rankSuggestions(found, request.query, request.size);
  }

  @FieldResolver()
  edges(@Root() result: SearchResult) {
    return result.edges();
  }

  @FieldResolver()
  async nodes(@Root() result: SearchResult, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    const edges = await result.edges();
    const nodes = await Promise.all(edges.map(({ id }) => reads.nodeById(id, info)));
    return nodes.filter((node) => node !== null);
  }

  @FieldResolver()
  pageInfo(@Root() result: SearchResult) {
    return result.pageInfo();
  }

  @FieldResolver()
  totalCount(@Root() result: SearchResult) {
    return result.totalCount();
  }

  @FieldResolver(() => StoryFacets, {
    description: 'What the stories that are found have in common, counted over all of them, whatever the page; of other nodes nothing is counted.',
  })
  facets(
    @Root() result: SearchResult,
    @Args(() => FacetsArguments) given: FacetsArguments,
    @Ctx() { reads }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    readFacetsArguments(given);
    return reads.facets(result.storyFilter(), info);
  }

  @FieldResolver()
  isApproximate(@Root() result: SearchResult) {
    return result.isApproximate();
  }
}

@Resolver(() => SearchEdge)
export class SearchEdgeResolver {
  @FieldResolver(() => Node, { nullable: true })
  node(@Root() { id }: SearchResultEdge, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.nodeById(id, info);
  }

  @FieldResolver()
  highlights(@Root() edge: SearchResultEdge) {
    return edge.highlights();
  }

  @FieldResolver()
  matchedWords(@Root() edge: SearchResultEdge) {
    return edge.matchedWords();
  }
}

@Resolver(() => Suggestion)
export class SuggestionResolver {
  @FieldResolver(() => Node, { nullable: true })
  node(@Root() { id }: RankedSuggestion, @Ctx() { reads }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return reads.nodeById(id, info);
  }
}
