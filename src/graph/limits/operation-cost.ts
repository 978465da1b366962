/**
 * What an operation may cost at most: its nodes, times the sizes of the pages that they stand in, down the tree.
 *
 * - A node counts 1, and so does a list of nodes that has no pages.
 * - A page counts its size, times one more than what stands below each of its nodes. Counted alone, a list counts 1.
 * - Facets count as a page of the largest size, whatever theirs: 100, times one more than the facets that are selected
 *   with what stands below their nodes. They count once for the list that they are of, not once for each of its nodes.
 * - `nodes(ids:)` is a page of as many nodes as ids are given.
 * - Parts that hold nodes are counted as a page of them: periods of a timeline, trends, suggestions, outlets that
 *   are compared.
 * - The volume of a topic counts 1.
 * - To look for words counts by itself, whatever is found: a search 500, a suggestion for a search box 100, and each
 *   condition of a filter on words 250.
 * - Edges, sections, statements and scalars count 0.
 *
 * What `@skip` and `@include` leave out is counted, and of fragments on several types all are.
 */
import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { MAX_PAGE_SIZE } from '../relay/page-arguments';
import { lengthOf, pageSizeOf, type Size, type Variables } from './page-size';
import { wordLookupsOf } from './word-lookups';

/** What a selection set costs, once the variables are known. */
interface Formula {
  readonly parts: Part[];
  /** What it counts that words are looked for. */
  readonly lookups: Size[];
  /** What counts once for a connection, whatever its page. */
  readonly once: Part[];
  /** Whether it wants more of a connection than its count. */
  readsRows: boolean;
}

/** A field of a selection set, or a fragment that is spread in it. */
interface Part {
  /** How many nodes it gives; null where it gives none itself. */
  readonly size: Size | null;
  readonly formula: Formula;
  /** A page that only the count is wanted of reads no nodes. */
  readonly isPage: boolean;
}

/** Formulas live as long as the documents that servers keep. */
const formulas = new WeakMap<OperationDefinitionNode, Formula>();

/**
 * The cost of an operation of a valid document.
 * @param variables as the client gave them: values of the wrong type count as much as any may.
 */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables = {},
): number {
  let formula = formulas.get(operation);
  if (formula === undefined) formulas.set(operation, (formula = new FormulaWriter(schema, document).ofOperation(operation)));
  return new Evaluation({ __proto__: null, ...defaultsOf(operation), ...variables }).of(formula);
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of variableDefinitions) {
    if (defaultValue !== undefined) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return defaults;
}

/** Computes a formula; a fragment that is spread often is computed once. */
class Evaluation {
  private readonly known = new Map<Formula, number>();
  private readonly knownOnce = new Map<Formula, number>();

  constructor(private readonly variables: Variables) {}

  of(formula: Formula): number {
    const known = this.known.get(formula);
    if (known !== undefined) return known;
    let cost = 0;
    for (const part of formula.parts) cost += this.ofPart(part);
    for (const lookup of formula.lookups) cost += lookup(this.variables);
    this.known.set(formula, cost);
    return cost;
  }

  private ofPart({ size, formula, isPage }: Part): number {
    if (size === null) return this.of(formula);
    const once = isPage ? this.onceOf(formula) : 0;
    if (isPage && !formula.readsRows) return Math.max(1, once);
    return Math.max(1, size(this.variables) * (1 + this.of(formula))) + once;
  }

  private onceOf(formula: Formula): number {
    const known = this.knownOnce.get(formula);
    if (known !== undefined) return known;
    let cost = 0;
    for (const part of formula.once) cost += this.ofPart(part);
    for (const part of formula.parts) if (part.size === null) cost += this.onceOf(part.formula);
    this.knownOnce.set(formula, cost);
    return cost;
  }
}

const ONE: Size = () => 1;
const COUNTS: ReadonlySet<string> = new Set(['totalCount', 'facets', '__typename']);
const FACETS = 'StoryFacets';
const LARGEST: Size = () => MAX_PAGE_SIZE;

class FormulaWriter {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly written = new Map<string, Formula>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  ofOperation({ operation, selectionSet }: OperationDefinitionNode): Formula {
    return this.ofSelections(this.schema.getRootType(operation), selectionSet);
  }

  private ofSelections(type: GraphQLNamedType | null | undefined, set: SelectionSetNode | undefined): Formula {
    const formula: Formula = { parts: [], lookups: [], once: [], readsRows: false };
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) this.addField(formula, type, selection);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) addFragment(formula, this.ofFragment(selection.name.value));
      else addFragment(formula, this.ofSelections(this.conditioned(type, selection.typeCondition?.name.value), selection.selectionSet));
    }
    return formula;
  }

  private addField(formula: Formula, parent: GraphQLNamedType | null | undefined, node: FieldNode): void {
    if (!COUNTS.has(node.name.value)) formula.readsRows = true;
    if (!isObjectType(parent) && !isInterfaceType(parent)) return;
    const field = parent.getFields()[node.name.value];
    if (field === undefined || node.selectionSet === undefined) return;
    const type = getNamedType(field.type);
    const inner = this.ofSelections(type, node.selectionSet);
    formula.lookups.push(...wordLookupsOf(field, node));
    const size = sizeOf(parent, field, type, node);
    if (size === null && inner.parts.length === 0 && inner.lookups.length === 0) return;
    const list = type.name === FACETS ? formula.once : formula.parts;
    list.push({ size, formula: inner, isPage: isConnection(type) });
  }

  private ofFragment(name: string): Formula {
    const known = this.written.get(name);
    if (known !== undefined) return known;
    const definition = this.fragments.get(name);
    // What it is taken for while it is being written, and so ever after in a circle.
    const formula: Formula = { parts: [], lookups: [], once: [], readsRows: false };
    this.written.set(name, formula);
    if (definition === undefined) return formula;
    const type = this.conditioned(null, definition.typeCondition.name.value);
    addFragment(formula, this.ofSelections(type, definition.selectionSet));
    return formula;
  }

  private conditioned(type: GraphQLNamedType | null | undefined, condition: string | undefined): GraphQLNamedType | null | undefined {
    return condition === undefined ? type : this.schema.getType(condition);
  }
}

function addFragment(formula: Formula, fragment: Formula): void {
  formula.parts.push({ size: null, formula: fragment, isPage: false });
  if (fragment.readsRows) formula.readsRows = true;
}

/** Null for what adds nothing of its own to what stands in it. */
function sizeOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>, type: GraphQLNamedType, node: FieldNode): Size | null {
  if (isConnection(type)) return pageSizeOf(node);
  if (type.name === FACETS) return LARGEST;
  if (parent.name === FACETS) return ONE;
  // The facet has counted it.
  if (isFacet(parent)) return null;
  // The page has counted them.
  if (isConnection(parent) || isEdge(parent)) return isNode(type) && field.name !== 'node' && field.name !== 'nodes' ? ONE : null;
  if (!isNode(type)) return sizeOfParts(field, node);
  return field.args.some(({ name }) => name === 'ids') ? lengthOf(node, 'ids') : ONE;
}

/** What is no node and has work or nodes below it: `Topic.volume`; `Topic.timeline`, `trendingTopics` and `suggest` by `first`, `compareOutlets` by its outlets. */
function sizeOfParts({ args }: GraphQLField<unknown, unknown>, node: FieldNode): Size | null {
  const has = (wanted: string): boolean => args.some(({ name }) => name === wanted);
  if (has('first')) return pageSizeOf(node);
  if (has('outlets')) return lengthOf(node, 'outlets');
  return has('interval') ? ONE : null;
}

function isConnection(type: GraphQLNamedType): boolean {
  return hasFields(type, 'edges', 'pageInfo');
}

function isEdge(type: GraphQLNamedType): boolean {
  return hasFields(type, 'cursor', 'node');
}

function isFacet(type: GraphQLNamedType): boolean {
  return hasFields(type, 'node', 'count');
}

function hasFields(type: GraphQLNamedType, ...names: readonly string[]): boolean {
  if (!isObjectType(type)) return false;
  const fields = type.getFields();
  return names.every((name) => fields[name] !== undefined);
}

function isNode(type: GraphQLNamedType): boolean {
  if (isAbstractType(type)) return type.name === 'Node';
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}
