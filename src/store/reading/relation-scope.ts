/** One relation in one place of a statement, as SQL: its rows, their number, their facets. */
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import { isNodeFacet, OWN_CONDITION, type CountedStories, type NodeFacetName, type TalliedNodes } from './facets';
import { FEW_TIES } from './few-ties';
import { filterConditions } from './filters';
import { direction, type Direction } from './keyset';
import { nodesOf, type FacetName, type RelationArguments, type RelationSelection, type StoryFilter } from './selection';
import type { OrderShape, RelationShape } from './shape';
import { shapes } from './shapes';
import { restsOnTies, StoryConditions, storyFilterShape } from './story-conditions';

/** The arguments of one run of a selection, one for each slot; null leaves the slot's relation out. */
export type Run = readonly (RelationArguments | null)[];

/** The columns of a row source: the name each has there, and the expression that gives it. */
export type Columns = Map<string, string>;

interface RowSource {
  readonly from: string;
  readonly alias: string;
}

/** The shape of a filter that names some nodes, and sets nothing else. */
const ONE_SET = /^(?:topics|outlets|questions)\(any\)$/;

export const NO_ORDER: OrderShape = { columns: [], isDescending: false };

/** One relation in one place of a statement: its rows, how many there are, and whether there are others. */
export class RelationScope {
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
    const { page, filter } = this.arguments;
    const expressions = this.order.columns.map(({ expression }) => expression);
    const towards = direction(this.order, page?.isBackward ?? false, expressions);
    if (this.isWalked() && this.dialect.name === 'postgres' && filter !== null && restsOnTies(filter)) return this.walked(alias, columns, filter, towards);
    const conditions = [...this.conditions(filter, this.pageKey()), ...this.pageConditions(towards)];
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
    if (filter !== null && this.on === null && ONE_SET.test(storyFilterShape(filter))) return `(SELECT count(*) FROM (${this.storiesOfOneSet(filter)}) c)`;
    const conditions = this.conditions();
    const from = filter === null ? (this.shape.storyTie ?? this.from) : this.from;
    return `(SELECT count(*) FROM ${from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`})`;
  }

  /** Ties are in indexes that hold the stories' ids beside the nodes' keys, so that neither ties nor stories need be read. */
  private storiesOfOneSet(filter: StoryFilter): string {
    const [ties] = new StoryConditions((read) => this.bind(read), this.dialect).ties(filter, undefined, 'storyId');
    return `SELECT DISTINCT t."storyId" FROM (${ties}) t`;
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

  /** The stories of the relation as a facet counts them: whatever page, and without heed to the facet's own condition. */
  counted(facet: FacetName): CountedStories {
    const { storyTie } = this.shape;
    const filter = this.filterFor(facet);
    const isOfTies = storyTie !== undefined && filter === null && (isNodeFacet(facet) || facet === 'kinds');
    return {
      key: storyTie === undefined ? 'n."key"' : 'e."storyKey"',
      from: isOfTies ? storyTie : this.from,
      conditions: this.conditions(filter),
    };
  }

  /** Where a tally knows a facet, as long as no filter chooses among the stories. */
  tallied(facet: NodeFacetName): TalliedNodes | null {
    const tallied = this.shape.facetTallies?.[facet];
    if (tallied === undefined || this.filterFor(facet) !== null) return null;
    const { from, on, count } = tallied;
    return { from: this.ofParent(from), on: on === undefined ? undefined : this.ofParent(on), count };
  }

  private filterFor(facet: FacetName): StoryFilter | null {
    const own = OWN_CONDITION[facet];
    const { filter } = this.arguments;
    if (filter === null) return null;
    const others = own === null ? filter : { ...filter, [own]: null };
    return storyFilterShape(others) === '' ? null : others;
  }

  /**
   * A page of all stories is read in the order of its index until it is full. SQLite would rather look up every story
   * that a filter names, and sort them: forty thousand of a hot topic, for twenty.
   */
  private pageKey(): string | undefined {
    return this.isWalked() ? this.dialect.unindexed('n."key"') : undefined;
  }

  private isWalked(): boolean {
    return this.on === null && this.order.isSorted !== true;
  }

  /**
   * A page of a filter that names topics, outlets or questions, on PostgreSQL, which does not know how many stories these
   * have. If they are few, the page is looked for among them; if not, it is soon full when stories are gone through in order.
   */
  private walked(alias: string, columns: Columns, filter: StoryFilter, towards: Direction): RowSource {
    const { page } = this.arguments;
    const ordered = this.order.columns.map(({ expression }, index): [string, string] => [`$${index}`, expression]);
    const list = selectList([...columns, ...ordered]);
    const ties = new StoryConditions((read) => this.bind(read), this.dialect).ties(filter).join(' UNION ALL ');
    // Without words the ways are laid down here, and a plan may be kept.
    const isWorthAPlan = this.leadsToScores() || storyFilterShape(filter).includes('text');
    const isFew = `(SELECT count(*) <= ${FEW_TIES} FROM "tied")`;
    const rows = (filters: readonly string[]): string => {
      const conditions = [...filters, ...this.pageConditions(towards)].join(' AND ');
      return `SELECT ${list} FROM ${this.from} WHERE ${conditions} ORDER BY ${towards.orderBy} LIMIT ${this.limit(isWorthAPlan)}`;
    };
    const ofFew = rows([`n."key" = ANY (ARRAY(SELECT "storyKey" FROM "tied"))`, ...this.conditions(filter)]);
    const ofMany = rows(filterConditions(this.arguments, (read) => this.bind(read), this.dialect, undefined, true));
    const orderBy = direction(this.order, page?.isBackward ?? false, ordered.map(([name]) => `r."${name}"`)).orderBy;
    return {
      alias,
      from:
        `(WITH "tied" AS MATERIALIZED (SELECT t."storyKey" FROM (${ties}) t LIMIT ${FEW_TIES + 1}) SELECT * FROM (` +
        `SELECT * FROM (${ofFew}) f WHERE ${isFew} UNION ALL SELECT * FROM (${ofMany}) w WHERE NOT ${isFew}) r ORDER BY ${orderBy}) ${alias}`,
    };
  }

  private conditions(filter: StoryFilter | null = this.arguments.filter, storyKey?: string): string[] {
    const filters = filterConditions({ ...this.arguments, filter }, (read) => this.bind(read), this.dialect, storyKey);
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
    return this.order.columns.map(({ type }, index) =>
      this.dialect.bound(this.bind((given) => given.page?.[side]?.[index] ?? null), type),
    );
  }

  /** @param isWorthAPlan how far a filter's page has to be looked for depends on how many are wanted. */
  private limit(isWorthAPlan = this.arguments.filter !== null || this.leadsToScores()): string {
    const more = this.selection.connection?.hasMore === true ? 1 : 0;
    return this.dialect.limit(this.bind((given) => (given.page?.size ?? 0) + more), isWorthAPlan);
  }

  /** Whether each row of the page is scored against many others: hundred times the work of a plan. */
  private leadsToScores(): boolean {
    const { relations } = shapes[this.shape.to];
    return nodesOf(this.selection).some((node) => node.relations.some(({ name }) => typeof relations[name]?.from === 'function'));
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

function orderOf(shape: RelationShape, given: RelationArguments): OrderShape {
  if (given.order === null) return Object.values(shape.orders)[0] ?? NO_ORDER;
  const order = shape.orders[given.order];
  if (order === undefined) throw new Error(`no order ${given.order}`);
  return order;
}
