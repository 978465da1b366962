/**
 * Variables of input objects, for compiled execution.
 *
 * graphql-jit 0.8.9 writes code that coerces each variable by its type, one part inside the other, and so never ends
 * with a type that holds itself, as filters do. graphql-js has coerced all variables before, so that those of input
 * objects are given as they came out there: the operation is compiled as if they were of a scalar that takes any value.
 */
import {
  getNamedType,
  GraphQLScalarType,
  GraphQLSchema,
  isInputObjectType,
  Kind,
  typeFromAST,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
  type TypeNode,
  type VariableDefinitionNode,
} from 'graphql';

const COERCED = 'CoercedInputObject';
const coercedType: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED } };

/** The schema to compile with: the same types, and the scalar that takes any value. */
export function schemaToCompile(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, new GraphQLScalarType({ name: COERCED })], assumeValid: true });
}

/** The document to compile; its fields are those of the given one, and keep their identity. */
export function documentToCompile(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: (definition) => {
      if (!isOfInputObject(schema, definition)) return false;
      return { ...definition, type: coercedType, defaultValue: undefined };
    },
    Field: () => false,
  });
}

/** The variables to run a compiled operation with: as they were given, and those of input objects as they were coerced. */
export function variablesToRun(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | null | undefined,
  given: Readonly<Record<string, unknown>>,
  coerced: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const variables = { ...given };
  for (const definition of operation?.variableDefinitions ?? []) {
    const { value: name } = definition.variable.name;
    if (isOfInputObject(schema, definition) && Object.hasOwn(coerced, name)) variables[name] = coerced[name];
  }
  return variables;
}

function isOfInputObject(schema: GraphQLSchema, { type }: VariableDefinitionNode): boolean {
  let named = type;
  while (named.kind !== Kind.NAMED_TYPE) named = named.type;
  return isInputObjectType(getNamedType(typeFromAST(schema, named)));
}
