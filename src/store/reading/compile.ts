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
import { conditionsOf, filterConditions } from './filters';
import { direction, type Direction } from './keyset';
import {
  isBare,
  type ConnectionSelection,
  type EdgeSelection,
  type NodeSelection,
  type Page,
  type Parent,
  type RelationArguments,
  type RelationSelection,
} from './selection';
import type { EdgeFieldShape, OrderShape, RelationShape } from './shape';
import { shapes } from './shapes';

/** The arguments of one run of a selection, one for each slot; null leaves the slot's relation out. */
export type Run = readonly (RelationArguments | null)[];

export interface Statement {
  readonly text: string;
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
  const row = compiler.node(noun, selection, 'x0');
  return compiler.statement(
    `SELECT k."place" AS "place", ${row} AS "row" FROM ${keys} ` +
      `JOIN "${shapes[noun].table}" x0 ON x0."${column}" = k."value"`,
  );
}

/** One relation of the nodes with these keys, or of the rows that stand for them. */
export function compileRelation(parent: Parent, selection: RelationSelection, run: Run, dialect: Dialect): Statement {
  const compiler = new Compiler(dialect, run, 1);
  const row = compiler.relation(relationOf(parent, selection.name), selection, 'x0."');
  const { table, given } = shapes[parent];
  if (given !== undefined) {
    return compiler.statement(`SELECT x0."place" AS "place", ${row} AS "row" FROM ${dialect.rows(dialect.parameter(1), given, 'x0')}`);
  }
  const keys = dialect.rows(dialect.parameter(1), { key: 'integer' }, 'k');
  return compiler.statement(
    `SELECT k."place" AS "place", ${row} AS "row" FROM ${keys} JOIN "${table}" x0 ON x0."key" = k."key"`,
  );
}

/** A list of all nodes; it has no parents and so no keys. */
export function compileRootList(selection: RelationSelection, run: Run, dialect: Dialect): Statement {
  const compiler = new Compiler(dialect, run, 0);
  return compiler.statement(
    `SELECT 0 AS "place", ${compiler.relation(relationOf('Query', selection.name), selection, '')} AS "row"`,
  );
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

type Entry = readonly [name: string, expression: string];
/** The columns of a row source: the name each has there, and the expression that gives it. */
type Columns = Map<string, string>;
interface RowSource {
  readonly from: string;
  readonly alias: string;
}

const NO_ORDER: OrderShape = { columns: [], isDescending: false };

class Compiler {
  private readonly readers: ((run: Run) => SqlValue)[] = [];
  private depth = 0;

  /** @param taken how many parameters the caller's own part of the statement has. */
  constructor(
    private readonly dialect: Dialect,
    private readonly run: Run,
    private readonly taken: number,
  ) {}

  statement(text: string): Statement {
    const { readers } = this;
    return { text, values: (run) => readers.map((read) => read(run)) };
  }

  /** The JSON object of the node whose columns stand under `alias`. */
  node(noun: Parent, selection: NodeSelection, alias: string): string {
    const fields = selection.fields.map((name): Entry => {
      const { column, isJson } = fieldOf(noun, name);
      return [name, this.value(`${alias}."${column}"`, isJson)];
    });
    const read = selection.relations.filter(({ slot }) => this.run[slot] != null);
    const relations = read.map((each): Entry => [each.responseKey, this.relation(relationOf(noun, each.name), each, `${alias}."`)]);
    // Where a loader goes on from, when a relation is not read along.
    const isLeft = read.length < selection.relations.length && !selection.fields.includes('$key');
    const key: Entry[] = isLeft ? [['$key', `${alias}."key"`]] : [];
    return this.dialect.jsonObject([...key, ...fields, ...relations]);
  }

  /**
   * The JSON of one relation.
   * @param parent what stands before a column's name of the parent's row: `x1."`.
   */
  relation(shape: RelationShape, selection: RelationSelection, parent: string): string {
    const scope = new RelationScope(shape, selection, this.run, parent, this.dialect, (read) => this.bind(read));
    this.depth += 1;
    const json =
      selection.connection === null ? this.list(scope, selection) : this.connection(scope, selection.connection);
    this.depth -= 1;
    return json;
  }

  private list(scope: RelationScope, { node }: RelationSelection): string {
    if (node === null) throw new Error('a reference or list selects a node');
    const source = scope.rows(`x${this.depth}`, columnsOf(scope.shape.to, node));
    const row = this.node(scope.shape.to, node, source.alias);
    return `(SELECT ${scope.shape.kind === 'reference' ? row : this.dialect.jsonArray(row)} FROM ${source.from})`;
  }

  private connection(scope: RelationScope, wanted: ConnectionSelection): string {
    const entries: Entry[] = [];
    if (wanted.members.length > 0 || wanted.hasMore || wanted.cursors) {
      const source = scope.rows(`x${this.depth}`, memberColumns(scope, wanted));
      const member = this.member(scope, wanted, source.alias);
      const rows = `(SELECT ${this.dialect.jsonArray(member)} FROM ${source.from})`;
      entries.push([isBare(wanted) ? 'bare' : 'rows', rows]);
    }
    if (wanted.totalCount) entries.push(['total', scope.total()]);
    const other = wanted.hasOtherSide ? scope.otherSide() : null;
    if (other !== null) entries.push(['other', other]);
    return this.dialect.jsonObject(entries);
  }

  /** The JSON of one row of a connection: what each response key of `nodes` and `edges` wants of it. */
  private member({ shape, order }: RelationScope, wanted: ConnectionSelection, alias: string): string {
    const entries = wanted.members.map(
      (member): Entry => [
        member.responseKey,
        member.kind === 'node' ? this.node(shape.to, member.node, alias) : this.edge(shape, member.edge, alias),
      ],
    );
    const [only] = entries;
    if (isBare(wanted) && only !== undefined) return only[1];
    const cursor = this.dialect.jsonList(order.columns.map((_, index) => `${alias}."$${index}"`));
    return this.dialect.jsonObject(wanted.cursors ? [...entries, ['$cursor', cursor]] : entries);
  }

  private edge(shape: RelationShape, edge: EdgeSelection, alias: string): string {
    return this.dialect.jsonObject([
      ...edge.nodes.map(({ responseKey, node }): Entry => [responseKey, this.node(shape.to, node, alias)]),
      ...edge.fields.map((name): Entry => [name, this.edgeField(shape, name, `${alias}."edge.`)]),
      ...edge.relations
        .filter(({ slot }) => this.run[slot] != null)
        .map((each): Entry => [
          each.responseKey,
          this.relation(edgeRelationOf(shape, each.name), each, `${alias}."edge.`),
        ]),
    ]);
  }

  /** @param row what stands before the name of a column that the edge carries. */
  private edgeField(shape: RelationShape, name: string, row: string): string {
    const field = edgeFieldOf(shape, name);
    if ('expression' in field) return this.value(`${row}${name}"`, field.isJson);
    if ('members' in field) {
      return this.dialect.jsonObject(Object.keys(field.members).map((member): Entry => [member, `${row}${name}.${member}"`]));
    }
    return `(SELECT ${this.dialect.jsonArray('v."value"')} FROM (${field.values.replaceAll('p."', row)}) v)`;
  }

  private value(column: string, isJson = false): string {
    return isJson ? this.dialect.asJson(column) : column;
  }

  private bind(read: (run: Run) => SqlValue): string {
    this.readers.push(read);
    return this.dialect.parameter(this.taken + this.readers.length);
  }
}

/** One relation in one place of a statement: its rows, how many there are, and whether there are others. */
class RelationScope {
  readonly order: OrderShape;
  private readonly arguments: RelationArguments;
  private readonly from: string;
  private readonly on: string | null;

  constructor(
    readonly shape: RelationShape,
    private readonly selection: RelationSelection,
    run: Run,
    private readonly parent: string,
    private readonly dialect: Dialect,
    private readonly bindRun: (read: (run: Run) => SqlValue) => string,
  ) {
    const given = run[selection.slot];
    if (given == null) throw new Error(`${selection.name} is not part of this run`);
    this.arguments = given;
    this.order = orderOf(shape, given);
    const inDialect = (sql: RelationShape['from']): string => this.ofParent(typeof sql === 'string' ? sql : sql(dialect));
    this.from = inDialect(shape.from);
    this.on = shape.on === undefined ? null : inDialect(shape.on);
  }

  /** The page's rows, in order (backward pages reversed), with these columns. */
  rows(alias: string, columns: Columns): RowSource {
    const { page } = this.arguments;
    const expressions = this.order.columns.map(({ expression }) => expression);
    const towards = direction(this.order, page?.isBackward ?? false, expressions);
    const conditions = [...this.conditions(), ...this.pageConditions(towards)];
    const orderBy = expressions.length === 0 ? '' : ` ORDER BY ${towards.orderBy}`;
    const limit = page === null ? '' : ` LIMIT ${this.limit()}`;
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    const named = [...columns, ...expressions.map((expression, index): [string, string] => [`$${index}`, expression])];
    if (this.order.isSorted !== true) {
      return { alias, from: `(SELECT ${selectList(named)} FROM ${this.from}${where}${orderBy}${limit}) ${alias}` };
    }
    // The sort carries keys and order alone; the nodes' columns are looked up for the rows that are left.
    const ofNode = named.filter(([, expression]) => expression.startsWith('n.'));
    const ofTie = named.filter(([, expression]) => !expression.startsWith('n.'));
    const carried = [...ofTie, ...ofNode.filter(([name]) => name.startsWith('$'))];
    const kept = selectList(
      [...named.map(([name, expression]): [string, string] => [name, isCarried(name, expression) ? `s."${name}"` : expression])],
    );
    const sortedBy = direction(this.order, page?.isBackward ?? false, expressions.map((_, index) => `s."$${index}"`)).orderBy;
    const keys = `SELECT n."key" AS "$node", ${selectList(carried)} FROM ${this.from}${where}${orderBy}${limit}`;
    const table = `"${shapes[this.shape.to].table}"`;
    return {
      alias,
      from: `(SELECT ${kept} FROM (${keys}) s JOIN ${table} n ON n."key" = s."$node" ORDER BY ${sortedBy}) ${alias}`,
    };
  }

  /** How many rows the relation has with these filters, whatever the page. */
  total(): string {
    const { filter, outlet, collective } = this.arguments;
    const tally = filter === null && outlet === null ? (this.shape.total?.(collective) ?? null) : null;
    if (tally !== null) return `(${this.ofParent(tally)})`;
    const conditions = this.conditions();
    return `(SELECT count(*) FROM ${this.from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`})`;
  }

  /** Whether the page's own cursor and the rows before it are there; null where the page has no such cursor. */
  otherSide(): string | null {
    const { page } = this.arguments;
    const cursor = page?.isBackward ? 'before' : 'after';
    if (page?.[cursor] == null) return null;
    const towards = direction(this.order, page.isBackward, this.order.columns.map(({ expression }) => expression));
    const conditions = [...this.conditions(), towards.upTo(this.cursor(cursor))];
    return `(SELECT count(*) FROM (SELECT 1 FROM ${this.from} WHERE ${conditions.join(' AND ')} LIMIT 1) o)`;
  }

  private conditions(): string[] {
    const filters = filterConditions(this.arguments, (read) => this.bind(read), this.dialect);
    return this.on === null ? filters : [this.on, ...filters];
  }

  private pageConditions(forward: Direction): string[] {
    const { page } = this.arguments;
    if (page === null) return [];
    const [start, end] = page.isBackward ? (['before', 'after'] as const) : (['after', 'before'] as const);
    const back = direction(this.order, !page.isBackward, this.order.columns.map(({ expression }) => expression));
    return [
      ...(page[start] === null ? [] : [forward.beyond(this.cursor(start))]),
      ...(page[end] === null ? [] : [back.beyond(this.cursor(end))]),
    ];
  }

  private cursor(side: 'after' | 'before'): string[] {
    return this.order.columns.map((_, index) => this.bind((given) => given.page?.[side]?.[index] ?? null));
  }

  /**
   * SQLite looks into a parameter that stands alone after LIMIT, and prepares the statement again each time another is
   * bound: three times the work of running it. An expression it takes as it comes.
   */
  private limit(): string {
    const more = this.selection.connection?.hasMore === true ? 1 : 0;
    return `${this.bind((given) => given.page?.size ?? 0)} + ${more}`;
  }

  private bind(read: (given: RelationArguments) => SqlValue): string {
    const { slot } = this.selection;
    return this.bindRun((run) => {
      const given = run[slot];
      return given == null ? null : read(given);
    });
  }

  private ofParent(sql: string): string {
    return sql.replaceAll('p."', this.parent);
  }
}

function isCarried(name: string, expression: string): boolean {
  return name.startsWith('$') || !expression.startsWith('n.');
}

function selectList(columns: readonly (readonly [name: string, expression: string])[]): string {
  return columns.map(([name, expression]) => `${expression} AS "${name}"`).join(', ') || '1';
}

/** The types of the values that a cursor of this order holds. */
export function cursorTypes(parent: Parent, relation: string, order: string | null): readonly ('text' | 'integer')[] {
  const { orders } = relationOf(parent, relation);
  return ((order === null ? Object.values(orders)[0] : orders[order]) ?? NO_ORDER).columns.map(({ type }) => type);
}

function orderOf(shape: RelationShape, given: RelationArguments): OrderShape {
  if (given.order === null) return Object.values(shape.orders)[0] ?? NO_ORDER;
  const order = shape.orders[given.order];
  if (order === undefined) throw new Error(`no order ${given.order}`);
  return order;
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
