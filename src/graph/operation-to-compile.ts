/**
 * An operation as it is compiled: alone with its fragments, its conditions heeded, and its variables taken as they come.
 *
 * graphql-jit 0.8.9 is given as little to decide as can be, because it decides otherwise than graphql-js: it keeps
 * `@skip` and `@include` with the nodes of the document, so that a fragment that is spread twice has the conditions of
 * both places; it coerces variables by code of its own, which never ends with a type that holds itself, as filters do,
 * and takes the default of a date for a text. So an operation is compiled for each set of values that the variables of
 * its conditions have, and graphql-js coerces all variables before.
 */
import {
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  visit,
  type BooleanValueNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableNode,
} from 'graphql';

const COERCED = 'CoercedValue';
const coercedType: NamedTypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED } };

type Variables = Readonly<Record<string, unknown>>;

/** The schema to compile with: the same types, and a scalar that takes any value, which all variables are of. */
export function schemaToCompile(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, new GraphQLScalarType({ name: COERCED })], assumeValid: true });
}

/** The names of the variables that `@skip` and `@include` ask anywhere in the document. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      const condition = isCondition(directive) ? conditionOf(directive) : undefined;
      if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
      return false;
    },
  });
  return [...names].sort();
}

/**
 * The operation and the fragments of its document, without what these variables leave out and without conditions. Nodes
 * of which nothing is left out keep their identity, and all keep their places in the text.
 * @param variables coerced; those that conditions ask are booleans.
 */
export function operationToCompile(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): DocumentNode {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const withoutConditions = <Definition extends OperationDefinitionNode | FragmentDefinitionNode>(definition: Definition): Definition => ({
    ...definition,
    selectionSet: selectedOf(definition.selectionSet, variables),
  });
  const variableDefinitions = operation.variableDefinitions?.map((definition) => ({ ...definition, type: coercedType, defaultValue: undefined }));
  return { ...document, definitions: [{ ...withoutConditions(operation), variableDefinitions }, ...fragments.map(withoutConditions)] };
}

function selectedOf(set: SelectionSetNode, variables: Variables): SelectionSetNode {
  const selections = set.selections.filter((selection) => isSelected(selection, variables)).map((selection) => unconditional(selection, variables));
  const isSame = selections.length === set.selections.length && selections.every((selection, place) => selection === set.selections[place]);
  return isSame ? set : { ...set, selections };
}

/** https://spec.graphql.org/September2025/#sec-Type-System.Directives.Built-in-Directives */
function isSelected({ directives = [] }: SelectionNode, variables: Variables): boolean {
  return directives.every((directive) => {
    if (!isCondition(directive)) return true;
    const condition = conditionOf(directive);
    const holds = condition?.kind === Kind.VARIABLE ? variables[condition.name.value] === true : condition?.value === true;
    return holds === (directive.name.value === 'include');
  });
}

function unconditional(selection: SelectionNode, variables: Variables): SelectionNode {
  const directives = selection.directives?.some(isCondition) === true ? selection.directives.filter((each) => !isCondition(each)) : selection.directives;
  const isSame = directives === selection.directives;
  if (selection.kind === Kind.FRAGMENT_SPREAD || selection.selectionSet === undefined) return isSame ? selection : { ...selection, directives };
  const selectionSet = selectedOf(selection.selectionSet, variables);
  return isSame && selectionSet === selection.selectionSet ? selection : { ...selection, directives, selectionSet };
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

/** What a condition asks, by the document's validity. */
function conditionOf({ arguments: given = [] }: DirectiveNode): VariableNode | BooleanValueNode | undefined {
  const value = given.find(({ name }) => name.value === 'if')?.value;
  return value?.kind === Kind.VARIABLE || value?.kind === Kind.BOOLEAN ? value : undefined;
}
