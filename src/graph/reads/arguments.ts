/** GraphQL arguments → the store's. Called with arguments that GraphQL has already coerced to their types. */
import { cursorTypes, type Parent, type Reference, type RelationArguments } from '../../store';
import { readPage } from '../relay/page-arguments';
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

/** Names a list and its order, so that its cursors are told from others'. */
export function listName(parent: string, relation: string, given: PageRequest): string {
  return `${parent}.${relation}:${given.orderBy ?? ''}`;
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
