/** GraphQL arguments → the store's. Called with arguments that GraphQL has already coerced to their types. */
import { cursorTypes, shapes, type Parent, type Reference, type RelationArguments } from '../../store';
import { checkSize, readPage } from '../relay/page-arguments';
import { readStoryFilter, type GivenStoryFilter } from './story-filter';

/** The coerced arguments that relations have, each where its field declares it. */
export interface GivenArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  orderBy?: string | null;
  filter?: GivenStoryFilter | null;
  outlet?: Reference | null;
  collective?: boolean | null;
}

/** What a page was asked with: its size, its cursors, its order. */
export type PageRequest = Pick<GivenArguments, 'first' | 'after' | 'last' | 'before' | 'orderBy'>;

/** Names a list and its order, so that its cursors are told from others'. An order that is null is the list's first. */
export function listName(parent: Parent, relation: string, given: PageRequest): string {
  const [first = ''] = Object.keys(shapes[parent].relations[relation]?.orders ?? {});
  return `${parent}.${relation}:${given.orderBy ?? first}`;
}

/**
 * @param isPaged whether the relation is a connection.
 * @throws BAD_USER_INPUT that names the argument.
 */
export function readArguments(parent: Parent, relation: string, isPaged: boolean, given: GivenArguments): RelationArguments {
  const order = given.orderBy ?? null;
  return {
    page: isPaged ? readPage(given, listName(parent, relation, given), cursorTypes(parent, relation, order)) : null,
    order,
    filter: given.filter == null ? null : readStoryFilter(given.filter),
    outlet: given.outlet ?? null,
    collective: given.collective ?? null,
  };
}

/** What a relation without arguments is read with. */
export const NO_ARGUMENTS: RelationArguments = { page: null, order: null, filter: null, outlet: null, collective: null };

/** How many members a facet has, unless it is said. */
export const DEFAULT_FACET_SIZE = 10;

/** @throws BAD_USER_INPUT */
export function readFacetsArguments({ first }: Pick<GivenArguments, 'first'>): RelationArguments {
  checkSize('first', first);
  return { ...NO_ARGUMENTS, page: { size: first ?? DEFAULT_FACET_SIZE, isBackward: false, after: null, before: null } };
}
