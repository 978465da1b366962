/** How the graph's nouns lie in the tables. Only data: `compile.ts` makes SQL of it. */
import type { Noun } from '../../domain/identity';
import type { ColumnType, Dialect } from '../database/dialect';
import type { NodeFacetName, TalliedNodes } from './facets';
import type { Part } from './selection';

/** A field is a column of the node's table; `json` columns are given on as JSON. */
export interface FieldShape {
  readonly column: string;
  readonly isJson?: boolean;
}

/**
 * One order of a relation. Its columns make a row unique and all run one way, so that a page's edge is one
 * row-value comparison, `(a, b) > (?, ?)`, which an index can begin at. A column that should run the other way
 * is negated.
 */
export interface OrderShape {
  readonly columns: readonly { readonly expression: string; readonly type: 'text' | 'integer' }[];
  readonly isDescending: boolean;
  /** No index gives this order: sort the keys first, and read the rest for the page's rows only. */
  readonly isSorted?: boolean;
}

/** A field that the tie gives to the edge, as expressions over `e`. */
export type EdgeFieldShape =
  | { readonly expression: string; readonly isJson?: boolean }
  /** An object of several. */
  | { readonly members: Readonly<Record<string, string>> }
  /** A list: a subquery of one column `value`, in order, whose parent row `p` is the edge's, with the columns of `edgeColumns`. */
  | { readonly values: string | ((dialect: Dialect) => string) };

/**
 * In all expressions `p` is the parent's row, `n` the node's table, `e` the table of the tie between them.
 */
export interface RelationShape {
  readonly to: Noun | Part;
  readonly kind: 'reference' | 'list' | 'connection';
  /** The FROM clause, with `n` and, where there is a tie, `e`. */
  readonly from: string | ((dialect: Dialect) => string);
  /** The condition that ties the rows to the parent; absent for lists of all nodes. */
  readonly on?: string | ((dialect: Dialect) => string);
  /** The parent's columns that `on`, `from` and `total` use. */
  readonly parentColumns: readonly string[];
  /** The first is the default. */
  readonly orders: Readonly<Record<string, OrderShape>>;
  readonly edgeFields?: Readonly<Record<string, EdgeFieldShape>>;
  /** Relations of the edge; their parent row is the edge's, with the columns of `edgeColumns`. */
  readonly edgeRelations?: Readonly<Record<string, RelationShape>>;
  /** Expressions that edge relations and lists use as the parent's columns. */
  readonly edgeColumns?: Readonly<Record<string, string>>;
  /** How many rows there are without filters, from a tally. Absent: they are counted. */
  readonly total?: (collective: boolean | null) => string | null;
  /** Of stories: the FROM clause of `e` alone, where what is counted of them is not in their own rows. `on` has no `n` then. */
  readonly storyTie?: string;
  /** Of stories: what tallies know of their facets without filters. Absent: they are counted. */
  readonly facetTallies?: Readonly<Partial<Record<NodeFacetName, TalliedNodes>>>;
}

export interface NodeShape {
  readonly table: string;
  /** Instead of a table: the columns of rows that are given with their batch, as its keys. */
  readonly given?: Readonly<Record<string, ColumnType>>;
  /** The table has no column `key`: such rows are read with their parents, or not at all. */
  readonly isKeyless?: boolean;
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly relations: Readonly<Record<string, RelationShape>>;
}
