import 'reflect-metadata';
import { isInputObjectType, isInterfaceType, isObjectType, GraphQLSchema, printSchema, type GraphQLFieldResolver } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { nounOfId } from '../domain/identity';
import { NodeResolver } from './node.resolver';
import { ComparedOutletResolver, OutletComparisonResolver } from './outlet/outlet-comparison.resolver';
import { OutletResolver } from './outlet/outlet.resolver';
import { PerspectiveResolver } from './perspective/perspective.resolver';
import { QuestionResolver } from './question/question.resolver';
import { resolveConnections } from './relay/connection.type';
import { SearchEdgeResolver, SearchResolver, SuggestionResolver } from './search/search.resolver';
import { resolveFacets, StoryConnectionResolver } from './story/facets.resolver';
import { PassageResolver, SectionResolver } from './story/section.type';
import { StoryComparisonResolver, StoryComparisonRowResolver } from './story/story-comparison.resolver';
import { StoryResolver } from './story/story.resolver';
import { TopicPeriodResolver } from './topic/topic-period.resolver';
import { TopicResolver } from './topic/topic.resolver';
import { TrendingTopicResolver } from './topic/trending-topic.resolver';

/** The resolvers of the relations of nodes and parts, and of facets, whose methods may be called as GraphQL calls resolvers. */
const nodeResolvers = [
  ...[StoryResolver, PerspectiveResolver, OutletResolver, QuestionResolver, TopicResolver, StoryConnectionResolver],
  ...[StoryComparisonResolver, StoryComparisonRowResolver, TopicPeriodResolver, TrendingTopicResolver],
  ...[OutletComparisonResolver, ComparedOutletResolver],
] as const;
const plainResolvers = [NodeResolver, SearchResolver, SearchEdgeResolver, SuggestionResolver, SectionResolver, PassageResolver] as const;

/** Builds the graph's schema: type-graphql's, with `@oneOf` enforced and Relay's fields answered. */
export function buildGraphSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [...nodeResolvers, ...plainResolvers],
    // GraphQL has checked types, and `readArguments` checks meanings.
    validate: false,
    // It would ask the schema for all of itself at each start: a test asks graphql-js whether it is valid.
    skipCheck: true,
  });
  describeRoot(schema);
  enforceOneOf(schema, 'Ref');
  tellNodesApart(schema);
  resolveAtOnce(schema);
  resolveConnections(schema);
  resolveFacets(schema);
  return schema;
}

/** The schema as its committed file has it: what can be asked first, then each type where it is first met. */
export function printGraphSchema(schema: GraphQLSchema): string {
  const asMet = new GraphQLSchema({ ...schema.toConfig(), types: [] });
  return `${printSchema(asMet)}\n`;
}

/** type-graphql gathers the root type from the resolvers, and has no place to say what it is. */
function describeRoot(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  if (query == null) throw new Error('the schema has no queries');
  query.description = 'Where every walk begins: at one node by its id or slug, or at a list of all of a kind.';
}

/** https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects; graphql-js checks it by this mark alone. */
function enforceOneOf(schema: GraphQLSchema, name: string): void {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is not an input type`);
  type.isOneOf = true;
}

/** By their ids, and at once: type-graphql would answer with a promise, which compiled execution does not wait for. */
function tellNodesApart(schema: GraphQLSchema): void {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('Node is not an interface');
  node.resolveType = ({ id }: { id: string }) => nounOfId(id) ?? undefined;
}

/**
 * A relation is a method of (root, context, info), or of (root, args, context, info): GraphQL's own order. type-graphql
 * would copy the arguments into an object of their class and answer with a promise; GraphQL has already coerced them,
 * and a row that holds the answer can give it at once. A front page resolves some two hundred of them.
 */
function resolveAtOnce(schema: GraphQLSchema): void {
  for (const NodeResolverClass of nodeResolvers) {
    const type = schema.getType(NodeResolverClass.name.replace(/Resolver$/, ''));
    if (!isObjectType(type)) throw new Error(`${NodeResolverClass.name} is of no type`);
    const resolver = new NodeResolverClass();
    for (const [name, field] of Object.entries(type.getFields())) {
      const method: unknown = Reflect.get(resolver, name);
      if (isMethod(method, 4)) field.resolve = method;
      if (isMethod(method, 3)) field.resolve = (root, _args, context, info) => method(root, context, info);
    }
  }
}

function isMethod<Length extends 3 | 4>(
  method: unknown,
  length: Length,
): method is (...parameters: Length extends 4 ? Parameters<GraphQLFieldResolver<unknown, unknown>> : unknown[]) => unknown {
  return typeof method === 'function' && method.length === length;
}
