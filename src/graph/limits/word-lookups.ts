/**
 * What it counts that a field looks for words. The databases go through all places of a common word before anything is
 * read, however small the page: without this, a request for twenty counts would be as cheap as one for twenty titles.
 */
import { valueFromASTUntyped, type FieldNode, type GraphQLField } from 'graphql';
import type { Size } from './page-size';

const SEARCH = 500;
const SUGGESTIONS = 100;
const TEXT_CONDITION = 250;

/** Of a search, of what a search box may offer, and of the conditions of a filter that are on words; none for other fields. */
export function wordLookupsOf({ args }: GraphQLField<unknown, unknown>, node: FieldNode): Size[] {
  const lookups: Size[] = [];
  if (args.some(({ name }) => name === 'query')) lookups.push(() => SEARCH);
  if (args.some(({ name }) => name === 'prefix')) lookups.push(() => SUGGESTIONS);
  const filter = node.arguments?.find(({ name }) => name.value === 'filter')?.value;
  if (filter !== undefined) lookups.push((variables) => TEXT_CONDITION * textConditionsIn(valueFromASTUntyped(filter, variables)));
  return lookups;
}

function textConditionsIn(filter: unknown): number {
  if (typeof filter !== 'object' || filter === null) return 0;
  let count = 0;
  for (const [name, value] of Object.entries(filter)) count += name === 'text' && value != null ? 1 : textConditionsIn(value);
  return count;
}
