/**
 * Selection → one SQL statement whose rows are the JSON that the selection asks for, whole subtrees at once.
 *
 * Each relation becomes a subquery inside its parent's JSON: an inner SELECT finds the page's rows by an index and
 * gives their columns, an outer one makes JSON of them. So the work is parents × page, whatever lies behind.
 *
 * SQLite knows a JSON value from a text by a mark that a subquery's value keeps only where it is used at once.
 * So JSON is made in the outermost SELECT alone, never carried as a column.
 */
import type { Noun } from '../../domain/identity';
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import { isNodeFacet, NODE_FACETS, nodeFacetRows, valueFacetRows } from './facets';
import { conditionsOf } from './filters';
import { asJson, json, listOf, record, rowOrNull, value, type Entry, type Form, type Read } from './json-form';
import { NO_ORDER, RelationScope, type Columns, type Run } from './relation-scope';
import {
  isBare,
  type ConnectionSelection,
  type EdgeSelection,
  type FacetSelection,
  type FacetsSelection,
  type NodeSelection,
  type Page,
  type Parent,
  type RelationSelection,
} from './selection';
import type { EdgeFieldShape, RelationShape } from './shape';
import { shapes } from './shapes';

export type { Run } from './relation-scope';

export interface Statement {
  /** Gives each row its `place` in the batch, and its `row` in JSON. */
  readonly text: string;
  /** Makes what was asked for of a row's JSON; null where it is that as it stands. */
  readonly read: Read | null;
  /** Gives the values of the parameters that follow the batch's keys. */
  readonly values: (run: Run) => SqlValue[];
}

/** Nodes found by this column, each with its place in the batch. */
export function compileNodes(
  noun: Noun,
  column: 'id' | 'slug',
  selection: NodeSelection,
  run: Run,
  dialect: Dialect,
): Statement {
  const compiler = new Compiler(dialect, run, 1);
  const keys = dialect.values(dialect.parameter(1), 'k');
  const row = record(compiler.node(noun, selection, 'x0'), dialect);
  return compiler.statement('k."place"', row, `${keys} JOIN "${shapes[noun].table}" x0 ON x0."${column}" = k."value"`);
}

/** One relation of the nodes with these keys, or of the rows that stand for them. */
export function compileRelation(parent: Parent, selection: RelationSelection, run: Run, dialect: Dialect): Statement {
  const compiler = new Compiler(dialect, run, 1);
  const row = compiler.relation(relationOf(parent, selection.name), selection, 'x0."');
  const { table, given } = shapes[parent];
  if (given !== undefined) return compiler.statement('x0."place"', row, dialect.rows(dialect.parameter(1), given, 'x0'));
  const keys = dialect.rows(dialect.parameter(1), { key: 'integer' }, 'k');
  return compiler.statement('k."place"', row, `${keys} JOIN "${table}" x0 ON x0."key" = k."key"`);
}

/** A list of all nodes; it has no parents and so no keys. */
export function compileRootList(selection: RelationSelection, run: Run, dialect: Dialect): Statement {
  const compiler = new Compiler(dialect, run, 0);
  return compiler.statement('0', compiler.relation(relationOf('Query', selection.name), selection, ''), null);
}

/** Runs of equal shape have the same statement, with other values. */
export function shapeOfRun(run: Run): string {
  return run.map((each) => (each === null ? '-' : `${each.order}|${shapeOfPage(each.page)}|${conditionsOf(each)}`)).join(';');
}

function shapeOfPage(page: Page | null): string {
  if (page === null) return '';
  return `${page.isBackward ? 'last' : 'first'}${page.after === null ? '' : 'A'}${page.before === null ? '' : 'B'}`;
}

function relationOf(parent: Parent, name: string): RelationShape {
  const relation = shapes[parent].relations[name];
  if (relation === undefined) throw new Error(`${parent} has no relation ${name}`);
  return relation;
}

class Compiler {
  private readonly readers: ((run: Run) => SqlValue)[] = [];
  private depth = 0;

  /** @param taken how many parameters the caller's own part of the statement has. */
  constructor(
    private readonly dialect: Dialect,
    private readonly run: Run,
    private readonly taken: number,
  ) {}

  /** @param from absent where the one row comes of nothing. */
  statement(place: string, row: Form, from: string | null): Statement {
    const { readers } = this;
    const { sql, read } = asJson(row, this.dialect);
    const text = `SELECT ${place} AS "place", ${sql} AS "row"${from === null ? '' : ` FROM ${from}`}`;
    return { text, read, values: (run) => readers.map((each) => each(run)) };
  }

  /** What is wanted of the node whose columns stand under `alias`. */
  node(noun: Parent, selection: NodeSelection, alias: string): Entry[] {
    const fields = selection.fields.map((name): Entry => {
      const { column, isJson } = fieldOf(noun, name);
      return [name, this.column(`${alias}."${column}"`, isJson)];
    });
    const read = selection.relations.filter(({ slot }) => this.run[slot] != null);
    const relations = read.map((each): Entry => [each.property, this.relation(relationOf(noun, each.name), each, `${alias}."`)]);
    // Where a loader goes on from, when a relation is not read along.
    const isLeft = read.length < selection.relations.length && !selection.fields.includes('$key');
    const key: Entry[] = isLeft ? [['$key', value(`${alias}."key"`)]] : [];
    return [...key, ...fields, ...relations];
  }

  /**
   * One relation.
   * @param parent what stands before a column's name of the parent's row: `x1."`.
   */
  relation(shape: RelationShape, selection: RelationSelection, parent: string): Form {
    const scope = new RelationScope(shape, selection, this.run, parent, this.dialect, (read) => this.bind(read));
    this.depth += 1;
    const form = selection.connection === null ? this.related(scope, selection) : this.connection(scope, selection.connection);
    this.depth -= 1;
    return form;
  }

  /** A reference or a list. */
  private related(scope: RelationScope, { node }: RelationSelection): Form {
    if (node === null) throw new Error('a reference or list selects a node');
    const { to, kind } = scope.shape;
    const source = scope.rows(`x${this.depth}`, columnsOf(to, node));
    const row = this.node(to, node, source.alias);
    if (kind === 'reference') return rowOrNull(row, source.from, this.dialect);
    return listOf(record(row, this.dialect), source.from, this.dialect);
  }

  private connection(scope: RelationScope, wanted: ConnectionSelection): Form {
    const entries: Entry[] = [];
    if (wanted.members.length > 0 || wanted.hasMore || wanted.cursors) {
      const source = scope.rows(`x${this.depth}`, memberColumns(scope, wanted));
      const member = this.member(scope, wanted, source.alias);
      entries.push([isBare(wanted) ? 'bare' : 'rows', listOf(member, source.from, this.dialect)]);
    }
    if (wanted.totalCount) entries.push(['total', value(scope.total())]);
    const other = wanted.hasOtherSide ? scope.otherSide() : null;
    if (other !== null) entries.push(['other', value(other)]);
    const facets = wanted.facets.filter(({ slot }) => this.run[slot] != null);
    if (facets.length > 0) {
      entries.push(['facets', record(facets.map((each): Entry => [each.property, this.facets(scope, each)]), this.dialect)]);
    }
    return record(entries, this.dialect);
  }

  private facets(scope: RelationScope, { facets, slot }: FacetsSelection): Form {
    return record(facets.map((each): Entry => [each.property, this.facet(scope, each, slot)]), this.dialect);
  }

  private facet(scope: RelationScope, facet: FacetSelection, slot: number): Form {
    const limit = this.dialect.limit(this.bind((run) => run[slot]?.page?.size ?? 0), false);
    const alias = `x${this.depth}`;
    const count: Entry = ['count', value(`${alias}."$count"`)];
    const members = (rows: string, entries: Entry[]): Form =>
      listOf(record([...entries, count], this.dialect), `(${rows}) ${alias}`, this.dialect);
    if (!isNodeFacet(facet.name)) {
      const rows = valueFacetRows(facet.name, scope.counted(facet.name), limit);
      return members(rows, [['value', value(`${alias}."value"`)]]);
    }
    const { noun } = NODE_FACETS[facet.name];
    const columns: Columns = new Map(facet.nodes.flatMap(({ node }) => [...columnsOf(noun, node)]));
    const rows = nodeFacetRows(facet.name, scope.tallied(facet.name) ?? scope.counted(facet.name), columns, limit);
    return members(rows, facet.nodes.map(({ property, node }): Entry => [property, this.row(noun, node, alias)]));
  }

  /** One row of a connection: what each field `nodes` and `edges` wants of it. */
  private member({ shape, order }: RelationScope, wanted: ConnectionSelection, alias: string): Form {
    const entries = wanted.members.map(
      (member): Entry => [
        member.property,
        member.kind === 'node' ? this.row(shape.to, member.node, alias) : this.edge(shape, member.edge, alias),
      ],
    );
    const [only] = entries;
    if (isBare(wanted) && only !== undefined) return only[1];
    const cursor = json(this.dialect.jsonList(order.columns.map((_, index) => `${alias}."$${index}"`)));
    return record(wanted.cursors ? [...entries, ['$cursor', cursor]] : entries, this.dialect);
  }

  private row(noun: Parent, selection: NodeSelection, alias: string): Form {
    return record(this.node(noun, selection, alias), this.dialect);
  }

  private edge(shape: RelationShape, edge: EdgeSelection, alias: string): Form {
    const entries = [
      ...edge.nodes.map(({ property, node }): Entry => [property, this.row(shape.to, node, alias)]),
      ...edge.fields.map((name): Entry => [name, this.edgeField(shape, name, `${alias}."edge.`)]),
      ...edge.relations
        .filter(({ slot }) => this.run[slot] != null)
        .map((each): Entry => [
          each.property,
          this.relation(edgeRelationOf(shape, each.name), each, `${alias}."edge.`),
        ]),
    ];
    return record(entries, this.dialect);
  }

  /** @param row what stands before the name of a column that the edge carries. */
  private edgeField(shape: RelationShape, name: string, row: string): Form {
    const field = edgeFieldOf(shape, name);
    if ('expression' in field) return this.column(`${row}${name}"`, field.isJson);
    if ('members' in field) {
      const entries = Object.keys(field.members).map((member): Entry => [member, value(`${row}${name}.${member}"`)]);
      return record(entries, this.dialect);
    }
    const values = typeof field.values === 'string' ? field.values : field.values(this.dialect);
    return listOf(value('v."value"'), `(${values.replaceAll('p."', row)}) v`, this.dialect);
  }

  private column(expression: string, isJson = false): Form {
    return isJson ? json(this.dialect.asJson(expression)) : value(expression);
  }

  private bind(read: (run: Run) => SqlValue): string {
    this.readers.push(read);
    return this.dialect.parameter(this.taken + this.readers.length);
  }
}

/** The types of the values that a cursor of this order holds. */
export function cursorTypes(parent: Parent, relation: string, order: string | null): readonly ('text' | 'integer')[] {
  const { orders } = relationOf(parent, relation);
  return ((order === null ? Object.values(orders)[0] : orders[order]) ?? NO_ORDER).columns.map(({ type }) => type);
}

/** The columns of a node's own table that its JSON is made of. */
function columnsOf(noun: Parent, selection: NodeSelection): Columns {
  const names = selection.fields.map((name) => fieldOf(noun, name).column);
  if (selection.relations.length > 0 && shapes[noun].isKeyless !== true) names.push('key');
  for (const { name } of selection.relations) names.push(...relationOf(noun, name).parentColumns);
  return new Map(names.map((name) => [name, `n."${name}"`]));
}

function memberColumns({ shape }: RelationScope, wanted: ConnectionSelection): Columns {
  const columns: Columns = new Map();
  const addNode = (node: NodeSelection): void => columnsOf(shape.to, node).forEach((value, name) => columns.set(name, value));
  for (const member of wanted.members) {
    if (member.kind === 'node') {
      addNode(member.node);
      continue;
    }
    member.edge.nodes.forEach(({ node }) => addNode(node));
    const usesColumns = member.edge.fields.filter((name) => addEdgeField(columns, name, edgeFieldOf(shape, name)));
    if (member.edge.relations.length === 0 && usesColumns.length === 0) continue;
    for (const [name, expression] of Object.entries(shape.edgeColumns ?? {})) columns.set(`edge.${name}`, expression);
  }
  return columns;
}

/** Whether the field is read over the edge's columns, rather than carried as some of its own. */
function addEdgeField(columns: Columns, name: string, field: EdgeFieldShape): boolean {
  if ('values' in field) return true;
  if ('expression' in field) columns.set(`edge.${name}`, field.expression);
  else for (const [member, expression] of Object.entries(field.members)) columns.set(`edge.${name}.${member}`, expression);
  return false;
}

function fieldOf(noun: Parent, name: string) {
  const field = shapes[noun].fields[name];
  if (field === undefined) throw new Error(`${noun} has no field ${name}`);
  return field;
}

function edgeFieldOf(shape: RelationShape, name: string) {
  const field = shape.edgeFields?.[name];
  if (field === undefined) throw new Error(`edges to ${shape.to} have no field ${name}`);
  return field;
}

function edgeRelationOf(shape: RelationShape, name: string): RelationShape {
  const relation = shape.edgeRelations?.[name];
  if (relation === undefined) throw new Error(`edges to ${shape.to} have no relation ${name}`);
  return relation;
}
