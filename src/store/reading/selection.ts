/**
 * What a query wants of the store, without GraphQL's words: which fields of which nodes, along which relations.
 * A selection is made once per operation; what differs between two runs of it (page sizes, cursors, filters)
 * stands apart, in a list of relation arguments that the selection's relations point into by `slot`.
 */
import type { Noun } from '../../domain/identity';
import type { SearchQuery } from '../../domain/search-query';
import type { SqlValue } from '../database/database';

/** The fields and relations to read of a node, or of an edge. */
export interface NodeSelection {
  /** Names of the shape's fields, each once. */
  readonly fields: readonly string[];
  readonly relations: readonly RelationSelection[];
}

/** One relation under one property: two aliases of a relation are two selections. */
export interface RelationSelection {
  /** The relation's name in the shape. */
  readonly name: string;
  /** The property of the parent's row that holds the answer. */
  readonly property: string;
  /** Where its arguments stand in the list; a null there leaves the relation out. */
  readonly slot: number;
  /** What to read of a reference or of each member of a list; null for a connection. */
  readonly node: NodeSelection | null;
  /** What to read of a connection; null for a reference or a list. */
  readonly connection: ConnectionSelection | null;
}

export interface ConnectionSelection {
  /** One for each property of `nodes` and `edges`. */
  readonly members: readonly MemberSelection[];
  readonly totalCount: boolean;
  /** One row more than the page is read, to learn whether there are more. */
  readonly hasMore: boolean;
  /** Whether there are rows on the other side of the cursor. */
  readonly hasOtherSide: boolean;
  /** Each member carries the values that its cursor is made of. */
  readonly cursors: boolean;
  /** One for each property of `facets`. */
  readonly facets: readonly FacetsSelection[];
}

export interface FacetsSelection {
  readonly property: string;
  /** Where the size of the facets stands in the list of arguments, as that of a page. */
  readonly slot: number;
  readonly facets: readonly FacetSelection[];
}

/** By what stories are counted. */
export type FacetName = 'topics' | 'outlets' | 'kinds' | 'languages' | 'months';

export interface FacetSelection {
  readonly name: FacetName;
  readonly property: string;
  /** One for each property of the member's `node`; none where members are values. */
  readonly nodes: readonly { readonly property: string; readonly node: NodeSelection }[];
}

/** A connection's row stands for itself where only one thing is wanted of it; else it is an object by property. */
export function isBare(connection: ConnectionSelection): boolean {
  return connection.members.length === 1 && !connection.cursors;
}

export type MemberSelection =
  | { readonly kind: 'node'; readonly property: string; readonly node: NodeSelection }
  | { readonly kind: 'edge'; readonly property: string; readonly edge: EdgeSelection };

export interface EdgeSelection {
  /** One for each property of the edge's `node`. */
  readonly nodes: readonly { readonly property: string; readonly node: NodeSelection }[];
  readonly fields: readonly string[];
  readonly relations: readonly RelationSelection[];
}

/** What is wanted of the nodes at a relation's other end, wherever it is said. */
export function nodesOf({ node, connection }: RelationSelection): NodeSelection[] {
  const members = (connection?.members ?? []).flatMap((member) =>
    member.kind === 'node' ? [member.node] : member.edge.nodes.map((each) => each.node),
  );
  return node === null ? members : [node, ...members];
}

/** Where a page begins and ends. Cursor values are the order's, checked by who decoded them. */
export interface Page {
  readonly size: number;
  /** The last rows rather than the first. */
  readonly isBackward: boolean;
  readonly after: readonly SqlValue[] | null;
  readonly before: readonly SqlValue[] | null;
}

/** A node by its global id or its slug. */
export type Reference = { readonly id: string } | { readonly slug: string };

export interface ReferenceSet {
  readonly any?: readonly Reference[] | null;
  readonly all?: readonly Reference[] | null;
  readonly none?: readonly Reference[] | null;
}

/** From inclusive, to exclusive. */
export interface InstantRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

/**
 * Conditions on stories, all of which must hold; what is null or absent sets none. What a story does not say meets no
 * condition, so that it meets the condition's `not`.
 */
export interface StoryFilter {
  readonly topics?: ReferenceSet | null;
  readonly outlets?: ReferenceSet | null;
  readonly questions?: ReferenceSet | null;
  readonly publishedAt?: InstantRange | null;
  readonly updatedAt?: InstantRange | null;
  readonly language?: readonly string[] | null;
  readonly minOutlets?: number | null;
  readonly hasQuestions?: boolean | null;
  /** Found by these words. */
  readonly text?: SearchQuery | null;
  /** Each of these holds; of none, all stories. */
  readonly and?: readonly StoryFilter[] | null;
  /** At least one of these holds; of none, no story. */
  readonly or?: readonly StoryFilter[] | null;
  /** This does not hold. */
  readonly not?: StoryFilter | null;
}

/** What one run of a selection says of one relation. */
export interface RelationArguments {
  /** Null for references and lists without pages. */
  readonly page: Page | null;
  /** A name of the relation's orders; null for its first. */
  readonly order: string | null;
  readonly filter: StoryFilter | null;
  /** Only perspectives of this outlet. */
  readonly outlet: Reference | null;
  /** Only perspectives that are collective, or that are not; null for both. */
  readonly collective: boolean | null;
}

/** Parts of the graph that are no nodes, and have relations: of a story, or of what a field was asked with. */
export type Part = 'StoryComparison' | 'StoryComparisonRow' | 'TopicPeriod' | 'OutletComparison' | 'ComparedOutlet';

/** Where a batch begins: at nodes by id or slug, at a relation of nodes or parts by their keys, or at a list of all nodes. */
export type Parent = Noun | Part | 'Query';
