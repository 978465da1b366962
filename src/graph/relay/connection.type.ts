/** The object types of connections and edges, and how their fields are answered: once, for all of them. */
import { isObjectType, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { shapes } from '../../store';
import { propertyOf, readAlong } from '../reads/response-key';
import type { Connection, EdgeCursor } from './connection';
import { encodeCursor } from './cursor';
import { PageInfo } from './node.type';

/** The base of an edge type; a subclass adds what the tie itself says. */
export function edgeOf<Node extends object>(node: ClassType<Node>, noun: string): abstract new () => { cursor: string; node: Node } {
  @ObjectType({ simpleResolvers: true })
  abstract class Edge {
    @Field(() => String, { description: 'Where this edge stands in its list; for `after` and `before`.' })
    cursor!: string;

    @Field(() => node, { description: `The ${noun}.` })
    node!: Node;
  }
  return Edge;
}

/** The base of a connection type. */
export function connectionOf<Node extends object, Edge extends object>(
  node: ClassType<Node>,
  edge: ClassType<Edge>,
): abstract new () => { edges: Edge[]; nodes: Node[]; pageInfo: PageInfo; totalCount: number } {
  @ObjectType({ simpleResolvers: true })
  abstract class ConnectionType {
    @Field(() => [edge], { description: "The page's edges, in order." })
    edges!: Edge[];

    @Field(() => [node], { description: 'The nodes of the edges, in order; a shorter way where the edges say nothing more.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in all, with the same filters; counted only when selected.' })
    totalCount!: number;
  }
  return ConnectionType;
}

const nodes: GraphQLFieldResolver<Connection, unknown> = (connection, _args, _context, info) =>
  connection.nodes(propertyOf(info));

const edges: GraphQLFieldResolver<Connection, unknown> = (connection, _args, _context, info) =>
  connection.edges(propertyOf(info));

const cursor: GraphQLFieldResolver<EdgeCursor, unknown> = ({ $list, $cursor }) => {
  if ($list === undefined || $cursor === undefined) throw new Error('an edge was read without its cursor');
  return encodeCursor($list, $cursor);
};

/** What an edge says of other nodes. */
const EDGE_RELATIONS: ReadonlySet<string> = new Set(
  Object.values(shapes).flatMap(({ relations }) => Object.values(relations).flatMap(({ edgeRelations = {} }) => Object.keys(edgeRelations))),
);

/** Hits of a search are no rows of a relation; see `search.resolver.ts`. */
const ANSWERS_ITSELF: ReadonlySet<string> = new Set(['SearchConnection', 'SearchEdge']);

/** Gives the fields of every connection and edge type of the schema their resolvers. */
export function resolveConnections(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || ANSWERS_ITSELF.has(type.name)) continue;
    if (type.name.endsWith('Connection')) resolveWith(type, { nodes, edges });
    if (!type.name.endsWith('Edge')) continue;
    const relations = Object.keys(type.getFields()).filter((name) => EDGE_RELATIONS.has(name));
    resolveWith(type, { node: readAlong, cursor, ...Object.fromEntries(relations.map((name) => [name, readAlong])) });
  }
}

function resolveWith(type: GraphQLObjectType, resolvers: Readonly<Record<string, GraphQLFieldResolver<never, unknown>>>): void {
  const fields = type.getFields();
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (field === undefined) throw new Error(`${type.name} has no field ${name}`);
    field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  }
}
