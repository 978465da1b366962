import 'reflect-metadata';
import { isInputObjectType, isInterfaceType, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { nounOfId } from '../domain/identity';
import { NodeResolver } from './node.resolver';
import { OutletResolver } from './outlet/outlet.resolver';
import { PerspectiveResolver } from './perspective/perspective.resolver';
import { QuestionResolver } from './question/question.resolver';
import { resolveConnections } from './relay/connection.type';
import { PassageResolver, SectionResolver } from './story/section.type';
import { StoryResolver } from './story/story.resolver';
import { TopicResolver } from './topic/topic.resolver';

/** Builds the graph's schema: type-graphql's, with `@oneOf` enforced and Relay's fields answered. */
export function buildGraphSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      StoryResolver,
      PerspectiveResolver,
      OutletResolver,
      QuestionResolver,
      TopicResolver,
      SectionResolver,
      PassageResolver,
    ],
    // GraphQL has checked types, and `readArguments` checks meanings.
    validate: false,
  });
  enforceOneOf(schema, 'Ref');
  tellNodesApart(schema);
  resolveConnections(schema);
  return schema;
}

/** The schema as its committed file has it, in the order in which the code declares it. */
export function printGraphSchema(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`;
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
