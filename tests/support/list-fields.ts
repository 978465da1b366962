/** The fields of a schema that give lists, by their coordinates (`Story.topics`), and what an answer has in them. */
import { getNamedType, getNullableType, isIntrospectionType, isListType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Data } from './graphs';

/** Every field of every object type that gives a list or a connection, also the `edges` and `nodes` of connections. */
export function listFieldsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isIntrospectionType(type)) return [];
    const fields = Object.values(type.getFields());
    const lists = fields.filter((field) => isListType(getNullableType(field.type)) || getNamedType(field.type).name.endsWith('Connection'));
    return lists.map(({ name }) => `${type.name}.${name}`);
  });
}

/**
 * How many members all lists together have that stand in an answer at this path; lists on the way are followed into.
 * @param path response keys
 */
export function membersAt(data: Data, path: readonly string[]): number {
  const [key, ...below] = path;
  if (Array.isArray(data)) return key === undefined ? data.length : data.reduce<number>((sum, each) => sum + membersAt(each, path), 0);
  if (data === null) return 0;
  if (key === undefined) return membersAt(data.edges ?? data.nodes, []);
  return membersAt(data[key], below);
}
