/**
 * A field of the query → what to read of the store for it and for all below it.
 *
 * The plan looks ahead along relations, so that one statement brings the whole subtree. Two things it leaves to the
 * loaders of the fields themselves: relations whose arguments are wrong, which then fail at their own path; and
 * relations of shared nodes (outlets, topics, questions) in a list of lists, where the same node comes again and again
 * and a loader asks for it once.
 */
import { BREAK, getArgumentValues, GraphQLError, isObjectType, visit, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import type { Noun } from '../../domain/identity';
import {
  facetNoun,
  isFacet,
  shapes,
  type ConnectionSelection,
  type EdgeSelection,
  type FacetSelection,
  type FacetsSelection,
  type MemberSelection,
  type NodeSelection,
  type Parent,
  type Part,
  type RelationArguments,
  type RelationSelection,
  type RelationShape,
  type Run,
} from '../../store';
import { NO_ARGUMENTS, readArguments, readFacetsArguments, type GivenArguments } from './arguments';
import { collectSubfields, type CollectedField, type Operation } from './collect-fields';
import { propertyOf } from './response-key';

type Variables = Operation['variableValues'];
type ReadSlot = (variables: Variables) => RelationArguments;

/** What a loader needs for one field of the query. */
export class Plan<Selection extends NodeSelection | RelationSelection> {
  /** @param ownSlot the slot of the relation that the plan begins with; null where it begins with a node. */
  constructor(
    readonly selection: Selection,
    private readonly slots: readonly ReadSlot[],
    private readonly ownSlot: number | null,
  ) {}

  /**
   * The arguments of one run.
   * @throws what is wrong with the arguments of the relation that the plan begins with.
   */
  run(variables: Variables): Run {
    return this.slots.map((read, slot) => {
      try {
        return read(variables);
      } catch (error) {
        if (error instanceof GraphQLError && slot !== this.ownSlot) return null;
        throw error;
      }
    });
  }
}

/** The plan of a field that gives one node of this noun. */
export function planNode(noun: Noun, info: GraphQLResolveInfo): Plan<NodeSelection> {
  const planner = new Planner(info);
  const { fields, relations } = planner.node(noun, info.fieldNodes, 0);
  // Where the field may be of any noun, its answer is told apart by its id.
  return new Plan({ fields: [...new Set(['id', ...fields])], relations }, planner.slots, null);
}

/** The plan of a field that is a relation of `parent`. */
export function planRelation(parent: Parent, info: GraphQLResolveInfo): Plan<RelationSelection> {
  const planner = new Planner(info);
  const field = { property: propertyOf(info), name: info.fieldName, nodes: info.fieldNodes };
  const selection = planner.relation(parent, field, 0);
  return new Plan(selection, planner.slots, selection.slot);
}

/** The plan of facets of stories that a filter is given for, in the slot of the selection, when it is run. */
export function planFacets(info: GraphQLResolveInfo): Plan<RelationSelection> {
  const planner = new Planner(info);
  const property = propertyOf(info);
  const slot = planner.plainSlot();
  const facets = [planner.facets({ property, name: info.fieldName, nodes: info.fieldNodes }, 1)];
  const connection = { members: [], totalCount: false, hasMore: false, hasOtherSide: false, cursors: false, facets };
  return new Plan({ name: 'stories', property, slot, node: null, connection }, planner.slots, slot);
}

const SHARED: ReadonlySet<Parent> = new Set<Parent>(['Outlet', 'Question', 'Topic']);
/** In no run is there such a slot: the relation's own loader reads it. */
const LEFT_TO_LOADER = -1;
const NOTHING: NodeSelection = { fields: [], relations: [] };

/** Fields that the graph composes of several of the store's. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  'Story.sections': ['summary', 'analysis', 'coverage', 'background', 'otherSections'],
  // Figures, which are computed by key.
  'Topic.volume': ['$key'],
  'Topic.timeline': ['$key'],
};

class Planner {
  readonly slots: ReadSlot[] = [];

  constructor(private readonly operation: Operation) {}

  /** @param lists how many lists lie between the plan's field and this node. */
  node(noun: Noun | Part, nodes: readonly FieldNode[], lists: number): NodeSelection {
    const fields = new Set<string>();
    const relations: RelationSelection[] = [];
    for (const field of this.subfields(nodes, noun)) {
      if (shapes[noun].relations[field.name] !== undefined) relations.push(this.relation(noun, field, lists));
      else for (const name of COMPOSED[`${noun}.${field.name}`] ?? [field.name]) fields.add(name);
    }
    return { fields: [...fields], relations };
  }

  relation(parent: Parent, field: CollectedField, lists: number): RelationSelection {
    const { name, property, nodes } = field;
    const shape = shapes[parent].relations[name];
    if (shape === undefined) throw new Error(`${parent} has no relation ${name}`);
    if (SHARED.has(parent) && lists > 1) {
      return { name, property, slot: LEFT_TO_LOADER, node: NOTHING, connection: null };
    }
    const slot = this.slot(parent, field, shape.kind === 'connection');
    switch (shape.kind) {
      case 'reference':
        return { name, property, slot, node: this.node(shape.to, nodes, lists), connection: null };
      case 'list':
        return { name, property, slot, node: this.node(shape.to, nodes, lists + 1), connection: null };
      case 'connection':
        return { name, property, slot, node: null, connection: this.connection(shape, field, lists + 1) };
    }
  }

  private connection(shape: RelationShape, field: CollectedField, lists: number): ConnectionSelection {
    const members: MemberSelection[] = [];
    const pageInfo = new Set<string>();
    const facets: FacetsSelection[] = [];
    let totalCount = false;
    let cursors = false;
    for (const part of this.subfields(field.nodes, null)) {
      const { name, property, nodes } = part;
      if (name === 'facets') facets.push(this.facets(part, lists));
      if (name === 'totalCount') totalCount = true;
      if (name === 'nodes') members.push({ kind: 'node', property, node: this.node(shape.to, nodes, lists) });
      if (name === 'edges') members.push({ kind: 'edge', property, edge: this.edge(shape, nodes, lists) });
      const within = name === 'edges' || name === 'pageInfo' ? this.subfields(nodes, null) : [];
      if (name === 'pageInfo') for (const each of within) pageInfo.add(each.name);
      cursors ||= within.some((each) => CURSORS.has(each.name));
    }
    const neighbours = pageInfo.has('hasNextPage') || pageInfo.has('hasPreviousPage');
    return { members, totalCount, hasMore: neighbours, hasOtherSide: neighbours, cursors, facets };
  }

  /** @param lists how many lists lie between the plan's field and the facets' stories. */
  facets({ property, nodes }: CollectedField, lists: number): FacetsSelection {
    const slot = this.slotOf('StoryConnection', 'facets', nodes, readFacetsArguments);
    const facets = this.subfields(nodes, null).map((field): FacetSelection => {
      if (!isFacet(field.name)) throw new Error(`there is no facet ${field.name}`);
      const noun = facetNoun(field.name);
      const nodeFields = noun === null ? [] : this.subfields(field.nodes, null).filter(({ name }) => name === 'node');
      const read = (part: CollectedField): NodeSelection => (noun === null ? NOTHING : this.node(noun, part.nodes, lists + 1));
      return { name: field.name, property: field.property, nodes: nodeFields.map((part) => ({ property: part.property, node: read(part) })) };
    });
    return { property, slot, facets };
  }

  private edge(shape: RelationShape, nodes: readonly FieldNode[], lists: number): EdgeSelection {
    const selection = { nodes: [] as EdgeSelection['nodes'][number][], fields: new Set<string>(), relations: [] as RelationSelection[] };
    for (const field of this.subfields(nodes, null)) {
      const { name, property } = field;
      const relation = shape.edgeRelations?.[name];
      if (name === 'node') selection.nodes.push({ property, node: this.node(shape.to, field.nodes, lists) });
      else if (relation !== undefined) {
        const node = this.node(relation.to, field.nodes, lists + 1);
        selection.relations.push({ name, property, slot: this.plainSlot(), node, connection: null });
      } else if (!CURSORS.has(name)) selection.fields.add(name);
    }
    return { ...selection, fields: [...selection.fields] };
  }

  private subfields(nodes: readonly FieldNode[], typeName: string | null): CollectedField[] {
    return collectSubfields(nodes, typeName, this.operation).filter(({ name }) => name !== '__typename');
  }

  private slot(parent: Parent, { name, nodes }: CollectedField, isPaged: boolean): number {
    return this.slotOf(parent, name, nodes, (given) => readArguments(parent, name, isPaged, given));
  }

  private slotOf(typeName: string, name: string, [node]: readonly FieldNode[], read: (given: GivenArguments) => RelationArguments): number {
    const type = this.operation.schema.getType(typeName);
    const definition = isObjectType(type) ? type.getFields()[name] : undefined;
    if (definition === undefined || node === undefined) throw new Error(`${typeName} has no field ${name}`);
    const ofVariables: ReadSlot = (variables) => read(getArgumentValues(definition, node, variables));
    return this.slots.push(isOfVariables(node) ? ofVariables : once(() => ofVariables({}))) - 1;
  }

  plainSlot(): number {
    return this.slots.push(() => NO_ARGUMENTS) - 1;
  }
}

/** Whether arguments of the field differ from run to run. */
function isOfVariables({ arguments: given }: FieldNode): boolean {
  let isFound = false;
  for (const argument of given ?? []) visit(argument, { Variable: () => ((isFound = true), BREAK) });
  return isFound;
}

/** Reads what is the same in every run the first time only; what is wrong with it is told each time. */
function once(read: () => RelationArguments): () => RelationArguments {
  let known: RelationArguments | null = null;
  return () => (known ??= read());
}

const CURSORS: ReadonlySet<string> = new Set(['cursor', 'startCursor', 'endCursor']);
