/**
 * The reads of one request. One rule: if the parent's row already holds the field's answer, give it at once; else ask
 * the field's loader. There is a DataLoader for each plan; its batch is one statement, whatever the number of keys.
 */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { nounOfId, type Noun } from '../../domain/identity';
import {
  endingWith,
  type Analyses,
  type ConnectionRows,
  type GraphReader,
  type NodeSelection,
  type Part,
  type Reference,
  type RelationSelection,
  type Row,
  type SearchReader,
  type StatementObserver,
  type StoryFilter,
} from '../../store';
import type { RequestObserver } from '../observer';
import { Connection } from '../relay/connection';
import { listName, NO_ARGUMENTS, type PageRequest } from './arguments';
import { planFor } from './plan-cache';
import { planFacets, planNode, planRelation, type Plan } from './plan';
import { propertyOf } from './response-key';

type Loaders<Key, Value> = Map<object, DataLoader<Key, Value>>;

export class Reads {
  /** Loaders live and die with the request: nothing one request has read is seen by another. */
  private readonly nodesById: Loaders<string, Row | null> = new Map();
  private readonly nodesBySlug: Loaders<string, Row | null> = new Map();
  private readonly relations: Loaders<number | string, unknown> = new Map();
  private readonly figures = new Map<string, DataLoader<number, unknown>>();
  private statements = 0;

  constructor(
    private readonly reader: GraphReader,
    private readonly observer?: RequestObserver,
  ) {}

  /** How many SQL statements the request has run so far. */
  get statementCount(): number {
    return this.statements;
  }

  /** The node of this noun, by id or slug; null where there is none, or the id is of another kind. */
  async node(noun: Noun, by: Reference, info: GraphQLResolveInfo): Promise<Row | null> {
    if ('slug' in by) return this.nodeLoader(noun, 'slug', this.nodesBySlug, info).load(by.slug);
    return nounOfId(by.id) === noun ? this.nodeLoader(noun, 'id', this.nodesById, info).load(by.id) : null;
  }

  /** The node with this global id, of whatever noun; null for an unknown, malformed or foreign one. */
  async nodeById(id: string, info: GraphQLResolveInfo): Promise<Row | null> {
    const noun = nounOfId(id);
    return noun === null ? null : this.node(noun, { id }, info);
  }

  /** The row or rows of a relation without pages. */
  related(parent: Noun | Part, row: Row, info: GraphQLResolveInfo): unknown {
    const held = row[propertyOf(info)];
    return held === undefined ? this.load(parent, row, info) : held;
  }

  /** A page of a relation. */
  connection(parent: Noun | Part, row: Row, given: PageRequest, info: GraphQLResolveInfo): Connection | Promise<Connection> {
    const held = row[propertyOf(info)];
    const list = listName(parent, info.fieldName, given);
    if (held !== undefined) return new Connection(held as ConnectionRows, given, list);
    return this.load(parent, row, info).then((rows) => new Connection(rows as ConnectionRows, given, list));
  }

  /** A page of all nodes of a kind. */
  async list(given: PageRequest, info: GraphQLResolveInfo): Promise<Connection> {
    const plan = planFor(info, 'Query', () => planRelation('Query', info));
    const run = plan.run(info.variableValues);
    const rows = await this.batch(`Query.${info.fieldName}`, 1, (reader) => reader.rootList(plan.selection, run));
    return new Connection(rows, given, listName('Query', info.fieldName, given));
  }

  /** Facets of the stories that meet a filter, for a field that is on no list of stories. */
  async facets(filter: StoryFilter, info: GraphQLResolveInfo): Promise<unknown> {
    const plan = planFor(info, 'Query', () => planFacets(info));
    const run = plan.run(info.variableValues).map((given, slot) => (slot === plan.selection.slot ? { ...NO_ARGUMENTS, filter } : given));
    const { facets } = await this.batch(`${info.parentType.name}.${info.fieldName}`, 1, (reader) => reader.rootList(plan.selection, run));
    return facets?.[plan.selection.property];
  }

  /**
   * Finds nodes by words; its statements are the request's. There may be none of them, or two: each is a batch.
   * @param field for which it is read.
   */
  find<Found>(field: string, work: (search: SearchReader, onStatement: () => void) => Promise<Found>): Promise<Found> {
    const reader = this.observer === undefined ? this.reader : this.reader.observedBy(eachABatch(field, this.observer));
    return work(reader.search, () => (this.statements += 1));
  }

  /**
   * A figure of one node, computed for all nodes of the batch at once.
   * @param field of which it is.
   * @param variant tells apart what it is computed with: what has one variant is computed by one statement.
   */
  figure<Figure>(field: string, variant: string, row: Row, compute: (analyses: Analyses, keys: readonly number[]) => Promise<Figure[]>): Promise<Figure> {
    const name = `${field} ${variant}`;
    let loader = this.figures.get(name) as DataLoader<number, Figure> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<number, Figure>((keys) => this.analyse(field, (analyses) => compute(analyses, keys), keys.length));
      this.figures.set(name, loader);
    }
    if (typeof row.$key !== 'number') throw new Error(`${field} was asked of a row without its key`);
    return loader.load(row.$key);
  }

  /** A figure of a field, in one statement. */
  analyse<Figure>(field: string, compute: (analyses: Analyses) => Promise<Figure>, size = 1): Promise<Figure> {
    return this.batch(field, size, (reader) => compute(reader.analyses));
  }

  private async load(parent: Noun | Part, row: Row, info: GraphQLResolveInfo): Promise<unknown> {
    const plan = planFor(info, parent, () => planRelation(parent, info));
    const loader = loaderOf(this.relations, plan, () => this.relationLoader(parent, plan, info));
    if (row.$key === undefined) throw new Error(`the row of a ${parent} was read without its key`);
    return loader.load(row.$key);
  }

  private relationLoader(parent: Noun | Part, plan: Plan<RelationSelection>, info: GraphQLResolveInfo): DataLoader<number | string, unknown> {
    const run = plan.run(info.variableValues);
    return new DataLoader((keys) =>
      this.batch(`${parent}.${info.fieldName}`, keys.length, (reader) => reader.relations(parent, keys, plan.selection, run)),
    );
  }

  private nodeLoader(noun: Noun, column: 'id' | 'slug', loaders: Loaders<string, Row | null>, info: GraphQLResolveInfo) {
    const plan: Plan<NodeSelection> = planFor(info, noun, () => planNode(noun, info));
    return loaderOf(loaders, plan, () => {
      const run = plan.run(info.variableValues);
      return new DataLoader((keys) =>
        this.batch(`${noun}.${column}`, keys.length, (reader) => reader.nodes(noun, column, keys, plan.selection, run)),
      );
    });
  }

  /** One statement, however many keys it is for. */
  private batch<Result>(field: string, size: number, read: (reader: GraphReader) => Promise<Result>): Promise<Result> {
    this.statements += 1;
    const batch = this.observer?.batchStarted({ field, size });
    if (batch === undefined) return read(this.reader);
    return endingWith(read(this.reader.observedBy(batch)), batch.ended);
  }
}

function eachABatch(field: string, observer: RequestObserver): StatementObserver {
  return {
    statementStarted: (text) => {
      const batch = observer.batchStarted({ field, size: 1 });
      const end = batch.statementStarted(text);
      return (error) => {
        end(error);
        batch.ended(error);
      };
    },
  };
}

function loaderOf<Key, Value>(loaders: Loaders<Key, Value>, plan: object, make: () => DataLoader<Key, Value>): DataLoader<Key, Value> {
  let loader = loaders.get(plan);
  if (loader === undefined) loaders.set(plan, (loader = make()));
  return loader;
}
