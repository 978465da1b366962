/** GraphQL arguments → the store's. Called with arguments that GraphQL has already coerced to their types. */
import { cursorTypes, type InstantRange, type Parent, type Reference, type ReferenceSet, type RelationArguments, type StoryFilter } from '../../store';
import { badUserInput } from '../errors';
import { readPage } from '../relay/page-arguments';

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

interface GivenRange {
  from?: Date | null;
  to?: Date | null;
}

export interface GivenStoryFilter {
  topics?: ReferenceSet | null;
  outlets?: ReferenceSet | null;
  questions?: ReferenceSet | null;
  publishedAt?: GivenRange | null;
  updatedAt?: GivenRange | null;
  language?: string[] | null;
  minOutlets?: number | null;
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

/** @throws BAD_USER_INPUT that names the condition. */
export function readStoryFilter(given: GivenStoryFilter): StoryFilter {
  if (given.minOutlets != null && given.minOutlets < 0) throw badUserInput('"minOutlets" must be 0 or more.', 'minOutlets');
  return {
    topics: given.topics,
    outlets: given.outlets,
    questions: given.questions,
    publishedAt: readRange(given.publishedAt, 'publishedAt'),
    updatedAt: readRange(given.updatedAt, 'updatedAt'),
    language: given.language,
    minOutlets: given.minOutlets,
  };
}

function readRange(given: GivenRange | null | undefined, argument: string): InstantRange | null {
  if (given == null) return null;
  const [from, to] = [given.from?.toISOString() ?? null, given.to?.toISOString() ?? null];
  if (from !== null && to !== null && from >= to) throw badUserInput(`"${argument}.from" must be before "${argument}.to".`, argument);
  return { from, to };
}
