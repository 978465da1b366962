/** How many nodes a list field may give, by its arguments. */
import { valueFromASTUntyped, type FieldNode } from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../relay/page-arguments';

/** Variables as the client gave them, with the defaults of those that it did not give. */
export type Variables = Readonly<Record<string, unknown>>;

/** Computes a size from the variables. */
export type Size = (variables: Variables) => number;

/** The size of a connection's page. One that the resolver will refuse counts as the largest. */
export function pageSizeOf(field: FieldNode): Size {
  const first = argumentOf(field, 'first');
  const last = argumentOf(field, 'last');
  if (first === null && last === null) return () => DEFAULT_PAGE_SIZE;
  return (variables) => {
    const given = [first?.(variables), last?.(variables)].filter((value) => value != null);
    if (given.length === 0) return DEFAULT_PAGE_SIZE;
    const [size] = given;
    return given.length === 1 && isPageSize(size) ? size : MAX_PAGE_SIZE;
  };
}

/** The length of a list that is given as an argument; what is no list stands for a list of it. */
export function lengthOf(field: FieldNode, argument: string): Size {
  const list = argumentOf(field, argument);
  return (variables) => {
    const value = list?.(variables);
    return Array.isArray(value) ? value.length : 1;
  };
}

function isPageSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_PAGE_SIZE;
}

function argumentOf(field: FieldNode, name: string): ((variables: Variables) => unknown) | null {
  const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
  return value === undefined ? null : (variables) => valueFromASTUntyped(value, variables);
}
